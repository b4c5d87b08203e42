import { NativeSelect } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { api } from "../../shared/api/client";
import type { Page } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { ListFrame } from "../../shared/ui/ListFrame";
import { PageHead } from "../../shared/ui/page";
import { Empty, LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { ReviewRow } from "./Rows";
import type { BasisChangeDetail, Review } from "./types";

/** One change: its clauses, and every document that it reaches, the surest first. */
export function Component() {
  const m = useMessages();
  const id = Number(useParams().id);
  const { get, set } = useAddress();
  const state = get("trangthai");
  const change = useQuery({
    queryKey: ["reviews", "change", id],
    queryFn: ({ signal }) => api.get<BasisChangeDetail>(`/reviews/changes/${id}`, {}, signal),
  });
  const list = useInfiniteQuery({
    queryKey: ["reviews", "of-change", id, state],
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<Review>>("/reviews", { change: id, state, after: pageParam, size: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  if (change.isPending) return <LoadingRows />;
  if (change.isError) return <ProblemNotice error={change.error} onRetry={() => change.refetch()} />;
  const { change: c, clauses } = change.data;
  const items = list.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <div className="page stack">
      <PageHead
        title={c.summary}
        intro={
          <>
            <Link to="/ra-soat">{m.review.back}</Link>
            {!c.standing && ` · ${m.review.takenBack}`}
          </>
        }
      />
      <dl className="facts">
        <dt>{m.review.change}</dt>
        <dd>
          <Link to={`/van-ban/${c.changed.id}`}>{c.changed.label}</Link> {c.changed.title}
        </dd>
        {c.cause && (
          <>
            <dt>{m.review.causedBy}</dt>
            <dd>
              <Link to={`/van-ban/${c.cause.id}`}>{c.cause.label}</Link> {c.cause.title}
            </dd>
          </>
        )}
        <dt>{m.review.since}</dt>
        <dd>{showDay(c.since)}</dd>
      </dl>
      <h2>{m.review.clauses}</h2>
      <ul>
        {clauses.map((k) => (
          <li key={`${k.kind} ${k.provision} ${k.from} ${k.quote}`}>
            <strong>{k.provision ?? c.changed.label}</strong>
            {k.clause ? ` · ${k.clause}` : ""}
            {k.from ? ` · ${showDay(k.from)}` : ""}
            <div className="small soft">{k.quote}</div>
          </li>
        ))}
      </ul>
      <h2>{m.review.documents}</h2>
      <div className="filters">
        <NativeSelect
          label={m.review.state}
          value={state}
          onChange={(e) => set({ trangthai: e.currentTarget.value })}
          data={[
            { value: "", label: m.review.anyState },
            ...Object.entries(m.review.states).map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      <ListFrame
        list={list}
        items={items}
        headings={[m.review.reviewed, m.review.why, m.review.state, m.review.unit, m.review.due]}
        empty={<Empty title={m.review.noReviews} />}
      >
        {(r) => <ReviewRow key={r.id} review={r} ground={false} />}
      </ListFrame>
    </div>
  );
}
