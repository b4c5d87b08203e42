import { Link } from "react-router";
import type { Cause } from "../../shared/api/types";
import { showDay, showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { anchorOf } from "./provision";

/** One effect in a sentence: what it does, to what, from when, by which clause of which document. */
export function CauseLine({ cause, self }: { cause: Cause; self: number }) {
  const m = useMessages();
  const article = anchorOf(cause.provision);
  const clause = article === null ? "" : `#${article}`;
  return (
    <>
      <div className="what">
        <strong>{m.document.effects.kinds[cause.kind.toUpperCase()] ?? cause.label}</strong>{" "}
        {cause.target ?? m.document.effects.whole}
        {" · "}
        <span className="num">
          {cause.from ? `${m.common.from} ${showDay(cause.from)}` : m.document.effects.noDate}
          {cause.until && ` ${m.common.until} ${showDay(cause.until)}`}
        </span>
      </div>
      <div className="small">
        {cause.documentId != null && (
          <Link to={`/van-ban/${cause.documentId}${clause}`}>
            {cause.provision && `${cause.provision} `}
            {cause.documentId === self ? m.desk.self : cause.document}
          </Link>
        )}
        {cause.documentId == null && cause.provision}
        {cause.rule && ` ${cause.rule}`}
      </div>
      <blockquote>{cause.quote}</blockquote>
      {cause.confirmedBy && (
        <div className="small soft">{m.document.confirmedBy(cause.confirmedBy, showInstant(cause.confirmedAt))}</div>
      )}
    </>
  );
}

/** Why the status is what it is. */
export function Causes({ causes, self }: { causes: Cause[]; self: number }) {
  return (
    <ul className="plain causes">
      {causes.map((c) => (
        <li key={c.effectId}>
          <CauseLine cause={c} self={self} />
        </li>
      ))}
    </ul>
  );
}
