import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import type { LegalDocument, Relation } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { StatusBadge } from "../../shared/ui/StatusBadge";
import { Empty, LoadingRows, ProblemNotice } from "../../shared/ui/states";

/** Lược đồ as a list: each relation in the law's words, with the status of the other document on the same day. */
export function RelationsTab({ document, on }: { document: LegalDocument; on: string }) {
  const m = useMessages();
  const [label, setLabel] = useState("");
  const list = useQuery({
    queryKey: ["documents", document.id, "relations", on],
    queryFn: ({ signal }) => api.get<Relation[]>(`/documents/${document.id}/relations`, { on }, signal),
  });
  if (list.isPending) return <LoadingRows />;
  if (list.isError) return <ProblemNotice error={list.error} onRetry={() => list.refetch()} />;
  if (list.data.length === 0) {
    return (
      <div className="panel">
        <Empty title={m.document.relations.empty} hint={m.document.relations.emptyHint} />
      </div>
    );
  }
  const counts = new Map<string, number>();
  for (const r of list.data) counts.set(r.label, (counts.get(r.label) ?? 0) + 1);
  const shown = list.data.filter((r) => label === "" || r.label === label);
  return (
    <div className="stack">
      <NativeSelect
        w={320}
        aria-label={m.document.relations.filter}
        value={label}
        onChange={(e) => setLabel(e.currentTarget.value)}
        data={[
          { value: "", label: `${m.common.all} (${list.data.length})` },
          ...[...counts].map(([value, n]) => ({ value, label: `${value} (${n})` })),
        ]}
      />
      <div className="panel">
        <table className="list cards">
          <thead>
            <tr>
              <th scope="col">{m.document.tabs.relations}</th>
              <th scope="col">{m.fields.number}</th>
              <th scope="col">{m.fields.title}</th>
              <th scope="col">{m.fields.status}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((r) => (
              <tr key={`${r.kind}-${r.direction}-${r.documentId}-${r.provision ?? ""}`}>
                <td>
                  {r.label}
                  {r.from && <div className="small soft num">{m.document.since(showDay(r.from))}</div>}
                </td>
                <td className="nowrap">
                  <Link className="number" to={`/van-ban/${r.documentId}`}>
                    {r.number || m.document.noNumber}
                  </Link>
                  {r.provision && <div className="small">{r.provision}</div>}
                </td>
                <td className="title">
                  {r.title}
                  {r.stub && <div className="small soft">{m.document.relations.stub}</div>}
                </td>
                <td className="nowrap">
                  <StatusBadge code={r.status} on={on} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
