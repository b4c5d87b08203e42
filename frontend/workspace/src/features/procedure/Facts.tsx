import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../shared/api/client";
import type { Certainty, ProcedureLimit, ProcedurePaper, TriedDeadline } from "../../shared/api/types";
import { showWeekday } from "../../shared/dates";
import { useLanguage, useMessages } from "../../shared/i18n";
import { DayField } from "../../shared/ui/DayField";
import { ProblemNotice } from "../../shared/ui/states";

/** Said of what was not read in the law's own words; nothing of the rest. */
export function Recalled({ certainty }: { certainty: Certainty }) {
  const m = useMessages();
  if (certainty === "VERIFIED") return null;
  return (
    <span className="recalled warn" title={m.procedures.recalledLong}>
      <IconAlertTriangle size={14} aria-hidden />
      {m.procedures.recalled}
    </span>
  );
}

/** @param of what the step itself is: a fact that says the same says nothing */
export function Papers({ title, papers, of }: { title: string; papers: ProcedurePaper[]; of: Certainty }) {
  const m = useMessages();
  if (papers.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {papers.map((p) => (
          <li key={p.code}>
            {p.name}
            {!p.required && <span className="soft"> ({m.procedures.optional})</span>}
            {p.when && <span className="soft"> ({m.procedures.when(p.when)})</span>}
            {p.symbol && <span className="soft"> · {p.symbol}</span>}{" "}
            {p.certainty !== of && <Recalled certainty={p.certainty} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One limit: what, how it is counted, by which article; and a day to try it with. */
export function LimitLine({
  code,
  number,
  limit,
  sentence,
}: {
  code: string;
  number: number;
  limit: ProcedureLimit;
  sentence: string;
}) {
  const m = useMessages();
  return (
    <li className="limit">
      <div>
        <strong>{limit.what}</strong>
        {limit.when && <span className="soft"> ({m.procedures.when(limit.when)})</span>}: {sentence}.{" "}
        <Recalled certainty={limit.certainty} />
      </div>
      <div className="small soft">
        {limit.legal ? limit.article : `${m.procedures.onlyNorm}: ${limit.norm?.source ?? ""}`}
        {limit.legal && limit.norm && (
          <> · {m.procedures.norm(`${limit.norm.amount.count} ${limit.norm.amount.unit}`, limit.norm.source)}</>
        )}
        {limit.note && <> · {limit.note}</>}
      </div>
      <details>
        <summary>{m.procedures.try}</summary>
        <Try code={code} number={number} limit={limit} sentence={sentence} />
      </details>
    </li>
  );
}

function Try({
  code,
  number,
  limit,
  sentence,
}: {
  code: string;
  number: number;
  limit: ProcedureLimit;
  sentence: string;
}) {
  const { messages: m, language } = useLanguage();
  const [start, setStart] = useState<string | null>(null);
  const tried = useQuery({
    queryKey: ["procedures", "deadline", code, number, limit.code, start],
    queryFn: ({ signal }) =>
      api.get<TriedDeadline>(`/procedures/${code}/limits/${limit.code}/deadline`, { number, start }, signal),
    enabled: start !== null,
  });
  const event = sentence.replace(/^.*ngày /, "");
  const day = (of: string) => showWeekday(of, language);
  return (
    <div className="try">
      <DayField
        label={limit.direction === "BEFORE" ? m.procedures.tryBefore(event) : m.procedures.tryFrom(event)}
        value={start}
        onChange={setStart}
        size="xs"
        width={260}
      />
      {tried.isError && <ProblemNotice error={tried.error} />}
      {start !== null && tried.data && (
        <p role="status">
          <strong>
            {limit.bound === "EARLIEST"
              ? m.procedures.tryEarliest(day(tried.data.due))
              : m.procedures.tryDue(day(tried.data.due))}
          </strong>
          {tried.data.lastSafeDay !== tried.data.due && <> · {m.procedures.trySafe(day(tried.data.lastSafeDay))}</>}
          {tried.data.forecast && <span className="warn"> · {m.procedures.tryForecast}</span>}
        </p>
      )}
    </div>
  );
}
