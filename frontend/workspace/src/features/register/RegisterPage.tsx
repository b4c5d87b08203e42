import { Button, Checkbox, Menu, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconColumns, IconDownload } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link, useNavigate } from "react-router";
import { api, type Query, queryString } from "../../shared/api/client";
import type { Page, Row } from "../../shared/api/types";
import { today } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { useMay } from "../../shared/session";
import { DayField } from "../../shared/ui/DayField";
import { IssuerPicker } from "../../shared/ui/IssuerPicker";
import { useKeys } from "../../shared/ui/keys";
import { ListFrame } from "../../shared/ui/ListFrame";
import { PageHead } from "../../shared/ui/page";
import { Empty } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { COLUMNS, type Column, cell, USUAL } from "./columns";
import "./register.css";

const FILTERS = [
  "q",
  "number",
  "type",
  "issuer",
  "level",
  "year",
  "field",
  "status",
  "published",
  "normative",
] as const;

/** The register: filters, order, columns, chosen row, all of it in the address. */
export function Component() {
  const m = useMessages();
  const may = useMay();
  const navigate = useNavigate();
  const address = useAddress();
  const { set } = address;
  const on = address.get("on") || today();
  const sort = address.get("sort") || "-issuedOn";
  const columns = (address.get("columns") || USUAL.join(","))
    .split(",")
    .filter((c): c is Column => COLUMNS.includes(c as Column));
  const [words, setWords] = useState(address.get("q"));
  const [settled] = useDebouncedValue(words, 300);
  useEffect(() => set({ q: settled.trim() }), [settled, set]);
  const [unfolded, setUnfolded] = useState(false);
  const [issuerName, setIssuerName] = useState(address.get("issuerName"));

  const query: Query = { sort, on };
  for (const name of FILTERS) query[name] = address.get(name);
  const filtered = FILTERS.some((name) => address.get(name) !== "");
  const list = useInfiniteQuery({
    queryKey: ["documents", "list", query],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Row>>("/documents", { ...query, size: 50, after: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
  const rows = list.data?.pages.flatMap((p) => p.items) ?? [];
  const first = list.data?.pages[0];
  const at = rows.findIndex((r) => String(r.id) === address.get("row"));
  const move = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (row === undefined) return;
    set({ row: String(row.id) });
    document.querySelector(`[data-row="${row.id}"]`)?.scrollIntoView({ block: "nearest" });
    if (to >= rows.length - 5 && list.hasNextPage && !list.isFetchingNextPage) list.fetchNextPage();
  };
  const link = (row: Row) => `/van-ban/${row.id}${address.get("on") === "" ? "" : `?on=${on}`}`;
  const openRow = (event: KeyboardEvent) => {
    const row = rows[at];
    // a link or button that has the focus keeps its Enter
    if (event.target instanceof HTMLAnchorElement || event.target instanceof HTMLButtonElement) event.target.click();
    else if (row !== undefined) navigate(link(row));
  };
  useKeys({ j: () => move(at + 1), k: () => move(at - 1), Enter: openRow });
  const exportTo = (format: string) =>
    `/api/documents/export${queryString({ ...query, format, columns: columns.join(",") })}`;
  const clear = () => {
    setWords("");
    setIssuerName("");
    set(Object.fromEntries([...FILTERS, "issuerName", "on"].map((n) => [n, null])));
  };

  return (
    <div className="page">
      <PageHead
        title={m.documents.title}
        intro={
          first &&
          (first.total == null ? undefined : m.common.of(rows.length, first.total, first.totalIsLowerBound === true))
        }
      >
        <Menu withinPortal closeOnItemClick={false}>
          <Menu.Target>
            <Button variant="default" leftSection={<IconColumns size={16} aria-hidden />}>
              {m.documents.columns}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {COLUMNS.map((c) => (
              <Menu.Item
                key={c}
                role="menuitemcheckbox"
                aria-checked={columns.includes(c)}
                disabled={c === "number"}
                leftSection={<Checkbox.Indicator size="xs" checked={columns.includes(c)} />}
                onClick={() =>
                  set({
                    columns: COLUMNS.filter((x) => (x === c ? !columns.includes(c) : columns.includes(x))).join(","),
                  })
                }
              >
                {m.fields[c]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Menu withinPortal>
          <Menu.Target>
            <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
              {m.documents.export}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{m.documents.exportNote}</Menu.Label>
            <Menu.Item component="a" href={exportTo("xlsx")}>
              {m.documents.exportXlsx}
            </Menu.Item>
            <Menu.Item component="a" href={exportTo("csv")}>
              {m.documents.exportCsv}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </PageHead>
      <search className="filters" data-folded={unfolded ? undefined : ""} aria-label={m.documents.filters}>
        <TextInput
          label={m.documents.q}
          value={words}
          onChange={(e) => setWords(e.currentTarget.value)}
          className="wide"
        />
        <Button
          className="filters-toggle"
          variant="default"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {m.documents.filters}
        </Button>
        <NativeSelect
          label={m.fields.type}
          value={address.get("type")}
          onChange={(e) => set({ type: e.currentTarget.value })}
          data={[
            { value: "", label: m.documents.anyType },
            ...Object.entries(m.types).map(([value, label]) => ({ value, label })),
          ]}
        />
        <IssuerPicker
          label={m.documents.issuer}
          id={address.get("issuer") === "" ? null : Number(address.get("issuer"))}
          name={issuerName}
          onChange={(id, name) => {
            setIssuerName(name);
            if (id !== null) set({ issuer: String(id), issuerName: name });
            else if (name.trim() === "" || address.get("issuer") !== "") set({ issuer: null, issuerName: null });
          }}
        />
        <NativeSelect
          label={m.fields.level}
          value={address.get("level")}
          onChange={(e) => set({ level: e.currentTarget.value })}
          data={[
            { value: "", label: m.documents.anyLevel },
            ...Object.entries(m.levels).map(([value, label]) => ({ value, label })),
          ]}
        />
        <NumberInput
          label={m.documents.year}
          hideControls
          thousandSeparator={false}
          min={1945}
          max={2100}
          value={address.get("year") === "" ? "" : Number(address.get("year"))}
          onChange={(value) => {
            if (value === "" || String(value).length === 4) set({ year: String(value) });
          }}
        />
        <TextInput
          label={m.fields.field}
          value={address.get("field")}
          onChange={(e) => set({ field: e.currentTarget.value })}
        />
        <NativeSelect
          label={m.fields.status}
          value={address.get("status")}
          onChange={(e) => set({ status: e.currentTarget.value })}
          data={[
            { value: "", label: m.documents.anyStatus },
            ...Object.entries(m.status).map(([value, label]) => ({ value, label })),
          ]}
        />
        <DayField
          label={m.documents.on}
          value={on}
          onChange={(day) => set({ on: day === null || day === today() ? null : day })}
        />
        <NativeSelect
          label={m.fields.published}
          value={address.get("published")}
          onChange={(e) => set({ published: e.currentTarget.value })}
          data={[
            { value: "", label: m.common.all },
            { value: "true", label: m.documents.publishedYes },
            { value: "false", label: m.documents.publishedNo },
          ]}
        />
        <NativeSelect
          label={m.documents.sort}
          value={sort}
          onChange={(e) => set({ sort: e.currentTarget.value })}
          data={Object.entries(m.documents.sorts).map(([value, label]) => ({ value, label }))}
        />
        <Checkbox
          label={m.documents.onlyNormative}
          checked={address.get("normative") === "true"}
          onChange={(e) => set({ normative: e.currentTarget.checked ? "true" : null })}
        />
        {(filtered || address.get("on") !== "") && (
          <Button variant="subtle" onClick={clear}>
            {m.common.clearFilters}
          </Button>
        )}
      </search>
      <ListFrame
        list={list}
        items={rows}
        headings={columns.map((c) => m.fields[c])}
        empty={
          <Empty
            title={filtered ? m.documents.empty : m.documents.emptyAll}
            hint={filtered ? m.documents.emptyHint : m.documents.emptyAllHint}
          >
            {filtered ? (
              <Button variant="default" onClick={clear}>
                {m.common.clearFilters}
              </Button>
            ) : (
              may("RECEIVE_FILES") && (
                <Button component={Link} to="/tiep-nhan">
                  {m.documents.emptyAllDo}
                </Button>
              )
            )}
          </Empty>
        }
        rows={10}
        className="register"
      >
        {(row, n) => (
          <tr key={row.id} data-row={row.id} data-selected={n === at ? "" : undefined}>
            {columns.map((c) => cell(c, row, link(row), m))}
          </tr>
        )}
      </ListFrame>
      <p className="small soft keys-hint">{m.documents.keys}</p>
    </div>
  );
}
