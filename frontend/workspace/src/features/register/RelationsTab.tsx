import { Button, NativeSelect, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import type { LegalDocument, Relation } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { StatusBadge } from "../../shared/ui/StatusBadge";
import { Empty, LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";

const RelationsDiagram = lazy(() => import("./RelationsDiagram"));
const AT_ONCE = 200;

/** Lược đồ as a list or a diagram: each relation in the law's words, with the status of the other document on the same day. */
export function RelationsTab({ document, on }: { document: LegalDocument; on: string }) {
  const m = useMessages();
  const address = useAddress();
  const label = address.get("loai");
  const direction = address.get("chieu");
  const drawn = address.get("kieu") === "so-do";
  const [most, setMost] = useState(AT_ONCE);
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
  const ofDirection = list.data.filter((r) => direction === "" || r.direction === direction);
  const counts = new Map<string, number>();
  for (const r of ofDirection) counts.set(r.label, (counts.get(r.label) ?? 0) + 1);
  const chosen = ofDirection.filter((r) => label === "" || r.label === label);
  const shown = chosen.slice(0, most);
  return (
    <div className="stack">
      <div className="relation-filters">
        <SegmentedControl
          aria-label={m.document.relations.view}
          value={drawn ? "so-do" : "danh-sach"}
          onChange={(kieu) => address.set({ kieu: kieu === "so-do" ? kieu : null })}
          data={[
            { value: "danh-sach", label: m.document.relations.list },
            { value: "so-do", label: m.document.relations.diagram },
          ]}
        />
        <NativeSelect
          aria-label={m.document.relations.direction}
          value={direction}
          onChange={(e) => address.set({ chieu: e.currentTarget.value, loai: null })}
          data={[
            { value: "", label: m.document.relations.both },
            { value: "IN", label: m.document.relations.in },
            { value: "OUT", label: m.document.relations.out },
          ]}
        />
        <NativeSelect
          maw="100%"
          aria-label={m.document.relations.filter}
          value={counts.has(label) ? label : ""}
          onChange={(e) => address.set({ loai: e.currentTarget.value })}
          data={[
            { value: "", label: `${m.common.all} (${ofDirection.length})` },
            ...[...counts].map(([value, n]) => ({ value, label: `${value} (${n})` })),
          ]}
        />
      </div>
      {drawn ? (
        <Suspense fallback={<LoadingRows rows={8} />}>
          <RelationsDiagram
            document={document}
            relations={chosen}
            on={on}
            onMore={(loai) => address.set({ loai, kieu: null })}
          />
        </Suspense>
      ) : (
        <div className="panel">
          {chosen.length === 0 && <Empty title={m.document.relations.none} />}
          {chosen.length > 0 && (
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
                  <tr key={`${r.kind}-${r.direction}-${r.documentId}-${r.provision ?? ""}-${r.from ?? ""}`}>
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
                      {r.stub && (
                        <div className="small">
                          <Link to={`/van-ban/${r.documentId}`}>{m.document.relations.fill}</Link>
                        </div>
                      )}
                    </td>
                    <td className="nowrap">
                      <StatusBadge code={r.status} on={on} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {chosen.length > shown.length && (
            <div className="pad">
              <Button variant="default" onClick={() => setMost(most + AT_ONCE)}>
                {m.common.more}
              </Button>
            </div>
          )}
        </div>
      )}
    </div>
  );
}
