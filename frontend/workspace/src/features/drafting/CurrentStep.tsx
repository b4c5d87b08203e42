import { Button } from "@mantine/core";
import { IconAlertTriangle, IconClockPause } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import type { ChecklistItem, CurrentStep as Current, Dossier } from "../../shared/api/dossiers";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { AddDraft } from "./AddDraft";
import { AddPaper } from "./AddPaper";
import type { TooLate } from "./act";
import { Checklist } from "./Checklist";
import { Clock } from "./Clock";
import { DRAFT, missing } from "./checklist";
import { limitsOf } from "./due";
import { FinishForm } from "./FinishForm";
import { Limits, Recalled } from "./Limits";
import { SignForm } from "./SignForm";

/** The step a dossier is in: what the law wants here, what is there, and what the caller may do. */
export function CurrentStep({
  dossier,
  current,
  onTooLate,
}: {
  dossier: Dossier;
  current: Current;
  onTooLate: (late: TooLate) => void;
}) {
  const m = useMessages();
  const t = m.dossiers.current;
  const [adding, setAdding] = useState<ChecklistItem | "other" | null>(null);
  const may = (action: string) => dossier.actions.includes(action);
  const begun = dossier.steps.find((s) => s.id === current.id)?.begunOn;
  const limits = limitsOf(dossier.deadlines, current.code);
  const acts = ["finish", "sign", "appraise"].some(may);
  const lacking = missing(current).length;
  return (
    <section className="panel pad current-step" aria-labelledby="current">
      <h2 className="section-title" id="current">
        {t.title(current.name)}
      </h2>
      <div className="soft">
        {dossier.holder?.name}
        {begun && <> · {m.dossiers.since(showDay(begun))}</>}
      </div>
      <div className="small soft">
        {current.article} {current.recalled && <Recalled />}
      </div>
      {current.note && <p className="small">{current.note}</p>}
      {current.pause && (
        <p className="notice warn-notice">
          <IconClockPause size={18} aria-hidden className="inline-icon" />
          {t.pausedSince(showDay(current.pause.from), current.pause.reason)}
        </p>
      )}
      {limits.length > 0 && (
        <>
          <h3>{t.limits}</h3>
          <Limits limits={limits} />
        </>
      )}
      <Clock dossier={dossier} current={current} limits={limits} />
      {lacking > 0 && (
        <p className="bad">
          <IconAlertTriangle size={18} aria-hidden className="inline-icon" />
          <strong>{t.missingAll(lacking)}</strong>
        </p>
      )}
      <Checklist dossier={dossier} current={current} onAdd={may("addPaper") ? setAdding : null} />
      {may("addPaper") && (
        <Button size="xs" variant="default" onClick={() => setAdding("other")}>
          {t.otherPaper}
        </Button>
      )}
      {may("finish") && <FinishForm key={current.id} dossier={dossier} current={current} onTooLate={onTooLate} />}
      {may("sign") && <SignForm key={current.id} dossier={dossier} current={current} onTooLate={onTooLate} />}
      {may("appraise") && (
        <div className="acts step-acts">
          <Button component={Link} to={`/tham-dinh/${dossier.id}`}>
            {t.toDesk}
          </Button>
        </div>
      )}
      {!acts && dossier.holder && <p className="notice">{t.notYours(dossier.holder.name)}</p>}
      {adding !== null &&
        (adding !== "other" && adding.code === DRAFT ? (
          <AddDraft dossier={dossier} onClose={() => setAdding(null)} />
        ) : (
          <AddPaper dossier={dossier} item={adding === "other" ? null : adding} onClose={() => setAdding(null)} />
        ))}
    </section>
  );
}
