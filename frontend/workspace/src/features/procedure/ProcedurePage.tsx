import { Button } from "@mantine/core";
import { IconAlertTriangle, IconArrowRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { api } from "../../shared/api/client";
import type { ProcedureDetail, ProcedureStep } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { PageHead } from "../../shared/ui/page";
import { LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { LimitLine, Papers, Recalled } from "./Facts";
import { Versions } from "./Versions";
import "./procedure.css";

const SHARES = { MORE_THAN: ">", AT_LEAST: "≥", AT_MOST: "≤" } as const;

/** A procedure as one line of steps: who, with which papers, until when, by which article, and what follows. */
export function Component() {
  const m = useMessages();
  const { code = "" } = useParams();
  const { get, set } = useAddress();
  const number = get("ban");
  const found = useQuery({
    queryKey: ["procedures", "one", code, number],
    queryFn: ({ signal }) => api.get<ProcedureDetail>(`/procedures/${code}`, { number }, signal),
  });
  const view = found.data;
  if (view === undefined)
    return (
      <div className="page">
        {found.isError ? <ProblemNotice error={found.error} onRetry={() => found.refetch()} /> : <LoadingRows />}
      </div>
    );
  const { procedure } = view;
  const recalled = procedure.steps.some(
    (s) => s.certainty === "RECALLED" || s.limits.some((l) => l.certainty === "RECALLED"),
  );
  return (
    <div className="page stack">
      <PageHead
        title={procedure.title}
        intro={
          <>
            {m.levels[procedure.level] ?? procedure.level} · {view.kindLabel} · {m.procedures.versionOf(view.number)}
          </>
        }
      >
        {view.actions.includes("correct") && (
          <Button component={Link} to={`/quan-tri/thu-tuc/${code}/sua?ban=${view.number}`}>
            {m.procedures.correct}
          </Button>
        )}
      </PageHead>
      {view.number !== view.current && (
        <div className="notice warn-notice" role="status">
          {m.procedures.notCurrent}{" "}
          <Button size="xs" variant="default" onClick={() => set({ ban: "" })}>
            {m.procedures.openCurrent}
          </Button>
        </div>
      )}
      {recalled && (
        <p className="notice warn-notice">
          <IconAlertTriangle size={18} aria-hidden className="inline-icon warn" />
          {m.procedures.someRecalled}
        </p>
      )}
      <dl className="facts">
        <dt>{m.procedures.sources}</dt>
        <dd>
          {procedure.sources.map((s) => (
            <div key={s}>{s}</div>
          ))}
        </dd>
        <dt>{m.procedures.symbol}</dt>
        <dd>{procedure.symbol}</dd>
        {procedure.notes.length > 0 && (
          <>
            <dt>{m.procedures.notes}</dt>
            <dd>
              {procedure.notes.map((n) => (
                <div key={n}>{n}</div>
              ))}
            </dd>
          </>
        )}
      </dl>
      <ol className="plain line">
        {procedure.steps.map((step, n) => (
          <StepPart key={step.code} step={step} n={n + 1} view={view} />
        ))}
      </ol>
      <Versions code={code} shown={view.number} current={view.current} onShow={(n) => set({ ban: String(n) })} />
    </div>
  );
}

function StepPart({ step, n, view }: { step: ProcedureStep; n: number; view: ProcedureDetail }) {
  const m = useMessages();
  const place = (code: string) => view.procedure.steps.findIndex((s) => s.code === code) + 1;
  return (
    <li id={`buoc-${step.code}`}>
      <span className="line-mark num" aria-hidden>
        {n}
      </span>
      <div className="line-body">
        <h2>
          {step.name} <Recalled certainty={step.certainty} />
        </h2>
        <div>{step.bodyName}</div>
        <div className="small soft">
          {step.article}
          {step.when && <> · {m.procedures.when(step.when)}</>}
        </div>
        {step.note && <p className="small">{step.note}</p>}
        {step.limits.length > 0 && (
          <ul className="plain limits">
            {step.limits.map((limit) => (
              <LimitLine
                key={limit.code}
                code={view.procedure.code}
                number={view.number}
                limit={limit}
                sentence={view.sentences[limit.code] ?? ""}
              />
            ))}
          </ul>
        )}
        <div className="two">
          <Papers title={m.procedures.papers} papers={step.papers} of={step.certainty} />
          <Papers title={m.procedures.produces} papers={step.produces} of={step.certainty} />
        </div>
        {step.subjects.length > 0 && (
          <details>
            <summary>
              {m.procedures.subjects} ({step.subjects.length})
            </summary>
            <ul>
              {step.subjects.map((s) => (
                <li key={s.code}>
                  {s.name}
                  {s.when && <span className="soft"> ({m.procedures.when(s.when)})</span>}{" "}
                  {s.certainty !== step.certainty && <Recalled certainty={s.certainty} />}
                </li>
              ))}
            </ul>
          </details>
        )}
        {step.shares.map((s) => (
          <p key={s.code} className="small">
            {s.name}: {SHARES[s.comparison]} {s.numerator}/{s.denominator} {s.of}{" "}
            <span className="soft">({s.article})</span>
          </p>
        ))}
        <ul className="plain outcomes small">
          {step.outcomes.map((o) => (
            <li key={o.code}>
              {o.name}
              {o.reasonRequired && <span className="soft"> ({m.procedures.reasonRequired})</span>}
              {o.next.map((code) => (
                <a key={code} href={`#buoc-${code}`} className="next">
                  <IconArrowRight size={14} aria-hidden />
                  {place(code)}. {view.procedure.steps[place(code) - 1]?.name}
                </a>
              ))}
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
