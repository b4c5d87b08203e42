import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../shared/api/client";
import type { Health, Page, QueueEntry } from "../../shared/api/types";
import { showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { showSize } from "../../shared/numbers";
import { useMay } from "../../shared/session";
import { ListFrame } from "../../shared/ui/ListFrame";
import { PageHead } from "../../shared/ui/page";
import { Empty, LoadingRows, ProblemNotice } from "../../shared/ui/states";

function Line({ label, good, children }: { label: string; good: boolean; children: React.ReactNode }) {
  const m = useMessages();
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="nowrap">
        <span className={`status ${good ? "good" : "warn"}`}>
          {good ? <IconCircleCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
          {good ? m.system.good : m.system.bad}
        </span>
      </td>
      <td>{children}</td>
    </tr>
  );
}

const SCARCE = 2 * 1024 ** 3;

/** Database, queue, indexes, disk, extraction: what runs, what lags, what failed and how to run it again. */
export function Component() {
  const m = useMessages();
  const may = useMay();
  const queries = useQueryClient();
  const health = useQuery({
    queryKey: ["system", "health"],
    queryFn: ({ signal }) => api.get<Health>("/system/health", {}, signal),
    refetchInterval: 5000,
  });
  const failed = useQuery({
    queryKey: ["system", "queue"],
    queryFn: async ({ signal }) => {
      const answer = await api.get<Page<QueueEntry> | QueueEntry[]>("/system/queue", { state: "failed" }, signal);
      return Array.isArray(answer) ? answer : answer.items;
    },
    refetchInterval: 5000,
  });
  const retry = useMutation({
    mutationFn: (entry: QueueEntry) => api.post("/system/queue/retry", { task: entry.task, id: entry.id }),
    onSuccess: () => {
      say(m.system.retried);
      queries.invalidateQueries({ queryKey: ["system"] });
    },
  });
  const failures = failed.data ?? [];
  const h = health.data;
  const up = (state: string) => ["up", "ok", "ready", "open"].includes(state.toLowerCase());
  return (
    <div className="page stack">
      <PageHead title={m.system.title} intro={m.system.refreshed} />
      {health.isPending && <LoadingRows />}
      {health.isError && <ProblemNotice error={health.error} onRetry={() => health.refetch()} />}
      {h && (
        <>
          <p className={`notice ${up(h.status) ? "good-notice" : "warn-notice"}`} role="status">
            {up(h.status) ? m.system.ok : m.system.notOk}
          </p>
          <div className="panel">
            <table className="list cards">
              <tbody>
                {h.database && (
                  <Line label={m.system.database} good>
                    {h.database.product}
                  </Line>
                )}
                {h.queue && (
                  <Line label={m.system.queue} good={h.queue.failed === 0}>
                    {m.system.queueLine(h.queue.waiting, h.queue.running, h.queue.failed)}
                    {h.queue.oldestSeconds != null &&
                      h.queue.oldestSeconds > 0 &&
                      ` · ${m.system.oldest(h.queue.oldestSeconds)}`}
                  </Line>
                )}
                {(h.indexes ?? []).map((i) => (
                  <Line
                    key={i.name}
                    label={`${m.system.indexes}: ${m.system.indexNames[i.name] ?? i.name}`}
                    good={i.state === "READY" && i.failures === 0 && i.lagSeconds < 60}
                  >
                    {[
                      m.system.indexStates[i.state] ?? i.state,
                      m.system.indexLine(i.documents),
                      i.waiting > 0 ? m.system.indexWaiting(i.waiting) : "",
                      i.lagSeconds > 0 ? m.system.lag(i.lagSeconds) : m.system.noLag,
                      i.failures > 0 ? m.system.failures(i.failures) : "",
                    ]
                      .filter((t) => t !== "")
                      .join(" · ")}
                  </Line>
                ))}
                {h.disk && (
                  <Line label={m.system.disk} good={h.disk.freeBytes > SCARCE}>
                    {showSize(h.disk.freeBytes)}
                  </Line>
                )}
                {h.extraction && (
                  <Line label={m.system.extraction} good={h.extraction.alive}>
                    {h.extraction.alive ? m.system.extractionAlive : m.system.extractionDead}
                    {h.extraction.restarts ? ` · ${m.system.restarts(h.extraction.restarts)}` : ""}
                  </Line>
                )}
                {h.ocr && (
                  <Line label={m.system.ocr} good={h.ocr.available}>
                    {h.ocr.available ? m.system.ocrYes : m.system.ocrNo}
                  </Line>
                )}
              </tbody>
            </table>
          </div>
        </>
      )}
      <section aria-labelledby="failed">
        <h2 className="section-title" id="failed">
          {m.system.failed}
        </h2>
        {retry.isError && <ProblemNotice error={retry.error} />}
        <ListFrame list={failed} items={failures} headings={[]} empty={<Empty title={m.system.failedEmpty} />} rows={2}>
          {(e) => (
            <tr key={`${e.task}-${e.id}`}>
              <td>
                <strong>{e.task}</strong> {e.id}
                <div className="small soft">
                  {m.system.attempts(e.attempts)}
                  {e.nextAt && ` · ${m.system.next(showInstant(e.nextAt))}`}
                </div>
              </td>
              <td style={{ overflowWrap: "anywhere" }}>{e.lastError}</td>
              <td>
                {may("OPERATE") && (
                  <Button size="xs" variant="default" loading={retry.isPending} onClick={() => retry.mutate(e)}>
                    {m.system.retry}
                  </Button>
                )}
              </td>
            </tr>
          )}
        </ListFrame>
      </section>
    </div>
  );
}
