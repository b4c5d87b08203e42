import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../shared/api/client";
import type { Organisation, Page } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { useMay } from "../../shared/session";
import { DayField } from "../../shared/ui/DayField";
import { ListFrame } from "../../shared/ui/ListFrame";
import { PageHead } from "../../shared/ui/page";
import { Empty } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { OrganisationForm } from "./OrganisationForm";

/** Organisations in time: what each was called, from when to when, what it came from and became. */
export function Component() {
  const m = useMessages();
  const may = useMay();
  const { get, set } = useAddress();
  const [words, setWords] = useState(get("q"));
  const [settled] = useDebouncedValue(words.trim(), 250);
  useEffect(() => set({ q: settled }), [settled, set]);
  const [editing, setEditing] = useState<Organisation | "new" | null>(null);
  const level = get("level");
  const on = get("on");
  const list = useInfiniteQuery({
    queryKey: ["organisations", "list", settled, level, on],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Organisation>>("/organisations", { q: settled, level, on, size: 50, after: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const organisations = list.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <div className="page stack">
      <PageHead title={m.organisations.title} intro={m.organisations.intro}>
        {may("MANAGE_PEOPLE") && <Button onClick={() => setEditing("new")}>{m.organisations.add}</Button>}
      </PageHead>
      <div style={{ display: "flex", flexWrap: "wrap", gap: 12, alignItems: "end" }}>
        <TextInput
          w={280}
          label={m.organisations.find}
          value={words}
          onChange={(e) => setWords(e.currentTarget.value)}
        />
        <NativeSelect
          label={m.fields.level}
          value={level}
          onChange={(e) => set({ level: e.currentTarget.value })}
          data={[
            { value: "", label: m.documents.anyLevel },
            ...Object.entries(m.levels)
              .filter(([value]) => value !== "UNKNOWN")
              .map(([value, label]) => ({ value, label })),
          ]}
        />
        <DayField
          label={m.organisations.on}
          value={on === "" ? null : on}
          width={200}
          onChange={(day) => set({ on: day })}
        />
      </div>
      <ListFrame
        list={list}
        items={organisations}
        headings={[
          m.fields.name,
          m.fields.level,
          m.organisations.validity,
          m.organisations.successors,
          { key: "act", unseen: m.common.edit },
        ]}
        empty={<Empty title={m.organisations.empty} hint={m.organisations.emptyHint} />}
      >
        {(o) => (
          <tr key={o.id}>
            <td>
              <strong>{o.name}</strong>
              <div className="small soft">{m.organisations.kinds[o.kind] ?? o.kind}</div>
              {o.predecessors.length > 0 && (
                <div className="small">
                  {m.organisations.predecessors}: {o.predecessors.map((p) => p.name).join("; ")}
                </div>
              )}
            </td>
            <td>{m.levels[o.level] ?? o.level}</td>
            <td className="num" data-label={m.organisations.validity}>
              {showDay(o.validFrom)} – {o.validTo ? showDay(o.validTo) : m.organisations.still}
            </td>
            <td data-label={o.successors.length > 0 ? m.organisations.successors : undefined}>
              {o.successors.map((s) => s.name).join("; ")}
            </td>
            <td>
              {o.actions.includes("edit") && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`${m.common.edit}: ${o.name}`}
                  onClick={() => setEditing(o)}
                >
                  {m.common.edit}
                </Button>
              )}
            </td>
          </tr>
        )}
      </ListFrame>
      {editing !== null && (
        <OrganisationForm organisation={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}
