import { Button, Progress } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../shared/api/client";
import type { Batch } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { showNumber } from "../../shared/numbers";
import { ProblemNotice } from "../../shared/ui/states";

export function waitingOf(batch: Batch): number {
  return (batch.counts.waiting ?? 0) + (batch.counts.reading ?? 0);
}

/** How far a batch is: done, failed, waiting, rate, time left; cancelling and resuming. */
export function BatchProgress({ batch }: { batch: Batch }) {
  const m = useMessages();
  const queries = useQueryClient();
  const move = useMutation({
    mutationFn: (action: "cancel" | "resume") =>
      api.post<Batch>(`/intake/batches/${batch.id}/${action}`, { version: batch.version }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["intake"] }),
  });
  const total = batch.counts.total ?? 0;
  const waiting = waitingOf(batch);
  const failed = batch.counts.failed ?? 0;
  const done = total - waiting;
  const share = total === 0 ? 0 : done / total;
  return (
    <div>
      <Progress.Root size="lg" aria-label={`${m.intake.done} ${done}/${total}`}>
        <Progress.Section value={100 * share} color="action.7" aria-label={`${m.intake.done} ${done}/${total}`} />
      </Progress.Root>
      <dl className="counts" style={{ marginTop: 8 }}>
        <div>
          <dt>{m.intake.done}</dt>
          <dd>
            {showNumber(done)}/{showNumber(total)}
          </dd>
        </div>
        <div>
          <dt>{m.intake.failed}</dt>
          <dd className={failed > 0 ? "bad" : undefined}>{showNumber(failed)}</dd>
        </div>
        <div>
          <dt>{m.intake.waiting}</dt>
          <dd>{showNumber(waiting)}</dd>
        </div>
        <div>
          <dt>{m.intake.rate}</dt>
          <dd>{m.intake.perMinute(batch.rate)}</dd>
        </div>
        {waiting > 0 && batch.secondsLeft != null && (
          <div>
            <dt>{m.intake.left}</dt>
            <dd>{m.intake.leftTime(batch.secondsLeft)}</dd>
          </div>
        )}
        {batch.actions.includes("cancel") && (
          <Button size="xs" variant="default" loading={move.isPending} onClick={() => move.mutate("cancel")}>
            {m.intake.cancel}
          </Button>
        )}
        {batch.actions.includes("resume") && (
          <Button size="xs" loading={move.isPending} onClick={() => move.mutate("resume")}>
            {m.intake.resume}
          </Button>
        )}
      </dl>
      {batch.state === "CANCELLED" && <p className="small soft">{m.intake.cancelled}</p>}
      {move.isError && <ProblemNotice error={move.error} />}
    </div>
  );
}
