import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import type { EffectProposal, Mention, Reading, Transition } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { showPercent } from "../../shared/numbers";
import { canBeAccepted, isOfFields } from "./proposed";

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
  accepted,
  onAccept,
}: {
  effect: EffectProposal;
  id: string;
  active: boolean;
  onShow: (key: string) => void;
  accepted: boolean;
  onAccept: ((accept: boolean) => void) | null;
}) {
  const m = useMessages();
  const kind = m.document.effects.kinds[effect.kind.toUpperCase()] ?? effect.kind;
  const target = effect.self ? m.desk.self : (effect.target ?? effect.targetTitle ?? m.desk.unnamed);
  const named = `${kind} ${effect.targetProvision ?? ""} ${target}`;
  return (
    <li className="effect-card">
      {canBeAccepted(effect) && (
        <Checkbox
          size="md"
          aria-label={m.desk.effectAccept(named)}
          checked={accepted}
          disabled={onAccept === null}
          onChange={(e) => onAccept?.(e.currentTarget.checked)}
        />
      )}
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
        {!effect.from && effect.boundary && <span> · {effect.boundary}</span>}
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
        {isOfFields(effect) && <span className="soft">{m.desk.effectOfFields}</span>}
        {!isOfFields(effect) && !canBeAccepted(effect) && <span className="soft">{m.desk.effectNotPlaced}</span>}
      </button>
    </li>
  );
}

function TransitionCard({
  clause,
  id,
  active,
  onShow,
}: {
  clause: Transition;
  id: string;
  active: boolean;
  onShow: (key: string) => void;
}) {
  const m = useMessages();
  return (
    <li>
      <button type="button" className="card" aria-pressed={active} onClick={() => onShow(id)}>
        <strong>{m.desk.transitionKinds[clause.kind] ?? clause.kind}</strong>
        {clause.rules.length > 0 && <span> · {clause.rules.join("; ")}</span>}
        {clause.until && (
          <span className="num">
            {" "}
            · {m.common.until} {showDay(clause.until)}
          </span>
        )}
        {!clause.until && clause.untilEvent && <span> · {m.desk.transitionUntil(clause.untilEvent)}</span>}
        <span className="card-title">{clause.subject}</span>
        <span className="soft">
          {clause.causeProvision && `${clause.causeProvision} · `}
          {m.desk.confidence(showPercent(clause.confidence))} · {clause.reason}
        </span>
      </button>
    </li>
  );
}

/** The first of many, and the rest when asked for. */
function Some<T>({ all, children }: { all: readonly T[]; children: (one: T, index: number) => React.ReactNode }) {
  const m = useMessages();
  const [whole, setWhole] = useState(false);
  return (
    <>
      <ul className="plain">{(whole ? all : all.slice(0, AT_FIRST)).map(children)}</ul>
      {!whole && all.length > AT_FIRST && (
        <Button size="compact-sm" variant="default" onClick={() => setWhole(true)}>
          {m.desk.showAll(all.length)}
        </Button>
      )}
    </>
  );
}

/**
 * Effects, bases and citations that were read; each card scrolls to its words in the text. Effects are accepted one by one or together.
 *
 * @param accepted indexes of the effects that are accepted
 * @param onAccept null where nothing can be accepted here
 */
export function Cards({
  reading,
  active,
  onShow,
  accepted,
  onAccept,
}: {
  reading: Reading;
  active: string | null;
  onShow: (key: string) => void;
  accepted: readonly number[];
  onAccept: ((accepted: number[]) => void) | null;
}) {
  const m = useMessages();
  const possible = reading.effects.flatMap((e, n) => (canBeAccepted(e) ? [n] : []));
  return (
    <div className="cards-of-evidence">
      <details open={reading.effects.length > 0}>
        <summary>
          {m.desk.effects} ({reading.effects.length})
        </summary>
        <p className="small soft">{reading.effects.length > 0 ? m.desk.effectsNote : m.desk.effectsEmpty}</p>
        {possible.length > 1 && onAccept !== null && (
          <div className="effect-all">
            <Button
              size="compact-sm"
              variant="default"
              disabled={accepted.length === possible.length}
              onClick={() => onAccept(possible)}
            >
              {m.desk.effectsAll(possible.length)}
            </Button>
            <Button size="compact-sm" variant="default" disabled={accepted.length === 0} onClick={() => onAccept([])}>
              {m.desk.effectsNone}
            </Button>
          </div>
        )}
        <Some all={reading.effects}>
          {(e, n) => (
            <EffectCard
              key={`${e.start}-${e.end}-${e.kind}-${e.targetProvision ?? ""}-${e.target ?? ""}`}
              effect={e}
              id={`effect:${n}`}
              active={active === `effect:${n}`}
              onShow={onShow}
              accepted={accepted.includes(n)}
              onAccept={
                onAccept === null
                  ? null
                  : (accept) => onAccept(accept ? [...accepted, n] : accepted.filter((other) => other !== n))
              }
            />
          )}
        </Some>
      </details>
      {reading.transitions.length > 0 && (
        <details>
          <summary>
            {m.desk.transitions} ({reading.transitions.length})
          </summary>
          <Some all={reading.transitions}>
            {(t, n) => (
              <TransitionCard
                key={`${t.start}-${t.end}`}
                clause={t}
                id={`transition:${n}`}
                active={active === `transition:${n}`}
                onShow={onShow}
              />
            )}
          </Some>
        </details>
      )}
      <details open={reading.bases.length > 0 && reading.bases.length <= 8}>
        <summary>
          {m.desk.bases} ({reading.bases.length})
        </summary>
        <p className="small soft">{reading.bases.length > 0 ? m.desk.basesNote : m.desk.basesEmpty}</p>
        <Some all={reading.bases}>
          {(b, n) => (
            <MentionCard
              key={`${b.start}-${b.end}`}
              mention={b}
              id={`basis:${n}`}
              active={active === `basis:${n}`}
              onShow={onShow}
            />
          )}
        </Some>
      </details>
      {reading.citations.length > 0 && (
        <details>
          <summary>
            {m.desk.citations} ({reading.citations.length})
          </summary>
          <Some all={reading.citations}>
            {(c, n) => (
              <MentionCard
                key={`${c.start}-${c.end}-${c.provision ?? ""}-${c.number ?? ""}`}
                mention={c}
                id={`citation:${n}`}
                active={active === `citation:${n}`}
                onShow={onShow}
              />
            )}
          </Some>
        </details>
      )}
    </div>
  );
}
