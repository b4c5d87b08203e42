import { Button, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { api } from "../../shared/api/client";
import { asProblem } from "../../shared/api/problem";
import type { ProcedureCheck, ProcedureDetail } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { PageHead } from "../../shared/ui/page";
import { LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { useDraft } from "../../shared/ui/useDraft";
import { Differences } from "./Differences";
import "./procedure.css";

/** Correcting a procedure: its text, what is wrong with it, what it changes, and why. */
export function Component() {
  const m = useMessages();
  const { code = "" } = useParams();
  const { get } = useAddress();
  const number = get("ban");
  const found = useQuery({
    queryKey: ["procedures", "one", code, ""],
    queryFn: ({ signal }) => api.get<ProcedureDetail>(`/procedures/${code}`, {}, signal),
  });
  const from = number === "" ? found.data?.current : Number(number);
  const text = useQuery({
    queryKey: ["procedures", "text", code, from],
    queryFn: ({ signal }) => api.get<{ yaml: string }>(`/procedures/${code}/versions/${from}/text`, {}, signal),
    enabled: from !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (found.data === undefined || text.data === undefined)
    return (
      <div className="page">
        {found.isError && <ProblemNotice error={found.error} onRetry={() => found.refetch()} />}
        {text.isError && <ProblemNotice error={text.error} onRetry={() => text.refetch()} />}
        {!found.isError && !text.isError && <LoadingRows />}
      </div>
    );
  return (
    <div className="page stack">
      <PageHead title={`${m.procedures.correct}: ${found.data.procedure.title}`} intro={m.procedures.correctIntro} />
      <Editor code={code} current={found.data.current} from={from ?? 0} yaml={text.data.yaml} />
    </div>
  );
}

function Editor({ code, current, from, yaml }: { code: string; current: number; from: number; yaml: string }) {
  const m = useMessages();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const initial = useMemo(() => ({ yaml, reason: "" }), [yaml]);
  const [draft, setDraft, kept, forget] = useDraft(`procedure.${code}.${from}`, initial);
  const check = useMutation({
    mutationFn: () => api.post<ProcedureCheck>(`/procedures/${code}/check`, { yaml: draft.yaml }),
  });
  const save = useMutation({
    mutationFn: () =>
      api.post<ProcedureDetail>(`/procedures/${code}/versions`, {
        basedOn: current,
        yaml: draft.yaml,
        reason: draft.reason,
      }),
    onSuccess: (view) => {
      forget();
      say(m.procedures.saved(view.number));
      queries.invalidateQueries({ queryKey: ["procedures"] });
      navigate(`/quan-tri/thu-tuc/${code}`);
    },
  });
  const problem = save.isError ? asProblem(save.error) : null;
  const refused = problem?.body.mistakes;
  const mistakes = Array.isArray(refused) ? (refused as string[]) : (check.data?.mistakes ?? []);
  return (
    <form
      className="stack"
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate();
      }}
    >
      <Textarea
        label={m.procedures.text}
        description={kept ? m.common.draftKept : undefined}
        required
        spellCheck={false}
        classNames={{ input: "yaml" }}
        rows={24}
        value={draft.yaml}
        onChange={(e) => {
          const value = e.currentTarget.value;
          check.reset();
          setDraft((d) => ({ ...d, yaml: value }));
        }}
      />
      {problem && <ProblemNotice error={problem} />}
      {check.isError && <ProblemNotice error={check.error} />}
      {mistakes.length > 0 && (
        <div className="notice bad-notice" role="alert">
          <strong>{m.procedures.mistakes}</strong>
          <ul>
            {mistakes.map((x) => (
              <li key={x} className="mistake">
                {x}
              </li>
            ))}
          </ul>
        </div>
      )}
      {check.data && check.data.mistakes.length === 0 && (
        <div role="status" className="stack">
          <h2 className="section-title">{m.procedures.changes}</h2>
          <Differences differences={check.data.differences} />
        </div>
      )}
      <Textarea
        label={m.common.reason}
        description={m.procedures.reasonHint}
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={draft.reason}
        onChange={(e) => {
          const value = e.currentTarget.value;
          setDraft((d) => ({ ...d, reason: value }));
        }}
      />
      <div className="acts">
        <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
          {m.procedures.checkText}
        </Button>
        <Button type="submit" loading={save.isPending} disabled={draft.reason.trim() === ""}>
          {m.procedures.saveVersion}
        </Button>
        <Button component={Link} to={`/quan-tri/thu-tuc/${code}`} variant="subtle" color="gray">
          {m.common.back}
        </Button>
      </div>
    </form>
  );
}
