import { Button } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import type { Page, TaskCounts, TaskShow, WorkTask } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { showNumber } from "../../shared/numbers";
import { DueMark } from "../../shared/ui/DueMark";
import { ListFrame } from "../../shared/ui/ListFrame";
import { Empty, ProblemNotice } from "../../shared/ui/states";
import { HandOver } from "./HandOver";

const COUNTED: Record<TaskShow, keyof TaskCounts> = {
  ALL: "open",
  OVERDUE: "overdue",
  AT_RISK: "atRisk",
  WEEK: "week",
  NEW: "fresh",
  WAITING: "waiting",
  FREE: "free",
};

/** Which of the tasks, each with how many they are. */
export function ShowBar({
  shows,
  show,
  counts,
  onShow,
}: {
  shows: readonly TaskShow[];
  show: TaskShow;
  counts: TaskCounts | null | undefined;
  onShow: (show: TaskShow) => void;
}) {
  const m = useMessages();
  return (
    <div className="shows">
      {shows.map((s) => {
        const n = counts?.[COUNTED[s]];
        return (
          <Button
            key={s}
            size="xs"
            variant={s === show ? "filled" : "default"}
            aria-pressed={s === show}
            onClick={() => onShow(s)}
          >
            {m.work.shows[s]}
            {n !== undefined && ` (${showNumber(n)})`}
          </Button>
        );
      })}
    </div>
  );
}

/** Tasks, what is most pressing first, each with the one next action. */
export function TaskList({
  path,
  query,
  withOfficer,
}: {
  path: "/work/mine" | "/work/unit";
  query: { show: TaskShow; person?: string; unit?: string };
  withOfficer: boolean;
}) {
  const m = useMessages();
  const queries = useQueryClient();
  const [handing, setHanding] = useState<WorkTask | null>(null);
  const list = useInfiniteQuery({
    queryKey: ["work", path, query.show, query.person ?? "", query.unit ?? ""],
    queryFn: ({ pageParam, signal }) => api.get<Page<WorkTask>>(path, { ...query, size: 25, after: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 60_000,
  });
  const take = useMutation({
    mutationFn: (task: WorkTask) => api.post<WorkTask>(`/work/tasks/${task.id}/take`, { version: task.version }),
    onSuccess: () => say(m.work.taken),
    onSettled: () => queries.invalidateQueries({ queryKey: ["work"] }),
  });
  const tasks = list.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <>
      {take.isError && <ProblemNotice error={take.error} />}
      <ListFrame
        list={list}
        items={tasks}
        rows={4}
        headings={[
          m.work.what,
          m.work.due,
          withOfficer ? m.work.who : undefined,
          { key: "act", unseen: m.common.open },
        ]}
        empty={<Empty title={m.work.none} hint={m.work.noneHint} />}
      >
        {(task) => (
          <tr key={task.id}>
            <td className="title">
              <strong>{task.title}</strong>
              <div>{task.subject}</div>
              {task.waitingFor && <div className="small soft">{m.work.waitingFor(task.waitingFor)}</div>}
              {task.handedFrom && task.handedReason && (
                <div className="small soft">{m.work.handedBy(task.handedFrom.displayName, task.handedReason)}</div>
              )}
            </td>
            <td>{task.due ? <DueMark due={task.due} /> : <span className="soft">{m.work.noDue}</span>}</td>
            {withOfficer && (
              <td>{task.assignee ? task.assignee.displayName : <span className="soft">{m.work.noOne}</span>}</td>
            )}
            <td>
              <div className="task-acts">
                <Button component={Link} to={task.link} size="xs">
                  {task.nextAction}
                </Button>
                {task.actions.includes("take") && (
                  <Button size="xs" variant="default" loading={take.isPending} onClick={() => take.mutate(task)}>
                    {m.work.take}
                  </Button>
                )}
                {task.actions.includes("handOver") && (
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={m.work.handOverOf(task.title)}
                    onClick={() => setHanding(task)}
                  >
                    {m.work.handOver}
                  </Button>
                )}
              </div>
            </td>
          </tr>
        )}
      </ListFrame>
      {handing && (
        <HandOver
          title={m.work.handOverOf(handing.subject)}
          unit={handing.unit.id}
          without={handing.assignee?.id}
          send={(to, reason) =>
            api
              .post<WorkTask>(`/work/tasks/${handing.id}/hand-over`, { version: handing.version, to, reason })
              .then(() => 1)
          }
          onClose={() => setHanding(null)}
        />
      )}
    </>
  );
}
