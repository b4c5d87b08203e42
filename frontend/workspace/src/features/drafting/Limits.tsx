import { IconAlertTriangle } from "@tabler/icons-react";
import type { DossierDeadline } from "../../shared/api/dossiers";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { DueMark } from "../../shared/ui/DueMark";

/** Said of what was not read in the law's own words. */
export function Recalled() {
  const m = useMessages();
  return (
    <span className="recalled warn" title={m.procedures.recalledLong}>
      <IconAlertTriangle size={14} aria-hidden />
      {m.procedures.recalled}
    </span>
  );
}

/** A limit of a step that is over: kept or not, and its day. */
function Ended({ limit }: { limit: DossierDeadline }) {
  return (
    <span className={limit.state === "BROKEN" ? "bad" : "good"}>
      <strong>{limit.stateLabel}</strong> · {showDay(limit.due)}
    </span>
  );
}

/** The limits of one step: what, until when, by which rule and article. */
export function Limits({ limits }: { limits: DossierDeadline[] }) {
  const m = useMessages();
  const t = m.dossiers.current;
  return (
    <ul className="plain case-limits">
      {limits.map((d) => (
        <li key={d.code}>
          <div>
            {d.what}
            {d.condition && <span className="soft"> ({t.whenOnly(d.condition)})</span>}:{" "}
            {d.earliest ? (
              <strong>{t.earliest(showDay(d.due))}</strong>
            ) : d.state === "MET" || d.state === "BROKEN" ? (
              <Ended limit={d} />
            ) : (
              <DueMark due={d} />
            )}
          </div>
          <div className="small soft">
            {d.rule} · {d.article} {d.recalled && <Recalled />}
            {d.normDue && <> · {t.norm(showDay(d.normDue))}</>}
            {d.extensionReason && <> · {t.extended(d.extensionReason)}</>}
            {d.forecast && <> · {t.forecast}</>}
          </div>
        </li>
      ))}
    </ul>
  );
}
