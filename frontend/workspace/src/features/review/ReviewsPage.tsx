import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import type { Page } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { ListFrame } from "../../shared/ui/ListFrame";
import { PageHead } from "../../shared/ui/page";
import { Empty } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { DutyState, ReviewRow } from "./Rows";
import type { BasisChange, Duty, Review } from "./types";

const VIEWS = ["changes", "mine", "duties"] as const;
type View = (typeof VIEWS)[number];

/** Grounds of review, my unit's reviews, and rules owed; which of them stands in the address. */
export function Component() {
  const m = useMessages();
  const { get, set } = useAddress();
  const asked = get("xem");
  const view: View = VIEWS.find((v) => v === asked) ?? "changes";
  return (
    <div className="page stack">
      <PageHead title={m.review.title} intro={m.review.intro} />
      <fieldset className="shows" style={{ border: 0, margin: 0, padding: 0 }}>
        <legend className="visually-hidden">{m.review.view}</legend>
        {VIEWS.map((v) => (
          <Button
            key={v}
            size="xs"
            variant={v === view ? "filled" : "default"}
            aria-pressed={v === view}
            onClick={() => set({ xem: v === "changes" ? "" : v, trangthai: "" })}
          >
            {m.review.views[v]}
          </Button>
        ))}
      </fieldset>
      {view === "changes" && <Changes />}
      {view === "mine" && <Mine />}
      {view === "duties" && <Duties />}
    </div>
  );
}

function Changes() {
  const m = useMessages();
  const { get, set } = useAddress();
  const open = get("con-viec") !== "khong";
  const list = useInfiniteQuery({
    queryKey: ["reviews", "changes", open],
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<BasisChange>>("/reviews/changes", { open, after: pageParam, size: 30 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const items = list.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <>
      <Checkbox
        label={m.review.openOnly}
        checked={open}
        onChange={(e) => set({ "con-viec": e.currentTarget.checked ? "" : "khong" })}
      />
      <ListFrame
        list={list}
        items={items}
        headings={[m.review.change, m.review.since, m.review.toReview, m.review.toHandle, m.review.total]}
        empty={<Empty title={m.review.noChanges} hint={m.review.noChangesHint} />}
      >
        {(c) => (
          <tr key={c.id}>
            <td className="title">
              <Link to={`/ra-soat/can-cu/${c.id}`}>{c.summary}</Link>
              <div className="small soft">
                {c.changed.title}
                {!c.standing && ` · ${m.review.takenBack}`}
              </div>
            </td>
            <td className="nowrap" data-label={m.review.since}>
              {showDay(c.since)}
            </td>
            <td className="num" data-label={m.review.toReview}>
              {c.open}
            </td>
            <td className="num" data-label={m.review.toHandle}>
              {c.concluded}
            </td>
            <td className="num" data-label={m.review.total}>
              {c.total}
            </td>
          </tr>
        )}
      </ListFrame>
    </>
  );
}

function Mine() {
  const m = useMessages();
  const { get, set } = useAddress();
  const state = get("trangthai") || "OPEN";
  const list = useInfiniteQuery({
    queryKey: ["reviews", "mine", state],
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<Review>>("/reviews", { mine: true, state, after: pageParam, size: 30 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const items = list.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <>
      <div className="filters">
        <NativeSelect
          label={m.review.state}
          value={state}
          onChange={(e) => set({ trangthai: e.currentTarget.value })}
          data={Object.entries(m.review.states).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <ListFrame
        list={list}
        items={items}
        headings={[m.review.reviewed, m.review.why, m.review.state, m.review.unit, m.review.due]}
        empty={<Empty title={m.review.noReviews} />}
      >
        {(r) => <ReviewRow key={r.id} review={r} ground />}
      </ListFrame>
    </>
  );
}

function Duties() {
  const m = useMessages();
  const { get, set } = useAddress();
  const state = get("trangthai");
  const list = useInfiniteQuery({
    queryKey: ["duties", state],
    queryFn: ({ signal, pageParam }) => api.get<Page<Duty>>("/duties", { state, after: pageParam, size: 30 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const items = list.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <>
      <div className="filters">
        <NativeSelect
          label={m.review.state}
          value={state}
          onChange={(e) => set({ trangthai: e.currentTarget.value })}
          data={[
            { value: "", label: m.review.anyState },
            ...Object.entries(m.review.dutyStates).map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      <ListFrame
        list={list}
        items={items}
        headings={[m.review.duty, m.review.who, m.review.state, m.review.unit, m.review.due]}
        empty={<Empty title={m.review.noDuties} hint={m.review.noDutiesHint} />}
      >
        {(d) => (
          <tr key={d.id}>
            <td className="title">
              <Link to={`/ra-soat/no-van-ban/${d.id}`}>
                {d.place} {d.document.label}
              </Link>
              <div className="small">{d.quote}</div>
            </td>
            <td data-label={m.review.who}>{d.bodyLabel}</td>
            <td data-label={m.review.state}>
              <DutyState duty={d} />
            </td>
            <td data-label={m.review.unit}>{d.unitName ?? m.common.none}</td>
            <td className="nowrap" data-label={m.review.due}>
              {showDay(d.dueOn)}
            </td>
          </tr>
        )}
      </ListFrame>
    </>
  );
}
