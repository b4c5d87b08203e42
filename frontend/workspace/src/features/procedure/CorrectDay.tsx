import { Button, Modal, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../shared/api/client";
import { asProblem } from "../../shared/api/problem";
import type { CalendarDay, CalendarYear } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { DayField } from "../../shared/ui/DayField";
import { fieldWords, ProblemNotice } from "../../shared/ui/states";

/** What a day is, by which decision; or back to the table. */
export function CorrectDay({
  day,
  known,
  onClose,
}: {
  day: string | null;
  known: Map<string, CalendarDay>;
  onClose: () => void;
}) {
  const m = useMessages();
  const queries = useQueryClient();
  const standing = day === null ? undefined : known.get(day);
  const [date, setDate] = useState(day);
  const [kind, setKind] = useState(standing?.kind ?? "HOLIDAY");
  const [name, setName] = useState(standing?.name ?? "");
  const [reason, setReason] = useState("");
  const correction = date === null ? undefined : known.get(date)?.correction;
  const done = () => {
    say(m.calendar.saved(showDay(date)));
    queries.invalidateQueries({ queryKey: ["calendar"] });
    queries.invalidateQueries({ queryKey: ["work"] });
    onClose();
  };
  const save = useMutation({
    mutationFn: () =>
      api.put<CalendarYear>(`/calendar/days/${date}`, { version: correction?.version ?? -1, kind, name, reason }),
    onSuccess: done,
  });
  const revert = useMutation({
    mutationFn: () => api.post<CalendarYear>(`/calendar/days/${date}/revert`, { version: correction?.version, reason }),
    onSuccess: done,
  });
  const failed = save.isError ? save.error : revert.isError ? revert.error : null;
  const problem = failed === null ? null : asProblem(failed);
  const ready = date !== null && reason.trim() !== "";
  return (
    <Modal
      opened
      onClose={onClose}
      title={day === null ? m.calendar.add : `${m.calendar.correct} ${showDay(day)}`}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": m.common.close }}
    >
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          save.mutate();
        }}
      >
        {problem && (
          <ProblemNotice error={problem} onRetry={() => queries.invalidateQueries({ queryKey: ["calendar"] })} />
        )}
        {day === null && <DayField label={m.calendar.day} value={date} onChange={setDate} required />}
        <NativeSelect
          label={m.calendar.kind}
          value={kind}
          onChange={(e) => setKind(e.currentTarget.value)}
          data={Object.entries(m.calendar.kinds).map(([value, label]) => ({ value, label }))}
        />
        {kind !== "ORDINARY" && (
          <TextInput
            label={m.calendar.name}
            value={name}
            maxLength={200}
            onChange={(e) => setName(e.currentTarget.value)}
          />
        )}
        <Textarea
          label={m.common.reason}
          description={m.calendar.reasonHint}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          error={problem ? fieldWords(problem, "reason", m) : undefined}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        <div className="acts">
          <Button type="submit" loading={save.isPending} disabled={!ready}>
            {m.common.save}
          </Button>
          {correction && (
            <Button variant="default" loading={revert.isPending} disabled={!ready} onClick={() => revert.mutate()}>
              {m.calendar.revert}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  );
}
