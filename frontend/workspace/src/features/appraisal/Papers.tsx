import { Button, NativeSelect, Textarea } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconMinus } from "@tabler/icons-react";
import { useState } from "react";
import type { Appraisal } from "../../shared/api/appraisals";
import { showDay, today } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { DayField } from "../../shared/ui/DayField";
import { ProblemNotice } from "../../shared/ui/states";
import { useDraft } from "../../shared/ui/useDraft";
import { useAct, useSend } from "./act";

/** Whether the dossier is complete: what the procedure lists, and what to do about what is missing. */
export function Papers({ appraisal: a }: { appraisal: Appraisal }) {
  const m = useMessages();
  return (
    <div className="stack">
      <p className="small soft">{m.appraisal.papersIntro}</p>
      <ul className="plain bench-papers">
        {a.papers.map((p) => {
          const [Icon, tone, words] = p.there
            ? [IconCheck, "ok", m.appraisal.there]
            : p.required && !p.condition
              ? [IconAlertTriangle, "bad", m.appraisal.missing]
              : [IconMinus, "soft", m.appraisal.notNeeded];
          return (
            <li key={p.code}>
              <Icon size={18} aria-hidden className={tone} />
              <div>
                <div>
                  {p.name}
                  {p.condition && <span className="soft"> ({m.appraisal.when(p.condition)})</span>}
                </div>
                <div className="small soft">
                  <span className={tone}>{words}</span> · {p.article}
                  {p.recalled && ` · ${m.appraisal.recalled}`}
                </div>
              </div>
            </li>
          );
        })}
      </ul>
      {a.askedOn && <p className="notice small">{m.appraisal.askedFor(showDay(a.askedOn), a.askedFor ?? "")}</p>}
      {a.completeOn && <p>{m.appraisal.complete(showDay(a.completeOn))}</p>}
      {a.actions.includes("complete") && <CompleteForm appraisal={a} />}
      {a.actions.includes("askForMore") && <AskForm appraisal={a} />}
      {a.actions.includes("return") && <ReturnForm appraisal={a} />}
    </div>
  );
}

function CompleteForm({ appraisal: a }: { appraisal: Appraisal }) {
  const m = useMessages();
  const send = useSend(a);
  const [on, setOn] = useState<string | null>(today());
  const act = useAct(
    a.dossierId,
    () => send.step("complete", { on }),
    () => m.appraisal.completed,
  );
  return (
    <form
      className="bench-form"
      onSubmit={(e) => {
        e.preventDefault();
        act.mutate(undefined);
      }}
    >
      <DayField label={m.appraisal.completeOn} value={on} onChange={setOn} required />
      {act.isError && <ProblemNotice error={act.error} />}
      <Button type="submit" loading={act.isPending} disabled={on === null}>
        {m.appraisal.completeDo}
      </Button>
    </form>
  );
}

function AskForm({ appraisal: a }: { appraisal: Appraisal }) {
  const m = useMessages();
  const send = useSend(a);
  const [on, setOn] = useState<string | null>(today());
  const [what, setWhat, , forget] = useDraft(`appraisal.${a.id}.ask`, "");
  const act = useAct(
    a.dossierId,
    () => send.step("ask-for-more", { on, what }),
    () => {
      forget();
      return m.appraisal.asked;
    },
  );
  return (
    <details className="bench-more">
      <summary>{m.appraisal.askDo}</summary>
      <form
        className="bench-form"
        onSubmit={(e) => {
          e.preventDefault();
          act.mutate(undefined);
        }}
      >
        <Textarea
          label={m.appraisal.askWhat}
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={what}
          onChange={(e) => setWhat(e.currentTarget.value)}
        />
        <DayField label={m.appraisal.on} value={on} onChange={setOn} required />
        {act.isError && <ProblemNotice error={act.error} />}
        <Button type="submit" variant="default" loading={act.isPending} disabled={on === null || what.trim() === ""}>
          {m.appraisal.askDo}
        </Button>
      </form>
    </details>
  );
}

function ReturnForm({ appraisal: a }: { appraisal: Appraisal }) {
  const m = useMessages();
  const send = useSend(a);
  const ways = a.conclusions.filter((c) => c.returns);
  const [outcome, setOutcome] = useState(ways[0]?.code ?? "");
  const [on, setOn] = useState<string | null>(today());
  const [reason, setReason, , forget] = useDraft(`appraisal.${a.id}.return`, "");
  const act = useAct(
    a.dossierId,
    () => send.step("return", { outcome, on, reason }),
    () => {
      forget();
      return m.appraisal.returned;
    },
  );
  if (ways.length === 0) return null;
  return (
    <details className="bench-more">
      <summary>{m.appraisal.returnDo}</summary>
      <form
        className="bench-form"
        onSubmit={(e) => {
          e.preventDefault();
          act.mutate(undefined);
        }}
      >
        <p className="small notice warn-notice">{m.appraisal.returnHint}</p>
        <NativeSelect
          label={m.appraisal.returnHow}
          value={outcome}
          onChange={(e) => setOutcome(e.currentTarget.value)}
          data={ways.map((w) => ({ value: w.code, label: w.name }))}
        />
        <Textarea
          label={m.appraisal.reason}
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        <DayField label={m.appraisal.on} value={on} onChange={setOn} required />
        {act.isError && <ProblemNotice error={act.error} />}
        <Button type="submit" variant="default" loading={act.isPending} disabled={on === null || reason.trim() === ""}>
          {m.appraisal.returnDo}
        </Button>
      </form>
    </details>
  );
}
