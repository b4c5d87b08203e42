import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Appraisal } from "../../shared/api/appraisals";
import { asProblem } from "../../shared/api/problem";
import { showDay, today } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { DayField } from "../../shared/ui/DayField";
import { ProblemNotice } from "../../shared/ui/states";
import { useDraft } from "../../shared/ui/useDraft";
import { useAct, useSend } from "./act";
import { ReportPreview } from "./ReportPreview";

/** From the officer's conclusion to the leader's approval and the report. */
export function Conclusion({ appraisal: a }: { appraisal: Appraisal }) {
  const m = useMessages();
  const may = (what: string) => a.actions.includes(what);
  return (
    <div className="stack">
      {a.sentBackReason && a.stage === "COMPLETE" && (
        <p className="notice warn-notice">{m.appraisal.sentBackWhy(a.sentBackReason)}</p>
      )}
      {a.outcomeName && (a.stage !== "COMPLETE" || !may("conclude")) && (
        <section aria-label={m.appraisal.outcome}>
          <h3 className="section-title">{a.outcomeName}</h3>
          {a.conclusion && <p className="bench-words">{a.conclusion}</p>}
          <p className="small soft">
            {a.concludedBy && m.appraisal.concludedBy(a.concludedBy)}
            {a.approvedBy && ` · ${m.appraisal.approvedBy(a.approvedBy)}`}
          </p>
        </section>
      )}
      {a.refused.map((r) => (
        <p key={r.action} className="notice small">
          <strong>{m.appraisal.whyNot}</strong> {r.why}
        </p>
      ))}
      {may("conclude") && <ConcludeForm appraisal={a} />}
      {may("approve") && <Approve appraisal={a} />}
      {may("sendBack") && <SendBackForm appraisal={a} />}
      {may("send") && <SendForm appraisal={a} />}
      {a.reportNumber && (
        <p>
          <strong>{m.appraisal.reportOf(a.reportNumber, showDay(a.reportOn))}</strong>
          {a.lateReason && <span className="small"> · {m.appraisal.lateWas(a.lateReason)}</span>}
        </p>
      )}
      <ReportPreview appraisal={a} />
    </div>
  );
}

function ConcludeForm({ appraisal: a }: { appraisal: Appraisal }) {
  const m = useMessages();
  const send = useSend(a);
  const ways = a.conclusions.filter((c) => !c.returns);
  const [outcome, setOutcome] = useState(a.outcome ?? "");
  const [conclusion, setConclusion, , forget] = useDraft(`appraisal.${a.id}.conclusion`, a.conclusion ?? "");
  const act = useAct(
    a.dossierId,
    () => send.step("conclude", { outcome, conclusion }),
    () => {
      forget();
      return m.appraisal.concluded;
    },
  );
  return (
    <form
      className="bench-form"
      onSubmit={(e) => {
        e.preventDefault();
        act.mutate(undefined);
      }}
    >
      <NativeSelect
        label={m.appraisal.outcome}
        required
        value={outcome}
        onChange={(e) => setOutcome(e.currentTarget.value)}
        data={[
          { value: "", label: m.appraisal.choose },
          ...ways.map((w) => ({ value: w.code, label: w.recalled ? `${w.name} (${m.appraisal.recalled})` : w.name })),
        ]}
      />
      <Textarea
        label={m.appraisal.conclusionWords}
        required
        autosize
        minRows={4}
        maxLength={8000}
        value={conclusion}
        onChange={(e) => setConclusion(e.currentTarget.value)}
      />
      {act.isError && <ProblemNotice error={act.error} />}
      <Button type="submit" loading={act.isPending} disabled={outcome === "" || conclusion.trim() === ""}>
        {m.appraisal.concludeDo}
      </Button>
    </form>
  );
}

function Approve({ appraisal: a }: { appraisal: Appraisal }) {
  const m = useMessages();
  const send = useSend(a);
  const act = useAct(
    a.dossierId,
    () => send.step("approve"),
    () => m.appraisal.approved,
  );
  return (
    <div className="bench-form">
      {act.isError && <ProblemNotice error={act.error} />}
      <Button loading={act.isPending} onClick={() => act.mutate(undefined)}>
        {m.appraisal.approveDo}
      </Button>
    </div>
  );
}

function SendBackForm({ appraisal: a }: { appraisal: Appraisal }) {
  const m = useMessages();
  const send = useSend(a);
  const [reason, setReason, , forget] = useDraft(`appraisal.${a.id}.sendBack`, "");
  const act = useAct(
    a.dossierId,
    () => send.step("send-back", { reason }),
    () => {
      forget();
      return m.appraisal.sentBack;
    },
  );
  return (
    <details className="bench-more">
      <summary>{m.appraisal.sendBackDo}</summary>
      <form
        className="bench-form"
        onSubmit={(e) => {
          e.preventDefault();
          act.mutate(undefined);
        }}
      >
        <Textarea
          label={m.appraisal.sendBackReason}
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        {act.isError && <ProblemNotice error={act.error} />}
        <Button type="submit" variant="default" loading={act.isPending} disabled={reason.trim() === ""}>
          {m.appraisal.sendBackDo}
        </Button>
      </form>
    </details>
  );
}

function SendForm({ appraisal: a }: { appraisal: Appraisal }) {
  const m = useMessages();
  const send = useSend(a);
  const [number, setNumber] = useState("");
  const [on, setOn] = useState<string | null>(today());
  const [late, setLate, , forget] = useDraft(`appraisal.${a.id}.late`, "");
  const act = useAct(
    a.dossierId,
    () => send.step("send", { number, on, lateReason: late.trim() === "" ? null : late.trim() }),
    () => {
      forget();
      return m.appraisal.sent;
    },
  );
  const isLate =
    (a.dueOn != null && on !== null && on > a.dueOn) ||
    (act.isError && asProblem(act.error).code === "appraisal-late-reason-needed");
  return (
    <form
      className="bench-form"
      onSubmit={(e) => {
        e.preventDefault();
        act.mutate(undefined);
      }}
    >
      <div className="bench-pair">
        <TextInput
          label={m.appraisal.number}
          placeholder={m.appraisal.numberHint}
          required
          maxLength={80}
          value={number}
          onChange={(e) => setNumber(e.currentTarget.value)}
        />
        <DayField label={m.appraisal.sendOn} value={on} onChange={setOn} required />
      </div>
      {isLate && (
        <Textarea
          label={m.appraisal.late}
          description={m.appraisal.lateHint(showDay(a.dueOn))}
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={late}
          onChange={(e) => setLate(e.currentTarget.value)}
        />
      )}
      {act.isError && <ProblemNotice error={act.error} />}
      <Button
        type="submit"
        loading={act.isPending}
        disabled={number.trim() === "" || on === null || (isLate && late.trim() === "")}
      >
        {m.appraisal.sendDo}
      </Button>
    </form>
  );
}
