import { Button, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "../../../shared/api/client";
import type { LegalDocument } from "../../../shared/api/types";
import { showDay, showInstant } from "../../../shared/dates";
import { useMessages } from "../../../shared/i18n";
import { say } from "../../../shared/notify";
import { LoadingRows, ProblemNotice } from "../../../shared/ui/states";
import { useDraft } from "../../../shared/ui/useDraft";
import type { HandTask, HandWordings } from "./types";

function TaskForm({
  document,
  task,
  onDone,
}: {
  document: LegalDocument;
  task: HandTask;
  onDone: (now: HandWordings) => void;
}) {
  const m = useMessages();
  const [draft, setDraft, drafted, forget] = useDraft(`wording.${document.id}.${task.effectId}`, {
    target: task.target ?? "",
    text: task.before ?? "",
    reason: "",
  });
  const write = useMutation({
    mutationFn: () =>
      api.post<HandWordings>(`/documents/${document.id}/hand-wordings`, {
        effectId: task.effectId,
        targetProvision: draft.target.trim(),
        text: draft.text,
        reason: draft.reason.trim(),
      }),
    onSuccess: (now) => {
      forget();
      onDone(now);
    },
  });
  return (
    <form
      className="stack hand-form"
      onSubmit={(e) => {
        e.preventDefault();
        write.mutate();
      }}
    >
      <TextInput
        label={m.wording.handTarget}
        description={m.document.effects.provisionHint}
        required
        value={draft.target}
        onChange={(e) => {
          const target = e.currentTarget.value;
          setDraft((d) => ({ ...d, target }));
        }}
      />
      <div className="hand-both">
        <div>
          <h3 className="section-title">{m.wording.handCause}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard */}
          <div className="legal hand-text" tabIndex={0}>
            {task.causeText ?? m.common.none}
          </div>
        </div>
        <Textarea
          label={m.wording.handText}
          description={m.wording.handTextHint}
          autosize
          minRows={8}
          maxRows={24}
          value={draft.text}
          onChange={(e) => {
            const text = e.currentTarget.value;
            setDraft((d) => ({ ...d, text }));
          }}
        />
      </div>
      <TextInput
        label={m.common.reason}
        required
        value={draft.reason}
        onChange={(e) => {
          const reason = e.currentTarget.value;
          setDraft((d) => ({ ...d, reason }));
        }}
      />
      {drafted && <p className="small soft">{m.common.draftKept}</p>}
      {write.isError && <ProblemNotice error={write.error} />}
      <Button type="submit" loading={write.isPending} disabled={draft.reason.trim() === ""}>
        {m.wording.handDo}
      </Button>
    </form>
  );
}

/** What the machine could not put into the text: the instruction and the words it acts on beside each other, finished by hand. */
export default function HandWriting({ document }: { document: LegalDocument }) {
  const m = useMessages();
  const queries = useQueryClient();
  const [open, setOpen] = useState<number | null>(null);
  const [why, setWhy] = useState<{ id: number; text: string } | null>(null);
  const list = useQuery({
    queryKey: ["documents", document.id, "hand-wordings"],
    queryFn: ({ signal }) => api.get<HandWordings>(`/documents/${document.id}/hand-wordings`, {}, signal),
  });
  const retract = useMutation({
    mutationFn: ({ id, text }: { id: number; text: string }) =>
      api.post<HandWordings>(`/hand-wordings/${id}/retract`, { why: text, consequencesSeen: true }),
    onSuccess: () => {
      setWhy(null);
      say(m.document.effects.retractedNow);
      queries.invalidateQueries();
    },
  });
  if (list.isPending) return <LoadingRows rows={3} />;
  if (list.isError) return <ProblemNotice error={list.error} onRetry={() => list.refetch()} />;
  const { left, written, actions } = list.data;
  if (left.length === 0 && written.length === 0) return null;
  return (
    <section className="panel pad stack" aria-label={m.wording.hand}>
      <h2 className="section-title">{m.wording.hand}</h2>
      {left.length > 0 && <p className="small soft">{m.wording.handNote}</p>}
      <ul className="plain causes">
        {left.map((task) => (
          <li key={task.effectId}>
            <strong>{task.target ?? m.document.effects.whole}</strong>
            {task.from && <span className="num"> · {m.document.since(showDay(task.from))}</span>}
            <div className="small">
              {task.provision}{" "}
              {task.causeId == null ? task.document : <Link to={`/van-ban/${task.causeId}`}>{task.document}</Link>}
            </div>
            <div className="small warn">{task.reason}</div>
            {actions.includes("write") &&
              (open === task.effectId ? (
                <TaskForm
                  document={document}
                  task={task}
                  onDone={() => {
                    setOpen(null);
                    say(m.wording.handDone);
                    queries.invalidateQueries();
                  }}
                />
              ) : (
                <Button size="compact-sm" variant="default" mt={4} onClick={() => setOpen(task.effectId)}>
                  {m.wording.handOpen}
                </Button>
              ))}
          </li>
        ))}
        {written.map((w) => (
          <li key={w.id} className={w.retracted ? "retracted" : undefined}>
            <div className="what">
              <strong>{w.targetProvision}</strong> · {m.wording.handWritten}
            </div>
            <blockquote className="clamped">{w.text || m.wording.handEmpty}</blockquote>
            <div className="small soft">
              {w.reason} · {m.document.confirmedBy(w.confirmedBy, showInstant(w.confirmedAt))}
            </div>
            {w.retracted && (
              <div className="small bad">
                {m.document.effects.retracted(w.retracted.by, showInstant(w.retracted.at), w.retracted.why)}
              </div>
            )}
            {w.actions.includes("retract") &&
              (why?.id === w.id ? (
                <div className="stack">
                  <TextInput
                    label={m.document.effects.retractWhy}
                    required
                    value={why.text}
                    onChange={(e) => setWhy({ id: w.id, text: e.currentTarget.value })}
                  />
                  <Button
                    size="compact-sm"
                    disabled={why.text.trim() === ""}
                    loading={retract.isPending}
                    onClick={() => retract.mutate(why)}
                  >
                    {m.document.effects.retract}
                  </Button>
                </div>
              ) : (
                <Button size="compact-sm" variant="default" mt={4} onClick={() => setWhy({ id: w.id, text: "" })}>
                  {m.document.effects.retract}
                </Button>
              ))}
          </li>
        ))}
      </ul>
      {retract.isError && <ProblemNotice error={retract.error} />}
    </section>
  );
}
