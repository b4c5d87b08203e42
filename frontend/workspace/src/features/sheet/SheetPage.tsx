import { Button, Checkbox } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
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
  });
  const importing = useMutation({
    mutationFn: (version: number) => api.post<Sheet>(`/sheets/${id}/import`, { version, publish }),
    onSuccess: (done) => {
      const before = sheet.data?.counts.imported ?? 0;
      say(m.sheet.imported((done.counts.imported ?? 0) - before));
      queries.invalidateQueries();
    },
  });
  const s = sheet.data;
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
