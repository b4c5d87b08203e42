import { NativeSelect } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import type { ProcedureChoice } from "../../shared/api/types";
import { today } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { DayField } from "../../shared/ui/DayField";
import { ProblemNotice } from "../../shared/ui/states";

/** Which procedure a draft follows on a day, and by which article. */
export function WhichProcedure() {
  const m = useMessages();
  const [form, setForm] = useState("COMMITTEE_DECISION");
  const [level, setLevel] = useState("PROVINCE");
  const [kind, setKind] = useState("ORDINARY");
  const [on, setOn] = useState<string | null>(today());
  const [appraisedOn, setAppraisedOn] = useState<string | null>(null);
  const [submittedOn, setSubmittedOn] = useState<string | null>(null);
  const draft = { form, level, kind, on, appraisedOn, submittedOn };
  const choice = useQuery({
    queryKey: ["procedures", "choice", draft],
    queryFn: ({ signal }) => api.get<ProcedureChoice>("/procedures/choice", draft, signal),
    placeholderData: (before) => before,
  });
  const found = choice.data;
  return (
    <section className="panel pad" aria-labelledby="which">
      <h2 className="section-title" id="which">
        {m.procedures.which}
      </h2>
      <div className="filters">
        <NativeSelect
          label={m.procedures.form}
          value={form}
          onChange={(e) => setForm(e.currentTarget.value)}
          data={Object.entries(m.procedures.forms).map(([value, label]) => ({ value, label }))}
        />
        <NativeSelect
          label={m.procedures.level}
          value={level}
          onChange={(e) => setLevel(e.currentTarget.value)}
          data={["PROVINCE", "DISTRICT", "COMMUNE"].map((value) => ({ value, label: m.levels[value] ?? value }))}
        />
        <NativeSelect
          label={m.procedures.kind}
          value={kind}
          onChange={(e) => setKind(e.currentTarget.value)}
          data={Object.entries(m.procedures.kinds).map(([value, label]) => ({ value, label }))}
        />
        <DayField label={m.procedures.on} value={on} onChange={setOn} width={170} />
        <DayField label={m.procedures.appraisedOn} value={appraisedOn} onChange={setAppraisedOn} width={190} />
        <DayField label={m.procedures.submittedOn} value={submittedOn} onChange={setSubmittedOn} width={190} />
      </div>
      {choice.isError && <ProblemNotice error={choice.error} onRetry={() => choice.refetch()} />}
      {found && (
        <div className={`notice ${found.code ? "good-notice" : "warn-notice"}`} role="status">
          <strong>
            {found.code ? (
              <>
                <IconCircleCheck size={18} aria-hidden className="inline-icon" />
                <Link to={`/quan-tri/thu-tuc/${found.code}`}>{found.title}</Link>
              </>
            ) : (
              <>
                <IconInfoCircle size={18} aria-hidden className="inline-icon" />
                {m.procedures.noProcedure}
              </>
            )}
          </strong>
          <div>
            {found.why} <span className="soft">({found.article})</span>
          </div>
          {found.warnings.map((w) => (
            <div key={w} className="small">
              <IconAlertTriangle size={16} aria-hidden className="inline-icon warn" />
              {w}
            </div>
          ))}
        </div>
      )}
    </section>
  );
}
