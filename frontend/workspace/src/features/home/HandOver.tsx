import { Button, Modal, NativeSelect, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../shared/api/client";
import { asProblem } from "../../shared/api/problem";
import type { Officer } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { fieldWords, ProblemNotice } from "../../shared/ui/states";

/** To whom, and why. */
export function HandOver({
  title,
  unit,
  without,
  send,
  onClose,
}: {
  title: string;
  unit: number | undefined;
  without: number | undefined;
  /** @returns how many tasks went over */
  send: (to: number | null, reason: string) => Promise<number>;
  onClose: () => void;
}) {
  const m = useMessages();
  const queries = useQueryClient();
  const [to, setTo] = useState("");
  const [reason, setReason] = useState("");
  const colleagues = useQuery({
    queryKey: ["work", "colleagues", unit ?? 0],
    queryFn: ({ signal }) => api.get<Officer[]>("/work/colleagues", { unit }, signal),
  });
  const hand = useMutation({
    mutationFn: () => send(to === "" ? null : Number(to), reason.trim()),
    onSuccess: (n) => {
      say(m.work.handed(n));
      queries.invalidateQueries({ queryKey: ["work"] });
      onClose();
    },
  });
  const problem = hand.isError ? asProblem(hand.error) : null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": m.common.close }}
    >
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          hand.mutate();
        }}
      >
        {problem && <ProblemNotice error={problem} />}
        {colleagues.isError && <ProblemNotice error={colleagues.error} onRetry={() => colleagues.refetch()} />}
        <NativeSelect
          label={m.work.to}
          value={to}
          onChange={(e) => setTo(e.currentTarget.value)}
          data={[
            { value: "", label: m.work.backToUnit },
            ...(colleagues.data ?? [])
              .filter((c) => c.id !== without)
              .map((c) => ({ value: String(c.id), label: c.displayName })),
          ]}
        />
        <Textarea
          label={m.common.reason}
          description={m.work.handOverReason}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          error={problem ? fieldWords(problem, "reason", m) : undefined}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        <Button type="submit" loading={hand.isPending} disabled={reason.trim() === ""}>
          {m.work.handOver}
        </Button>
      </form>
    </Modal>
  );
}
