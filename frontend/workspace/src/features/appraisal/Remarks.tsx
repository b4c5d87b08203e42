import { Button, Textarea } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import type { Appraisal, AppraisalRemark, DraftProvision } from "../../shared/api/appraisals";
import { showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { Empty, ProblemNotice } from "../../shared/ui/states";
import { useAct, useSend } from "./act";
import { type Place, placeOf } from "./provisions";

/** Remarks in the order of the draft; after signature what became of each. */
export function Remarks({
  appraisal: a,
  provisions,
  text,
  onShow,
}: {
  appraisal: Appraisal;
  provisions: readonly DraftProvision[];
  text: string;
  onShow: (place: Place) => void;
}) {
  const m = useMessages();
  if (a.remarks.length === 0)
    return (
      <Empty title={m.appraisal.remarksNone} hint={a.actions.includes("write") ? m.appraisal.remarksHint : undefined} />
    );
  const order = (r: AppraisalRemark) => provisions.find((p) => p.address === r.address)?.start ?? Number.MAX_VALUE;
  return (
    <ul className="plain bench-remarks">
      {[...a.remarks]
        .sort((x, y) => order(x) - order(y) || x.id - y.id)
        .map((r) => {
          const provision = provisions.find((p) => p.address === r.address);
          const place = provision === undefined ? null : placeOf(text, provision, r.quote);
          return <One key={r.id} appraisal={a} remark={r} onShow={place === null ? undefined : () => onShow(place)} />;
        })}
    </ul>
  );
}

function One({
  appraisal: a,
  remark: r,
  onShow,
}: {
  appraisal: Appraisal;
  remark: AppraisalRemark;
  onShow?: () => void;
}) {
  const m = useMessages();
  const send = useSend(a);
  const undo = useAct(
    a.dossierId,
    () => send.post(`remarks/${r.id}/undo`),
    () => m.appraisal.remarkUndone,
  );
  return (
    <li>
      <h3 className="section-title">
        {onShow ? (
          <button type="button" className="bench-link" onClick={onShow}>
            {r.label}
          </button>
        ) : (
          r.label
        )}{" "}
        <span className="small soft">
          {r.kindLabel} · {m.appraisal.inDraft(r.draftNumber)}
        </span>
      </h3>
      <blockquote className="clamped">{r.quote}</blockquote>
      <p className="bench-words">{r.remark}</p>
      <p className="small soft">{m.common.by(r.by, showInstant(r.at))}</p>
      {r.inSignedText != null && (
        <p className="small">
          {r.inSignedText ? (
            <>
              <IconAlertTriangle size={16} aria-hidden className="warn" /> {m.appraisal.stillThere}
            </>
          ) : (
            <>
              <IconCheck size={16} aria-hidden className="ok" /> {m.appraisal.notThere}
            </>
          )}
        </p>
      )}
      {r.fate && (
        <p>
          <strong>{r.fateLabel}</strong>
          {r.fateNote && `. ${r.fateNote}`} {r.fateBy && <span className="small soft">({r.fateBy})</span>}
        </p>
      )}
      {a.actions.includes("decideRemarks") && <FateForm appraisal={a} remark={r} />}
      {undo.isError && <ProblemNotice error={undo.error} />}
      {a.actions.includes("write") && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          loading={undo.isPending}
          onClick={() => undo.mutate(undefined)}
        >
          {m.appraisal.remarkUndo}
        </Button>
      )}
    </li>
  );
}

function FateForm({ appraisal: a, remark: r }: { appraisal: Appraisal; remark: AppraisalRemark }) {
  const m = useMessages();
  const send = useSend(a);
  const [note, setNote] = useState(r.fateNote ?? "");
  const act = useAct(
    a.dossierId,
    (fate: string) => send.post(`remarks/${r.id}/fate`, { fate, note: note.trim() === "" ? null : note.trim() }),
    () => m.appraisal.fateSaved,
  );
  return (
    <fieldset className="bench-form bench-fate">
      <legend className="visually-hidden">{`${m.appraisal.fate}: ${r.label}`}</legend>
      <Textarea
        label={m.appraisal.fateNote}
        autosize
        minRows={1}
        maxLength={2000}
        value={note}
        onChange={(e) => setNote(e.currentTarget.value)}
      />
      {act.isError && <ProblemNotice error={act.error} />}
      <div className="bench-buttons">
        {Object.entries(m.appraisal.fates).map(([fate, label]) => (
          <Button
            key={fate}
            size="xs"
            variant={r.fate === fate ? "filled" : "default"}
            aria-pressed={r.fate === fate}
            loading={act.isPending && act.variables === fate}
            onClick={() => act.mutate(fate)}
          >
            {label}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
