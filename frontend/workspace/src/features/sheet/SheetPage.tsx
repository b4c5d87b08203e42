import { Button, Checkbox, Progress } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Link, useParams } from "react-router";
import { api } from "../../shared/api/client";
import type { Sheet } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { showNumber } from "../../shared/numbers";
import { useMay } from "../../shared/session";
import { PageHead } from "../../shared/ui/page";
import { LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { Mapping } from "./Mapping";
import { Rows } from "./Rows";

function atWork(sheet: Sheet | undefined): boolean {
  return sheet?.state === "CHECKING" || sheet?.state === "IMPORTING";
}

/** Rows done of rows to do: checked of all, or entered of those that can be. */
export function progressOf(sheet: Sheet): { done: number; all: number } {
  const of = (k: string) => sheet.counts[k] ?? 0;
  if (sheet.state === "IMPORTING") return { done: of("imported"), all: of("imported") + of("ok") + of("warning") };
  return { done: Object.values(sheet.counts).reduce((a, b) => a + b, 0), all: sheet.rowCount };
}

/** One spreadsheet: which column is what, what would happen to each row, and the import. */
export function Component() {
  const m = useMessages();
  const may = useMay();
  const id = Number(useParams().id);
  const queries = useQueryClient();
  const [publish, setPublish] = useState(false);
  const sheet = useQuery({
    queryKey: ["sheets", id],
    queryFn: ({ signal }) => api.get<Sheet>(`/sheets/${id}`, {}, signal),
    // rows are checked and entered in the background
    refetchInterval: (query) => (atWork(query.state.data) ? 1000 : false),
  });
  const importing = useMutation({
    mutationFn: (version: number) => {
      before.current = sheet.data?.counts.imported ?? 0;
      return api.post<Sheet>(`/sheets/${id}/import`, { version, publish });
    },
    // the answer may already be that of a finished import
    onSuccess: (begun) => {
      awaited.current = true;
      queries.setQueryData(["sheets", id], begun);
    },
  });
  const stopping = useMutation({
    mutationFn: () => api.post<Sheet>(`/sheets/${id}/stop`, {}),
    onSuccess: (stopped) => queries.setQueryData(["sheets", id], stopped),
  });
  const before = useRef(0);
  const awaited = useRef(false);
  const was = useRef<string | undefined>(undefined);
  const s = sheet.data;
  useEffect(() => {
    const through = s !== undefined && !atWork(s);
    if (through && (awaited.current || was.current === "IMPORTING")) {
      say(m.sheet.imported((s.counts.imported ?? 0) - before.current));
      awaited.current = false;
    }
    if (through && was.current !== undefined && was.current !== s.state) queries.invalidateQueries();
    was.current = s?.state;
  }, [s, m, queries]);
  const importable = (s?.counts.ok ?? 0) + (s?.counts.warning ?? 0);
  return (
    <div className="page stack">
      <PageHead
        title={s?.fileName ?? m.sheet.title}
        intro={
          s &&
          [
            m.sheet.states[s.state] ?? s.state,
            m.sheet.rowCount(s.rowCount),
            m.sheet.headerRow(s.headerRow + 1),
            s.encoding ? m.sheet.encoding(s.encoding) : "",
          ]
            .filter((t) => t !== "")
            .join(" · ")
        }
      >
        <Button component={Link} to="/bang-tinh" variant="default">
          {m.sheet.list}
        </Button>
      </PageHead>
      {sheet.isPending && <LoadingRows />}
      {sheet.isError && <ProblemNotice error={sheet.error} onRetry={() => sheet.refetch()} />}
      {s && (
        <>
          <section className="panel pad" aria-label={m.sheet.title}>
            <dl className="counts">
              {["ok", "warning", "error", "duplicate", "imported"].map((k) => (
                <div key={k}>
                  <dt>{m.sheet.counts[k]}</dt>
                  <dd className={k === "error" && (s.counts[k] ?? 0) > 0 ? "bad" : undefined}>
                    {showNumber(s.counts[k] ?? 0)}
                  </dd>
                </div>
              ))}
            </dl>
            {atWork(s) && <Working sheet={s} />}
            {s.actions.includes("stop") && (
              <div style={{ display: "flex", flexWrap: "wrap", gap: 16, alignItems: "center", marginTop: 12 }}>
                <Button variant="default" loading={stopping.isPending} onClick={() => stopping.mutate()}>
                  {m.sheet.stop}
                </Button>
                <span className="small soft">{m.sheet.stopNote}</span>
              </div>
            )}
            {stopping.isError && <ProblemNotice error={stopping.error} />}
            {s.actions.includes("import") && (
              <div style={{ display: "flex", flexWrap: "wrap", gap: 16, alignItems: "center", marginTop: 16 }}>
                <Button loading={importing.isPending} onClick={() => importing.mutate(s.version)}>
                  {m.sheet.import(importable)}
                </Button>
                {may("PUBLISH") && (
                  <Checkbox
                    label={m.sheet.publish}
                    checked={publish}
                    onChange={(e) => setPublish(e.currentTarget.checked)}
                  />
                )}
                <span className="small soft">{m.sheet.importNote}</span>
              </div>
            )}
            {importing.isError && <ProblemNotice error={importing.error} />}
          </section>
          <Rows sheet={s} />
          <Mapping key={s.version} sheet={s} />
        </>
      )}
    </div>
  );
}

function Working({ sheet }: { sheet: Sheet }) {
  const m = useMessages();
  const { done, all } = progressOf(sheet);
  return (
    <div className="stack" style={{ marginTop: 16 }}>
      <Progress
        value={all === 0 ? 100 : (100 * done) / all}
        aria-label={m.sheet.states[sheet.state] ?? sheet.state}
        animated
      />
      <p role="status" className="small soft">
        {m.sheet.working(m.sheet.states[sheet.state] ?? sheet.state, done, all)}
      </p>
    </div>
  );
}
