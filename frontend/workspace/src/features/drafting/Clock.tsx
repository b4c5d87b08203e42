import { Button, NativeSelect, Textarea } from "@mantine/core";
import { IconCalendarPlus, IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../shared/api/client";
import type { CurrentStep, Dossier, DossierDeadline } from "../../shared/api/dossiers";
import { today } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { DayField } from "../../shared/ui/DayField";
import { Ask } from "./Ask";
import { useAct } from "./act";

type Asked = "recordEvent" | "pause" | "resume" | "extend";

/** What starts, stops and lengthens the clock of the current step: buttons as the server allows them. */
export function Clock({
  dossier,
  current,
  limits,
}: {
  dossier: Dossier;
  current: CurrentStep;
  limits: DossierDeadline[];
}) {
  const m = useMessages();
  const t = m.dossiers.current;
  const [asked, setAsked] = useState<Asked | null>(null);
  const may = (action: Asked) => dossier.actions.includes(action);
  const close = () => setAsked(null);
  return (
    <>
      <div className="acts">
        {may("recordEvent") && current.events.length > 0 && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCalendarPlus size={14} aria-hidden />}
            onClick={() => setAsked("recordEvent")}
          >
            {t.event}
          </Button>
        )}
        {may("pause") && limits.length > 0 && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlayerPause size={14} aria-hidden />}
            onClick={() => setAsked("pause")}
          >
            {t.pause}
          </Button>
        )}
        {may("resume") && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlayerPlay size={14} aria-hidden />}
            onClick={() => setAsked("resume")}
          >
            {t.resume}
          </Button>
        )}
        {may("extend") && limits.some((l) => !l.earliest) && (
          <Button size="xs" variant="default" onClick={() => setAsked("extend")}>
            {t.extend}
          </Button>
        )}
      </div>
      {asked === "recordEvent" && <RecordEvent dossier={dossier} current={current} onClose={close} />}
      {asked === "pause" && <Pause dossier={dossier} onClose={close} />}
      {asked === "resume" && <Resume dossier={dossier} onClose={close} />}
      {asked === "extend" && <Extend dossier={dossier} limits={limits} onClose={close} />}
    </>
  );
}

function RecordEvent({ dossier, current, onClose }: { dossier: Dossier; current: CurrentStep; onClose: () => void }) {
  const m = useMessages();
  const t = m.dossiers.current;
  const [event, setEvent] = useState(current.events[0]?.event ?? "");
  const [on, setOn] = useState<string | null>(today());
  const record = useAct(
    dossier.id,
    () => api.post<Dossier>(`/dossiers/${dossier.id}/events`, { event, on }),
    () => {
      say(t.recorded);
      onClose();
    },
  );
  return (
    <Ask
      title={t.event}
      hint={t.eventHint}
      error={record.isError ? record.error : null}
      pending={record.isPending}
      ready={on !== null && event !== ""}
      submit={t.record}
      onSubmit={() => record.mutate()}
      onClose={onClose}
    >
      <NativeSelect
        label={t.which}
        value={event}
        onChange={(e) => setEvent(e.currentTarget.value)}
        data={current.events.map((e) => ({ value: e.event, label: e.label }))}
      />
      <DayField label={t.day} value={on} onChange={setOn} required />
    </Ask>
  );
}

function Pause({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) {
  const m = useMessages();
  const t = m.dossiers.current;
  const [from, setFrom] = useState<string | null>(today());
  const [reason, setReason] = useState("");
  const pause = useAct(
    dossier.id,
    () => api.post<Dossier>(`/dossiers/${dossier.id}/pause`, { from, reason: reason.trim() }),
    () => {
      say(t.paused);
      onClose();
    },
  );
  return (
    <Ask
      title={t.pause}
      error={pause.isError ? pause.error : null}
      pending={pause.isPending}
      ready={from !== null && reason.trim() !== ""}
      submit={t.pause}
      onSubmit={() => pause.mutate()}
      onClose={onClose}
    >
      <DayField label={t.from} value={from} onChange={setFrom} required />
      <Reason value={reason} onChange={setReason} />
    </Ask>
  );
}

function Resume({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) {
  const m = useMessages();
  const t = m.dossiers.current;
  const [on, setOn] = useState<string | null>(today());
  const resume = useAct(
    dossier.id,
    () => api.post<Dossier>(`/dossiers/${dossier.id}/resume`, { on }),
    () => {
      say(t.resumed);
      onClose();
    },
  );
  return (
    <Ask
      title={t.resume}
      error={resume.isError ? resume.error : null}
      pending={resume.isPending}
      ready={on !== null}
      submit={t.resume}
      onSubmit={() => resume.mutate()}
      onClose={onClose}
    >
      <DayField label={t.resumeOn} value={on} onChange={setOn} required />
    </Ask>
  );
}

function Extend({ dossier, limits, onClose }: { dossier: Dossier; limits: DossierDeadline[]; onClose: () => void }) {
  const m = useMessages();
  const t = m.dossiers.current;
  const extendable = limits.filter((l) => !l.earliest);
  const [limit, setLimit] = useState(extendable[0]?.code ?? "");
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const extend = useAct(
    dossier.id,
    () => api.post<Dossier>(`/dossiers/${dossier.id}/extend`, { limit, to, reason: reason.trim() }),
    () => {
      say(t.extendedDone);
      onClose();
    },
  );
  return (
    <Ask
      title={t.extend}
      error={extend.isError ? extend.error : null}
      pending={extend.isPending}
      ready={to !== null && reason.trim() !== ""}
      submit={t.extend}
      onSubmit={() => extend.mutate()}
      onClose={onClose}
    >
      <NativeSelect
        label={t.limit}
        value={limit}
        onChange={(e) => setLimit(e.currentTarget.value)}
        data={extendable.map((l) => ({ value: l.code, label: l.what }))}
      />
      <DayField label={t.to} value={to} onChange={setTo} required />
      <Reason value={reason} onChange={setReason} />
    </Ask>
  );
}

/** Why something out of the ordinary is done. */
export function Reason({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  const m = useMessages();
  return (
    <Textarea
      label={m.common.reason}
      description={m.dossiers.current.reasonHint}
      required
      autosize
      minRows={2}
      maxLength={2000}
      value={value}
      onChange={(e) => onChange(e.currentTarget.value)}
    />
  );
}
