import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../shared/api/client";
import type { LoadView, OfficerLoad, TaskShow, WorkSummary } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { showNumber } from "../../shared/numbers";
import { useMay, useSession } from "../../shared/session";
import { ListFrame } from "../../shared/ui/ListFrame";
import { PageHead } from "../../shared/ui/page";
import { Empty } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { HandOver } from "./HandOver";
import { ShowBar, TaskList } from "./TaskList";
import "./home.css";

const SHOWS: readonly TaskShow[] = ["ALL", "OVERDUE", "AT_RISK", "WEEK", "FREE", "WAITING"];

/** What the unit has to do, and who carries how much of it. */
export function Component() {
  const m = useMessages();
  const me = useSession().data;
  const may = useMay();
  const { get, set } = useAddress();
  const asked = get("xem") as TaskShow;
  const show = SHOWS.includes(asked) ? asked : "ALL";
  const person = get("nguoi");
  // another unit than one's own: for those who read everything, as when someone there leaves
  const unit = get("don-vi");
  const [handing, setHanding] = useState<OfficerLoad | null>(null);
  const summary = useQuery({
    queryKey: ["work", "summary"],
    queryFn: ({ signal }) => api.get<WorkSummary>("/work/summary", {}, signal),
    refetchInterval: 60_000,
  });
  const load = useQuery({
    queryKey: ["work", "load", unit],
    queryFn: ({ signal }) => api.get<LoadView>("/work/load", { unit }, signal),
  });
  const rows: OfficerLoad[] = [
    ...(load.data?.officers ?? []),
    ...(load.data?.withoutTasks ?? []).map((o) => ({
      personId: o.id,
      displayName: o.displayName,
      open: 0,
      overdue: 0,
      atRisk: 0,
      waiting: 0,
    })),
  ];
  const named = rows.find((r) => String(r.personId) === person)?.displayName;
  return (
    <div className="page stack">
      <PageHead
        title={m.work.unit}
        intro={unit === "" ? `${me?.organisation.name ?? ""}. ${m.work.unitIntro}` : m.work.unitIntro}
      />
      <ShowBar
        shows={SHOWS}
        show={show}
        counts={person === "" && unit === "" ? summary.data?.unit : undefined}
        onShow={(s) => set({ xem: s === "ALL" ? "" : s })}
      />
      {person !== "" && (
        <p>
          {m.work.who}: <strong>{named ?? person}</strong>{" "}
          <Button size="xs" variant="default" onClick={() => set({ nguoi: "" })}>
            {m.common.clearFilters}
          </Button>
        </p>
      )}
      <TaskList path="/work/unit" query={{ show, person, unit }} withOfficer />
      <section aria-labelledby="load">
        <h2 className="section-title" id="load">
          {m.work.load}
        </h2>
        <ListFrame
          list={load}
          items={rows}
          headings={[
            m.work.who,
            m.work.open,
            m.work.shows.OVERDUE,
            m.work.shows.AT_RISK,
            m.work.shows.WAITING,
            { key: "act", unseen: m.work.handOverAll },
          ]}
          empty={<Empty title={m.work.noTasks} />}
        >
          {(row) => (
            <tr key={row.personId ?? "free"}>
              <td>
                {row.personId ? (
                  <button
                    type="button"
                    className="as-link"
                    onClick={() => set({ nguoi: String(row.personId), xem: "" }, { push: true })}
                  >
                    {row.displayName}
                  </button>
                ) : (
                  <button
                    type="button"
                    className="as-link"
                    onClick={() => set({ nguoi: "", xem: "FREE" }, { push: true })}
                  >
                    {m.work.noOne}
                  </button>
                )}
              </td>
              <td className="num" data-label={m.work.open}>
                {showNumber(row.open)}
              </td>
              <td className={row.overdue > 0 ? "num bad" : "num"} data-label={m.work.shows.OVERDUE}>
                {showNumber(row.overdue)}
              </td>
              <td className={row.atRisk > 0 ? "num warn" : "num"} data-label={m.work.shows.AT_RISK}>
                {showNumber(row.atRisk)}
              </td>
              <td className="num" data-label={m.work.shows.WAITING}>
                {showNumber(row.waiting)}
              </td>
              <td>
                {may("ASSIGN_WORK") && row.personId && row.open > 0 && (
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={m.work.handOverAllOf(row.displayName ?? "")}
                    onClick={() => setHanding(row)}
                  >
                    {m.work.handOverAll}
                  </Button>
                )}
              </td>
            </tr>
          )}
        </ListFrame>
      </section>
      {handing && (
        <HandOver
          title={m.work.handOverAllOf(handing.displayName ?? "")}
          unit={unit === "" ? undefined : Number(unit)}
          without={handing.personId ?? undefined}
          send={(to, reason) =>
            api
              .post<{ tasks: number }>("/work/hand-over", { from: handing.personId, to, reason })
              .then((answer) => answer.tasks)
          }
          onClose={() => setHanding(null)}
        />
      )}
    </div>
  );
}
