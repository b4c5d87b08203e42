import type { EffectProposal, Mention, Reading } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { showPercent } from "../../shared/numbers";

const AT_FIRST = 30;

function MentionCard({
  mention,
  id,
  active,
  onShow,
}: {
  mention: Mention;
  id: string;
  active: boolean;
  onShow: (key: string) => void;
}) {
  const m = useMessages();
  return (
    <li>
      <button type="button" className="card" aria-pressed={active} onClick={() => onShow(id)}>
        <strong>{mention.number ?? mention.title ?? m.desk.unnamed}</strong>
        {mention.provision && <span> · {mention.provision}</span>}
        {mention.issuedOn && <span className="num"> · {showDay(mention.issuedOn)}</span>}
        {mention.number && mention.title && <span className="card-title">{mention.title}</span>}
        <span className="soft">
          {m.desk.confidence(showPercent(mention.confidence))}
          {mention.reason && ` · ${mention.reason}`}
        </span>
      </button>
    </li>
  );
}

function EffectCard({
  effect,
  id,
  active,
  onShow,
}: {
  effect: EffectProposal;
  id: string;
  active: boolean;
  onShow: (key: string) => void;
}) {
  const m = useMessages();
  const kind = m.document.effects.kinds[effect.kind.toUpperCase()] ?? effect.kind;
  const target = effect.self ? m.desk.self : (effect.target ?? effect.targetTitle ?? m.desk.unnamed);
  return (
    <li>
      <button type="button" className="card" aria-pressed={active} onClick={() => onShow(id)}>
        <strong>{kind}</strong> {effect.targetProvision && `${effect.targetProvision} `}
        <span>{target}</span>
        {effect.from && (
          <span className="num">
            {" "}
            · {m.common.from} {showDay(effect.from)}
          </span>
        )}
        {effect.until && (
          <span className="num">
            {" "}
            · {m.common.until} {showDay(effect.until)}
          </span>
        )}
        {effect.oldWords && (
          <span className="card-title">
            “{effect.oldWords}” → “{effect.newWords ?? ""}”
          </span>
        )}
        <span className="soft">
          {effect.causeProvision && `${effect.causeProvision} · `}
          {m.desk.confidence(showPercent(effect.confidence))}
          {effect.reason && ` · ${effect.reason}`}
        </span>
      </button>
    </li>
  );
}

/** Effects, bases and citations that were read; each card scrolls to its words in the text. */
export function Cards({
  reading,
  active,
  onShow,
}: {
  reading: Reading;
  active: string | null;
  onShow: (key: string) => void;
}) {
  const m = useMessages();
  return (
    <div className="cards-of-evidence">
      <details open={reading.effects.length > 0}>
        <summary>
          {m.desk.effects} ({reading.effects.length})
        </summary>
        <p className="small soft">{reading.effects.length > 0 ? m.desk.effectsNote : m.desk.effectsEmpty}</p>
        <ul className="plain">
          {reading.effects.slice(0, AT_FIRST).map((e, n) => (
            <EffectCard
              key={`${e.start}-${e.end}-${e.kind}`}
              effect={e}
              id={`effect:${n}`}
              active={active === `effect:${n}`}
              onShow={onShow}
            />
          ))}
        </ul>
      </details>
      <details open={reading.bases.length > 0 && reading.bases.length <= 8}>
        <summary>
          {m.desk.bases} ({reading.bases.length})
        </summary>
        <p className="small soft">{reading.bases.length > 0 ? m.desk.basesNote : m.desk.basesEmpty}</p>
        <ul className="plain">
          {reading.bases.slice(0, AT_FIRST).map((b, n) => (
            <MentionCard
              key={`${b.start}-${b.end}`}
              mention={b}
              id={`basis:${n}`}
              active={active === `basis:${n}`}
              onShow={onShow}
            />
          ))}
        </ul>
      </details>
      {reading.citations.length > 0 && (
        <details>
          <summary>
            {m.desk.citations} ({reading.citations.length})
          </summary>
          <ul className="plain">
            {reading.citations.slice(0, AT_FIRST).map((c, n) => (
              <MentionCard
                key={`${c.start}-${c.end}`}
                mention={c}
                id={`citation:${n}`}
                active={active === `citation:${n}`}
                onShow={onShow}
              />
            ))}
          </ul>
          {reading.citations.length > AT_FIRST && (
            <p className="small soft">{m.common.of(AT_FIRST, reading.citations.length, false)}</p>
          )}
        </details>
      )}
    </div>
  );
}
