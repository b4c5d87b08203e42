import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "react-router";
import type { EffectPreview, EffectWarning } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";

type Run = EffectPreview["consequences"][number]["before"][number];

function Runs({ runs }: { runs: readonly Run[] }) {
  const m = useMessages();
  return (
    <ul className="plain small">
      {runs.map((run) => (
        <li key={`${run.from ?? ""}-${run.status}`}>
          <span className={`status ${run.status}`}>{run.label}</span>{" "}
          <span className="num soft">
            {run.from && m.document.since(showDay(run.from))} {run.until && m.document.until(showDay(run.until))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What the checks of law and order say of effects; nothing is refused for it. */
export function Warnings({ warnings }: { warnings: readonly EffectWarning[] }) {
  const m = useMessages();
  if (warnings.length === 0) return null;
  return (
    <div className="notice warn-notice" role="note" aria-label={m.document.effects.warnings}>
      <strong>
        <IconAlertTriangle size={16} aria-hidden /> {m.document.effects.warnings}
      </strong>
      <ul>
        {warnings.map((w) => (
          <li key={`${w.code}-${w.effectId ?? ""}-${w.message}`}>{w.message}</li>
        ))}
      </ul>
    </div>
  );
}

/** What an act on effects would change, before it is done: statuses now and then, of this document and of those that hang on it. */
export function Consequences({ preview }: { preview: EffectPreview }) {
  const m = useMessages();
  return (
    <section aria-label={m.document.effects.consequences} className="stack">
      <Warnings warnings={preview.warnings} />
      <h3 className="section-title">{m.document.effects.consequences}</h3>
      {preview.consequences.map((c) => (
        <div key={c.documentId}>
          <Link to={`/van-ban/${c.documentId}`} target="_blank">
            {c.document}
          </Link>
          <div className="two">
            <div>
              <div className="small soft">{m.document.effects.now}</div>
              <Runs runs={c.before} />
            </div>
            <div>
              <div className="small soft">{m.document.effects.afterwards}</div>
              <Runs runs={c.after} />
            </div>
          </div>
        </div>
      ))}
    </section>
  );
}
