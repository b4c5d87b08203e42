import { Button } from "@mantine/core";
import type { Dossier } from "../../shared/api/dossiers";
import { showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import type { TooLate } from "./act";

/** Somebody else was quicker: what stands now and who made it so, beside what was to be recorded. */
export function Changed({ dossier, late, onSeen }: { dossier: Dossier; late: TooLate; onSeen: () => void }) {
  const m = useMessages();
  const t = m.dossiers.page;
  const { changedBy, changedAt } = late.problem.body;
  const last = dossier.steps.findLast((s) => s.doneOn != null);
  return (
    <div className="notice warn-notice" role="alert">
      <strong>{t.changed}</strong>
      {changedBy && <div>{m.common.by(changedBy, showInstant(changedAt))}</div>}
      {last && <div>{t.changedLast(last.name, last.outcome ?? "", last.doneBy ?? m.audit.machine)}</div>}
      <div>
        {dossier.current && dossier.holder
          ? t.changedNow(dossier.current.name, dossier.holder.name)
          : t.changedOver(dossier.stateLabel)}
      </div>
      <div>{t.changedMine}</div>
      <dl className="facts">
        {late.wanted.map(([label, value]) => (
          <div key={label} className="fact-line">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Button size="xs" variant="default" mt={8} onClick={onSeen}>
        {t.understood}
      </Button>
    </div>
  );
}
