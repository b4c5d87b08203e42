import { IconLock, IconLockOpen } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api } from "../api/client";
import type { HistoryEntry, Page } from "../api/types";
import { showDay, showInstant } from "../dates";
import { useMessages } from "../i18n";
import type { Messages } from "../i18n/vi";
import { ListFrame } from "./ListFrame";
import { Empty } from "./states";

function written(value: unknown, m: Messages, values: Record<string, string>): string {
  if (value === null || value === undefined || value === "") return m.common.none;
  if (typeof value === "boolean") return value ? m.common.yes : m.common.no;
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return showDay(text);
  return (
    values[text] ?? m.types[text] ?? m.levels[text] ?? m.procedures.forms[text] ?? m.procedures.kinds[text] ?? text
  );
}

function address(object: string): string | null {
  const [kind, id] = object.split(":");
  if (id === undefined) return null;
  if (kind === "document") return `/van-ban/${id}`;
  if (kind === "item") return `/tiep-nhan/xac-nhan/${id}`;
  if (kind === "sheet") return `/bang-tinh/${id}`;
  if (kind === "dossier") return `/ho-so/${id}`;
  if (kind === "batch") return `/tiep-nhan/dot/${id}`;
  return null;
}

/**
 * Who changed what, when, from which value to which: of one object, or of everything.
 *
 * @param path of an object whose history its own readers may read
 * @param fields what the fields of this kind of object are called; one without a name here or there is shown by its key
 * @param values what its values are called
 * @param hidden fields that say nothing to a reader, such as ids
 */
export function History({
  object,
  path = "/history",
  fields = {},
  values = {},
  hidden = [],
}: {
  object?: string;
  path?: string;
  fields?: Record<string, string>;
  values?: Record<string, string>;
  hidden?: readonly string[];
}) {
  const m = useMessages();
  const list = useInfiniteQuery({
    queryKey: ["history", object ?? ""],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<HistoryEntry>>(
        path,
        { object: path === "/history" ? object : undefined, size: 50, after: pageParam },
        signal,
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const entries = list.data?.pages.flatMap((p) => p.items) ?? [];
  const shown = (changes: HistoryEntry["changes"]) => changes.filter((c) => !hidden.includes(c.field));
  const named = (o: string) => {
    const [kind, id] = o.split(":");
    return `${m.audit.objects[kind ?? ""] ?? kind} ${id ?? ""}`;
  };
  return (
    <ListFrame
      list={list}
      items={entries}
      headings={[m.audit.at, m.audit.who, m.audit.what, m.audit.changes]}
      empty={<Empty title={m.audit.empty} hint={m.audit.emptyHint} />}
    >
      {(e) => {
        const to = address(e.object);
        return (
          <tr key={e.id}>
            <td className="nowrap num">
              {showInstant(e.at)}
              <div className="small soft">
                {e.sealed ? <IconLock size={12} aria-hidden /> : <IconLockOpen size={12} aria-hidden />}{" "}
                {e.sealed ? m.audit.sealed : m.audit.notSealed}
              </div>
            </td>
            <td>{e.actor?.displayName || m.audit.machine}</td>
            <td>
              {m.audit.actions[`${e.object.split(":")[0]}:${e.action}`] ?? m.audit.actions[e.action] ?? e.action}
              {object === undefined && (
                <div className="small">{to === null ? named(e.object) : <Link to={to}>{named(e.object)}</Link>}</div>
              )}
            </td>
            <td style={{ overflowWrap: "anywhere" }}>
              {shown(e.changes).map((c) => (
                <div key={c.field} className="small">
                  <strong>{fields[c.field] ?? m.fields[c.field] ?? c.field}</strong>:{" "}
                  <span className="soft">{written(c.old, m, values)}</span> → {written(c.now, m, values)}
                </div>
              ))}
            </td>
          </tr>
        );
      }}
    </ListFrame>
  );
}
