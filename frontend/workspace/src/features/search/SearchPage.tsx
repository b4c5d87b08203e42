import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import type { SearchAnswer } from "../../shared/api/types";
import { showDay, today } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { showNumber } from "../../shared/numbers";
import { DayField } from "../../shared/ui/DayField";
import { useKeys } from "../../shared/ui/keys";
import { Marked } from "../../shared/ui/Marked";
import { PageHead } from "../../shared/ui/page";
import { StatusBadge } from "../../shared/ui/StatusBadge";
import { Empty, LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import "./search.css";

const FACETS = ["status", "type", "issuer", "level", "year"] as const;
const BINDING = ["inForce", "partlyExpired", "partlySuspended"];
const AT_FIRST = 8;

function Facet({
  name,
  values,
  chosen,
  onChange,
}: {
  name: (typeof FACETS)[number];
  values: SearchAnswer["facets"][string];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}) {
  const m = useMessages();
  const [all, setAll] = useState(false);
  if (values.length === 0) return null;
  const shown = all ? values : values.filter((v, n) => n < AT_FIRST || chosen.includes(v.value));
  const label = (v: { value: string; label: string }) =>
    (name === "type"
      ? m.types[v.value]
      : name === "level"
        ? m.levels[v.value]
        : name === "status"
          ? m.status[v.value]
          : undefined) ??
    v.label ??
    v.value;
  return (
    <fieldset>
      <legend>{m.search.facets[name]}</legend>
      {shown.map((v) => (
        <Checkbox
          key={v.value}
          size="sm"
          checked={chosen.includes(v.value)}
          label={
            <span className="facet">
              <span>{label(v)}</span>
              <span className="num soft">{showNumber(v.count)}</span>
            </span>
          }
          onChange={(e) =>
            onChange(e.currentTarget.checked ? [...chosen, v.value] : chosen.filter((c) => c !== v.value))
          }
        />
      ))}
      {!all && values.length > shown.length && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          {m.search.allValues(values.length)}
        </Button>
      )}
    </fieldset>
  );
}

/** The staff search: everything in the register, articles named, facets with counts, status on a day. */
export function Component() {
  const m = useMessages();
  const address = useAddress();
  const q = address.get("q");
  const on = address.get("on") || today();
  const sort = address.get("sort");
  const [words, setWords] = useState(q);
  useEffect(() => setWords(q), [q]);
  const chosen = Object.fromEntries(FACETS.map((f) => [f, address.all(f)])) as Record<
    (typeof FACETS)[number],
    string[]
  >;
  const narrowed = FACETS.some((f) => chosen[f].length > 0);
  const asked = q !== "" || narrowed;
  const answer = useInfiniteQuery({
    queryKey: ["search", q, on, sort, chosen],
    queryFn: ({ pageParam, signal }) =>
      api.get<SearchAnswer>("/search", { q, on, sort, ...chosen, size: 20, after: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
    enabled: asked,
    placeholderData: (before) => before,
  });
  const first = answer.data?.pages[0];
  const hits = answer.data?.pages.flatMap((p) => p.hits) ?? [];
  const link = (id: number) => `/van-ban/${id}${address.get("on") === "" ? "" : `?on=${on}`}`;
  useKeys({ "/": () => document.querySelector<HTMLInputElement>(".asking-form input")?.focus() });

  return (
    <div className="page">
      <PageHead title={m.search.title} />
      <form
        className="asking-form"
        onSubmit={(e) => {
          e.preventDefault();
          address.set({ q: words.trim() }, { push: true });
        }}
      >
        <TextInput
          className="grow"
          label={m.search.label}
          description={m.search.hint}
          value={words}
          autoFocus={!asked}
          onChange={(e) => setWords(e.currentTarget.value)}
        />
        <Button type="submit" leftSection={<IconSearch size={16} aria-hidden />}>
          {m.searchBox.go}
        </Button>
      </form>
      <div className="asking-form">
        <DayField
          label={m.search.on}
          width={180}
          value={on}
          onChange={(day) => address.set({ on: day === null || day === today() ? null : day })}
        />
        <NativeSelect
          label={m.search.sort}
          value={sort}
          onChange={(e) => address.set({ sort: e.currentTarget.value })}
          data={[
            { value: "", label: m.search.sorts.relevance ?? "" },
            ...["newest", "oldest", "number"].map((value) => ({ value, label: m.search.sorts[value] ?? value })),
          ]}
        />
        <Checkbox
          label={m.search.inForce}
          checked={BINDING.every((s) => chosen.status.includes(s)) && chosen.status.length === BINDING.length}
          onChange={(e) => address.set({ status: e.currentTarget.checked ? BINDING : null })}
        />
      </div>
      {!asked && (
        <div className="panel">
          <Empty title={m.search.start} hint={m.search.startHint} />
        </div>
      )}
      {asked && (
        <div className="found">
          <aside aria-label={m.search.narrow}>
            {narrowed && (
              <Button
                size="compact-sm"
                variant="default"
                mb={8}
                onClick={() => address.set(Object.fromEntries(FACETS.map((f) => [f, null])))}
              >
                {m.common.clearFilters}
              </Button>
            )}
            {first &&
              FACETS.map((f) => (
                <Facet
                  key={f}
                  name={f}
                  values={first.facets[f] ?? []}
                  chosen={chosen[f]}
                  onChange={(values) => address.set({ [f]: values })}
                />
              ))}
          </aside>
          <section aria-label={m.search.title} aria-busy={answer.isFetching}>
            {answer.isPending && (
              <div className="panel">
                <LoadingRows rows={8} />
              </div>
            )}
            {answer.isError && <ProblemNotice error={answer.error} onRetry={() => answer.refetch()} />}
            {first && (
              <p className="soft small" role="status">
                {m.search.results(first.total, first.totalIsLowerBound === true)}
                {first.tookMs != null && ` · ${m.search.took(first.tookMs)}`}
              </p>
            )}
            {first?.widened && <p className="notice">{m.search.widened}</p>}
            {first && hits.length === 0 && (
              <div className="panel">
                <Empty title={m.search.empty(q)} hint={m.search.emptyHint} />
              </div>
            )}
            {hits.length > 0 && (
              <ul className="plain panel hits">
                {hits.map((hit) => (
                  <li key={hit.id}>
                    <h2>
                      <Link to={link(hit.id)}>
                        {hit.number && <strong>{hit.number} </strong>}
                        <Marked html={hit.titleHtml || hit.title} />
                      </Link>
                    </h2>
                    <p className="hit-meta">
                      <span>
                        {m.types[hit.type] ?? hit.type} · {hit.issuer}
                        {hit.issuedOn && <span className="num"> · {showDay(hit.issuedOn)}</span>}
                      </span>
                      {hit.status && <StatusBadge code={hit.status} label={hit.statusLabel} on={on} />}
                    </p>
                    {hit.passages.map((p) => (
                      <div key={p.address + p.html} className="passage">
                        <Link to={`${link(hit.id)}#${p.address}`}>{p.label}</Link> <Marked html={p.html} />
                      </div>
                    ))}
                  </li>
                ))}
              </ul>
            )}
            {answer.hasNextPage && (
              <Button
                mt={12}
                variant="default"
                loading={answer.isFetchingNextPage}
                onClick={() => answer.fetchNextPage()}
              >
                {m.common.more}
              </Button>
            )}
          </section>
        </div>
      )}
    </div>
  );
}
