import { Button, NativeSelect, Textarea } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useMemo } from "react";
import type { Appraisal, AppraisalSubject } from "../../shared/api/appraisals";
import { showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { ProblemNotice } from "../../shared/ui/states";
import { useDraft } from "../../shared/ui/useDraft";
import { useAct, useSend } from "./act";

/** What the law has the report conclude on, each with verdict and opinion. */
export function Subjects({ appraisal: a }: { appraisal: Appraisal }) {
  const m = useMessages();
  const writes = a.actions.includes("write");
  return (
    <div className="stack">
      <p className="small soft">
        {m.appraisal.subjectsIntro}{" "}
        <strong>
          {m.appraisal.subjectsDone(a.subjects.filter((s) => s.verdict != null).length, a.subjects.length)}
        </strong>
      </p>
      <ol className="plain bench-subjects">
        {a.subjects.map((s, n) => (
          <li key={s.code}>
            <h3 className="section-title">
              {s.verdict != null && <IconCheck size={16} aria-hidden className="ok" />} {n + 1}. {s.name}
            </h3>
            <p className="small soft">
              {s.article}
              {s.recalled && ` · ${m.appraisal.recalled}`}
              {s.condition && ` · ${m.appraisal.when(s.condition)}`}
            </p>
            {writes ? <SubjectForm appraisal={a} subject={s} /> : <Written subject={s} />}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Written({ subject: s }: { subject: AppraisalSubject }) {
  const m = useMessages();
  if (s.verdict == null) return <p className="soft">{m.common.none}</p>;
  return (
    <>
      <p>
        <strong>{s.verdictLabel}</strong>
        {s.opinion && <>. {s.opinion}</>}
      </p>
      <p className="small soft">{m.common.by(s.by ?? "", showInstant(s.at))}</p>
    </>
  );
}

function SubjectForm({ appraisal: a, subject: s }: { appraisal: Appraisal; subject: AppraisalSubject }) {
  const m = useMessages();
  const send = useSend(a);
  const kept = useMemo(() => ({ verdict: s.verdict ?? "", opinion: s.opinion ?? "" }), [s.verdict, s.opinion]);
  const [value, setValue, drafted, forget] = useDraft(`appraisal.${a.id}.subject.${s.code}`, kept);
  const act = useAct(
    a.dossierId,
    () => send.put(`subjects/${s.code}`, value),
    () => {
      forget();
      return m.appraisal.subjectSaved;
    },
  );
  return (
    <form
      className="bench-form"
      onSubmit={(e) => {
        e.preventDefault();
        act.mutate(undefined);
      }}
    >
      <NativeSelect
        aria-label={`${m.appraisal.verdict}: ${s.name}`}
        value={value.verdict}
        onChange={(e) => {
          const verdict = e.currentTarget.value;
          setValue((v) => ({ ...v, verdict }));
        }}
        data={[
          { value: "", label: m.appraisal.choose },
          ...Object.entries(m.appraisal.verdicts).map(([v, label]) => ({ value: v, label })),
        ]}
      />
      <Textarea
        aria-label={`${m.appraisal.opinion}: ${s.name}`}
        placeholder={m.appraisal.opinion}
        autosize
        minRows={2}
        maxLength={8000}
        value={value.opinion}
        onChange={(e) => {
          const opinion = e.currentTarget.value;
          setValue((v) => ({ ...v, opinion }));
        }}
      />
      {act.isError && <ProblemNotice error={act.error} />}
      {drafted && (
        <div className="bench-buttons">
          <Button size="xs" type="submit" loading={act.isPending} disabled={value.verdict === ""}>
            {m.appraisal.subjectSave}
          </Button>
          <span className="small soft">{m.appraisal.subjectKept}</span>
        </div>
      )}
      {!drafted && s.by && <p className="small soft">{m.common.by(s.by, showInstant(s.at))}</p>}
    </form>
  );
}
