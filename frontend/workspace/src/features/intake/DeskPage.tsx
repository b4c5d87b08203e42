import { Button, SegmentedControl } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { Link, useLocation, useNavigate, useParams } from "react-router";
import { api } from "../../shared/api/client";
import type { Item, ItemDetail, Page } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { useMay } from "../../shared/session";
import { usePageTitle } from "../../shared/ui/page";
import { Empty, LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { DeskItem } from "./DeskItem";
import { Certainty } from "./outcomes";
import "./desk.css";

const AcceptCertain = lazy(() => import("./AcceptCertain"));

/** The confirmation desk: queue, text with evidence, fields. */
export function Component() {
  const m = useMessages();
  const may = useMay();
  const navigate = useNavigate();
  const address = useAddress();
  const id = useParams().id;
  const batch = address.get("batch");
  const pane = address.get("o") || "text";
  const accepting = address.get("cung-luc") === "1";
  const setAccepting = (open: boolean) => address.set({ "cung-luc": open ? "1" : null });
  usePageTitle(m.desk.title);

  const list = useInfiniteQuery({
    queryKey: ["intake", "list", batch],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Item>>("/intake/items", { batch, state: "READ", size: 100, after: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 20_000,
  });
  const doubtful = address.get("chi") === "can-xem";
  const items = (list.data?.pages.flatMap((p) => p.items) ?? []).filter(
    (i) => i.sheetId == null && !(doubtful && i.proposal.certain),
  );
  const detail = useQuery({
    queryKey: ["intake", "item", id],
    queryFn: ({ signal }) => api.get<ItemDetail>(`/intake/items/${id}`, {}, signal),
    enabled: id !== undefined,
    refetchOnWindowFocus: false,
  });
  const kept = new URLSearchParams({ ...(batch === "" ? {} : { batch }), ...(doubtful ? { chi: "can-xem" } : {}) });
  const suffix = kept.size === 0 ? "" : `?${kept}`;
  const go = (to: number | null | undefined) => {
    navigate(to == null ? `/tiep-nhan/xac-nhan${suffix}` : `/tiep-nhan/xac-nhan/${to}${suffix}`);
    document.querySelector(".desk-text")?.scrollTo({ top: 0 });
  };
  const { search } = useLocation();
  const first = items[0]?.id;
  useEffect(() => {
    if (id === undefined && first !== undefined)
      navigate({ pathname: `/tiep-nhan/xac-nhan/${first}`, search }, { replace: true });
  }, [id, first, search, navigate]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another file, or the list that arrives, moves the queue
  useEffect(() => {
    document.querySelector(".desk-queue [aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [id, list.isSuccess]);

  // the server counts within the file's batch; without one the queue is the list that is shown
  const at = items.findIndex((i) => String(i.id) === id);
  const ofBatch = detail.data?.queue;
  const queue =
    (batch !== "" && !doubtful) || at < 0
      ? (ofBatch ?? { left: items.length })
      : { left: items.length, previousId: items[at - 1]?.id ?? null, nextId: items[at + 1]?.id ?? null };
  const { left } = queue;
  return (
    <div className="desk">
      <div className="page-head desk-head">
        <div>
          <h1>{m.desk.title}</h1>
          <div className="small soft">{m.desk.left(left)}</div>
        </div>
        <div className="desk-head-buttons">
          <SegmentedControl
            className="desk-panes"
            value={pane}
            onChange={(o) => address.set({ o })}
            data={[
              { value: "queue", label: m.desk.tabs.queue },
              { value: "text", label: m.desk.tabs.text },
              { value: "facts", label: m.desk.tabs.facts },
            ]}
          />
          {may("CONFIRM_READINGS") && (
            <Button variant="default" disabled={items.length === 0} onClick={() => setAccepting(true)}>
              {m.desk.acceptAll}
            </Button>
          )}
        </div>
      </div>
      {id === undefined && list.isSuccess && items.length === 0 && (
        <div className="panel">
          <Empty title={m.desk.emptyTitle} hint={m.desk.emptyHint}>
            {may("RECEIVE_FILES") && (
              <Button component={Link} to="/tiep-nhan">
                {m.desk.emptyDo}
              </Button>
            )}
          </Empty>
        </div>
      )}
      {list.isError && id === undefined && <ProblemNotice error={list.error} onRetry={() => list.refetch()} />}
      {(id !== undefined || list.isPending) && (
        <div className="desk-panes-of">
          <nav className="desk-queue panel" aria-label={m.desk.queue} data-shown={pane === "queue"}>
            {list.isPending && <LoadingRows rows={8} />}
            <ul className="plain">
              {items.map((i) => (
                <li key={i.id}>
                  <Link
                    to={`/tiep-nhan/xac-nhan/${i.id}${suffix}`}
                    aria-current={String(i.id) === id ? "page" : undefined}
                  >
                    <strong>{i.proposal.number ?? i.fileName}</strong>
                    <span className="queue-title">{i.proposal.title ?? i.fileName}</span>
                    <Certainty certain={i.proposal.certain} />
                  </Link>
                </li>
              ))}
            </ul>
            {list.hasNextPage && (
              <Button variant="subtle" fullWidth loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
                {m.common.more}
              </Button>
            )}
          </nav>
          {detail.isPending && (
            <section className="desk-text panel" data-shown>
              <LoadingRows rows={14} />
            </section>
          )}
          {detail.isError && (
            <section className="desk-text panel" data-shown>
              <ProblemNotice error={detail.error} onRetry={() => detail.refetch()} />
            </section>
          )}
          {detail.isSuccess && (
            <DeskItem key={detail.data.item.id} detail={detail.data} queue={queue} pane={pane} onGo={go} />
          )}
        </div>
      )}
      <p className="small soft desk-keys">{m.desk.keys}</p>
      {accepting && (
        <Suspense fallback={null}>
          <AcceptCertain batch={batch} onClose={() => setAccepting(false)} />
        </Suspense>
      )}
    </div>
  );
}
