import { SegmentedControl } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconCopy, IconDatabaseImport } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import type { Page, Sheet, SheetRow } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { ListFrame } from "../../shared/ui/ListFrame";
import { Empty } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";

const ICONS = {
  OK: IconCircleCheck,
  WARNING: IconAlertTriangle,
  ERROR: IconCircleX,
  DUPLICATE: IconCopy,
  IMPORTED: IconDatabaseImport,
};
const COLOURS = { OK: "good", WARNING: "warn", ERROR: "bad", DUPLICATE: "", IMPORTED: "good" };

/** What would become of each row, and why not. */
export function Rows({ sheet }: { sheet: Sheet }) {
  const m = useMessages();
  const address = useAddress();
  const state = address.get("state") || ((sheet.counts.error ?? 0) > 0 ? "ERROR" : "");
  const list = useInfiniteQuery({
    queryKey: ["sheets", sheet.id, "rows", state === "ALL" ? "" : state, sheet.version],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<SheetRow>>(
        `/sheets/${sheet.id}/rows`,
        { state: state === "ALL" ? "" : state, size: 50, after: pageParam },
        signal,
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const rows = list.data?.pages.flatMap((p) => p.items) ?? [];
  const fields = Object.keys(m.sheet.columnFields).filter((f) => sheet.columns.some((c) => c.field === f));
  return (
    <section aria-labelledby="rows">
      <div className="page-head" style={{ marginBottom: 8 }}>
        <h2 className="section-title" id="rows">
          {m.sheet.rows}
        </h2>
        <div className="scroll-x">
          <SegmentedControl
            size="xs"
            value={state === "" ? "ALL" : state}
            onChange={(value) => address.set({ state: value })}
            data={[
              { value: "ALL", label: m.common.all },
              ...Object.entries(m.sheet.states2).map(([value, label]) => ({ value, label })),
            ]}
          />
        </div>
      </div>
      <ListFrame
        list={list}
        items={rows}
        headings={[m.sheet.row, m.fields.state, m.sheet.problem, ...fields.map((f) => m.sheet.columnFields[f])]}
        empty={<Empty title={m.sheet.rowsEmpty} />}
        wide
      >
        {(r) => {
          const Icon = ICONS[r.state];
          return (
            <tr key={r.row}>
              <td className="num">{r.row}</td>
              <td className="nowrap">
                <span className={`status ${COLOURS[r.state]}`}>
                  <Icon size={14} aria-hidden /> {m.sheet.states2[r.state]}
                </span>
                {r.documentId != null && (
                  <div>
                    <Link to={`/van-ban/${r.documentId}`}>{m.desk.see}</Link>
                  </div>
                )}
              </td>
              <td>
                {r.problems.map((p) => (
                  <div key={`${p.field}-${p.code}`} className="small">
                    <strong>{m.sheet.columnFields[p.field ?? ""] ?? p.field}</strong>:{" "}
                    {p.message ?? m.sheet.codes[p.code] ?? p.code}
                    {p.value ? ` (“${p.value}”)` : ""}
                  </div>
                ))}
              </td>
              {fields.map((f) => (
                <td
                  key={f}
                  className={r.problems.some((p) => p.field === f) ? "bad" : undefined}
                  style={{ minWidth: f === "TITLE" ? 260 : 90 }}
                >
                  {r.values[f] ?? r.values[f.toLowerCase()] ?? ""}
                </td>
              ))}
            </tr>
          );
        }}
      </ListFrame>
    </section>
  );
}
