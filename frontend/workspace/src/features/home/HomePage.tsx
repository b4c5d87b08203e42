import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import type { Health, Home, Page, Row, TaskShow, WorkSummary } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { showNumber } from "../../shared/numbers";
import { useMay, useSession } from "../../shared/session";
import { ListFrame } from "../../shared/ui/ListFrame";
import { PageHead } from "../../shared/ui/page";
import { StatusBadge } from "../../shared/ui/StatusBadge";
import { Empty, LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { Strip } from "./Strip";
import { ShowBar, TaskList } from "./TaskList";
import "./home.css";

const SHOWS: readonly TaskShow[] = ["ALL", "OVERDUE", "AT_RISK", "WEEK", "NEW", "WAITING"];

/** How many documents of the register a filter finds; the same filter opens them. */
function useCount(filter: string, asked: boolean): { n: number; more: boolean } {
  const found = useQuery({
    queryKey: ["documents", "count", filter],
    queryFn: ({ signal }) => api.get<Page<Row>>(`/documents?${filter}&size=1`, {}, signal),
    enabled: asked,
    staleTime: 30_000,
  });
  return { n: found.data?.total ?? 0, more: found.data?.totalIsLowerBound === true };
}

/** What waits for me, each with the one next action. */
export function Component() {
  const m = useMessages();
  const me = useSession().data;
  const may = useMay();
  const home = useQuery({
    queryKey: ["home"],
    queryFn: ({ signal }) => api.get<Home>("/home", {}, signal),
    refetchInterval: 30_000,
  });
  const { get, set } = useAddress();
  const asked = get("xem") as TaskShow;
  const show = SHOWS.includes(asked) ? asked : "ALL";
  const work = useQuery({
    queryKey: ["work", "summary"],
    queryFn: ({ signal }) => api.get<WorkSummary>("/work/summary", {}, signal),
    refetchInterval: 60_000,
  });
  // the tasks of casework are shown to whoever can have some
  const casework = may("DO_CASEWORK") || (work.data?.mine.open ?? 0) > 0;
  const recent = useQuery({
    queryKey: ["documents", "recent"],
    queryFn: ({ signal }) => api.get<Page<Row>>("/documents", { sort: "-issuedOn", size: 6 }, signal),
  });
  const unpublished = useCount("published=false", may("PUBLISH"));
  const undated = useCount("status=unknown", may("EDIT_REGISTER"));
  const health = useQuery({
    queryKey: ["system", "health"],
    queryFn: ({ signal }) => api.get<Health>("/system/health", {}, signal),
    enabled: may("OPERATE"),
  });
  const latest = recent.data?.items ?? [];
  const waiting = home.data?.waiting;
  const rows =
    waiting === undefined
      ? []
      : [
          {
            key: "confirm",
            n: waiting.toConfirm,
            label: m.home.toConfirm,
            act: m.home.toConfirmDo,
            to: "/tiep-nhan/xac-nhan",
            strong: true,
          },
          {
            key: "certain",
            n: waiting.certain,
            label: m.home.certain,
            act: m.home.certainDo,
            to: "/tiep-nhan/xac-nhan?cung-luc=1",
            strong: false,
          },
          {
            key: "doubtful",
            n: waiting.doubtful,
            label: m.home.doubtful,
            act: m.home.doubtfulDo,
            to: "/tiep-nhan/xac-nhan?chi=can-xem",
            strong: false,
          },
          {
            key: "failed",
            n: waiting.failed,
            label: m.home.failed,
            act: m.home.failedDo,
            to: "/tiep-nhan?state=FAILED",
            strong: false,
          },
          {
            key: "running",
            n: waiting.reading,
            label: m.home.running,
            act: m.home.runningDo,
            to: "/tiep-nhan",
            strong: false,
          },
          {
            key: "effects",
            n: waiting.effects,
            label: m.home.proposals,
            act: m.home.proposalsDo,
            to: "/hieu-luc/cho-quyet",
            strong: false,
          },
          {
            key: "undated",
            n: undated.n,
            label: m.home.undated,
            act: m.home.undatedDo,
            to: "/van-ban?status=unknown",
            strong: false,
          },
          {
            key: "unpublished",
            n: unpublished.n,
            label: m.home.unpublished,
            act: m.home.unpublishedDo,
            to: "/van-ban?published=false",
            strong: false,
          },
          {
            key: "queue",
            n: health.data?.queue?.failed ?? 0,
            label: m.home.queueFailed,
            act: m.home.queueFailedDo,
            to: "/quan-tri/he-thong",
            strong: false,
          },
        ].filter((r) => r.n > 0);

  return (
    <div className="page stack">
      <PageHead title={m.home.title} intro={me ? m.home.hello(me.displayName) : undefined} />
      {casework && (
        <section aria-labelledby="tasks" className="stack">
          <h2 className="section-title" id="tasks">
            {m.work.tasks}
          </h2>
          <ShowBar
            shows={SHOWS}
            show={show}
            counts={work.data?.mine}
            onShow={(s) => set({ xem: s === "ALL" ? "" : s })}
          />
          {work.isError && <ProblemNotice error={work.error} onRetry={() => work.refetch()} />}
          <TaskList path="/work/mine" query={{ show }} withOfficer={false} />
        </section>
      )}
      {casework && work.data && <Strip days={work.data.days} />}
      {home.isPending && (
        <div className="panel">
          <LoadingRows />
        </div>
      )}
      {home.isError && <ProblemNotice error={home.error} onRetry={() => home.refetch()} />}
      {home.isSuccess && !(casework && rows.length === 0) && (
        <section aria-labelledby="register-work">
          <h2 className="section-title" id="register-work">
            {m.home.registerWork}
          </h2>
          <div className="panel">
            {rows.length === 0 ? (
              <Empty title={m.home.nothing} hint={may("RECEIVE_FILES") ? undefined : m.home.readOnly}>
                <Button component={Link} to={may("RECEIVE_FILES") ? "/tiep-nhan" : "/tim-kiem"} variant="default">
                  {may("RECEIVE_FILES") ? m.nav.intake : m.nav.search}
                </Button>
              </Empty>
            ) : (
              <ul className="plain waiting">
                {rows.map((r) => (
                  <li key={r.key}>
                    <span className="waiting-count num">{showNumber(r.n)}</span>
                    <span>{r.label}</span>
                    <Button component={Link} to={r.to} size="sm" variant={r.strong ? "filled" : "default"}>
                      {r.act}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </section>
      )}
      <section aria-labelledby="recent">
        <h2 className="section-title" id="recent">
          {m.home.recent}
        </h2>
        <ListFrame
          list={recent}
          items={latest}
          headings={[m.fields.number, m.fields.title, m.fields.issuedOn, m.fields.status]}
          empty={
            <Empty title={m.home.recentEmpty}>
              {may("RECEIVE_FILES") && (
                <Button component={Link} to="/tiep-nhan">
                  {m.home.recentEmptyDo}
                </Button>
              )}
            </Empty>
          }
        >
          {(row) => (
            <tr key={row.id}>
              <td className="nowrap">
                <Link className="number" to={`/van-ban/${row.id}`}>
                  {row.number || m.document.noNumber}
                </Link>
              </td>
              <td className="title">
                {row.title}
                <div className="small soft">{row.issuer}</div>
              </td>
              <td className="nowrap num">{showDay(row.issuedOn)}</td>
              <td className="nowrap">
                <StatusBadge code={row.status} label={row.statusLabel} on={row.statusOn} />
              </td>
            </tr>
          )}
        </ListFrame>
      </section>
    </div>
  );
}
