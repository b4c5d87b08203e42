import { Button, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Appraisal, AppraisalOpinion } from "../../shared/api/appraisals";
import { showDay, today } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { DayField } from "../../shared/ui/DayField";
import { ProblemNotice } from "../../shared/ui/states";
import { useDraft } from "../../shared/ui/useDraft";
import { useAct, useSend } from "./act";

/** Opinions asked of units and agencies, and the advisory council. */
export function Opinions({ appraisal: a }: { appraisal: Appraisal }) {
  const m = useMessages();
  const writes = a.actions.includes("write");
  return (
    <div className="stack">
      <p className="small soft">{m.appraisal.opinionsIntro}</p>
      {a.opinions.length > 0 && (
        <ul className="plain bench-remarks">
          {a.opinions.map((o) => (
            <li key={o.id}>
              <h3 className="section-title">{o.agency}</h3>
              {o.answeredOn ? (
                <>
                  <p className="small soft">{m.appraisal.answered(showDay(o.answeredOn), o.number ?? "")}</p>
                  <p className="bench-words">{o.opinion}</p>
                </>
              ) : (
                <p className={o.dueOn && o.dueOn < today() ? "small bad" : "small"}>
                  {m.appraisal.waiting(showDay(o.askedOn))}
                  {o.dueOn && ` · ${m.appraisal.answerBy(showDay(o.dueOn))}`}
                </p>
              )}
              {writes && !o.answeredOn && <AnswerForm appraisal={a} opinion={o} />}
            </li>
          ))}
        </ul>
      )}
      {writes && <AskForm appraisal={a} />}
      <section aria-label={m.appraisal.council}>
        <h3 className="section-title">{m.appraisal.council}</h3>
        {a.councilNeeded && <p className="notice warn-notice small">{m.appraisal.councilNeeded}</p>}
        {a.councilRules.map((rule) => (
          <p key={rule} className="small soft">
            {rule}
          </p>
        ))}
        {a.council ? (
          <>
            <p>{m.appraisal.councilHeld(showDay(a.council.on), a.council.present, a.council.members)}</p>
            {a.council.note && <p className="bench-words">{a.council.note}</p>}
          </>
        ) : (
          !a.actions.includes("council") && <p className="soft">{m.common.none}</p>
        )}
        {a.actions.includes("council") && <CouncilForm appraisal={a} />}
      </section>
    </div>
  );
}

function AskForm({ appraisal: a }: { appraisal: Appraisal }) {
  const m = useMessages();
  const send = useSend(a);
  const [agency, setAgency] = useState("");
  const [on, setOn] = useState<string | null>(today());
  const [due, setDue] = useState<string | null>(null);
  const act = useAct(
    a.dossierId,
    () => send.post("opinions", { agency, on, due }),
    () => {
      setAgency("");
      return m.appraisal.opinionAsked;
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
      <TextInput
        label={m.appraisal.agency}
        required
        maxLength={300}
        value={agency}
        onChange={(e) => setAgency(e.currentTarget.value)}
      />
      <div className="bench-pair">
        <DayField label={m.appraisal.askedOn} value={on} onChange={setOn} required />
        <DayField label={m.appraisal.answerDue} value={due} onChange={setDue} />
      </div>
      {act.isError && <ProblemNotice error={act.error} />}
      <Button type="submit" variant="default" loading={act.isPending} disabled={agency.trim() === "" || on === null}>
        {m.appraisal.opinionAsk}
      </Button>
    </form>
  );
}

function AnswerForm({ appraisal: a, opinion: o }: { appraisal: Appraisal; opinion: AppraisalOpinion }) {
  const m = useMessages();
  const send = useSend(a);
  const [on, setOn] = useState<string | null>(today());
  const [number, setNumber] = useState("");
  const [opinion, setOpinion, , forget] = useDraft(`appraisal.${a.id}.opinion.${o.id}`, "");
  const act = useAct(
    a.dossierId,
    () => send.post(`opinions/${o.id}`, { on, number: number.trim() === "" ? null : number.trim(), opinion }),
    () => {
      forget();
      return m.appraisal.answerSaved;
    },
  );
  return (
    <details className="bench-more">
      <summary>{m.appraisal.answerDo}</summary>
      <form
        className="bench-form"
        onSubmit={(e) => {
          e.preventDefault();
          act.mutate(undefined);
        }}
      >
        <div className="bench-pair">
          <DayField label={m.appraisal.answerOn} value={on} onChange={setOn} required />
          <TextInput
            label={m.appraisal.answerNumber}
            maxLength={80}
            value={number}
            onChange={(e) => setNumber(e.currentTarget.value)}
          />
        </div>
        <Textarea
          label={m.appraisal.answerWords}
          required
          autosize
          minRows={2}
          maxLength={8000}
          value={opinion}
          onChange={(e) => setOpinion(e.currentTarget.value)}
        />
        {act.isError && <ProblemNotice error={act.error} />}
        <Button type="submit" variant="default" loading={act.isPending} disabled={opinion.trim() === "" || on === null}>
          {m.appraisal.answerDo}
        </Button>
      </form>
    </details>
  );
}

function CouncilForm({ appraisal: a }: { appraisal: Appraisal }) {
  const m = useMessages();
  const send = useSend(a);
  const [on, setOn] = useState<string | null>(a.council?.on ?? today());
  const [members, setMembers] = useState<string | number>(a.council?.members ?? "");
  const [present, setPresent] = useState<string | number>(a.council?.present ?? "");
  const [note, setNote, , forget] = useDraft(`appraisal.${a.id}.council`, a.council?.note ?? "");
  const act = useAct(
    a.dossierId,
    () => send.step("council", { on, members: Number(members), present: Number(present), note }),
    () => {
      forget();
      return m.appraisal.councilSaved;
    },
  );
  return (
    <details className="bench-more" open={a.councilNeeded && a.council == null}>
      <summary>{m.appraisal.councilDo}</summary>
      <form
        className="bench-form"
        onSubmit={(e) => {
          e.preventDefault();
          act.mutate(undefined);
        }}
      >
        <DayField label={m.appraisal.on} value={on} onChange={setOn} required />
        <div className="bench-pair">
          <NumberInput label={m.appraisal.councilMembers} required min={1} value={members} onChange={setMembers} />
          <NumberInput label={m.appraisal.councilPresent} required min={0} value={present} onChange={setPresent} />
        </div>
        <Textarea
          label={m.appraisal.councilNote}
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={(e) => setNote(e.currentTarget.value)}
        />
        {act.isError && <ProblemNotice error={act.error} />}
        <Button
          type="submit"
          variant="default"
          loading={act.isPending}
          disabled={on === null || members === "" || present === ""}
        >
          {m.appraisal.councilDo}
        </Button>
      </form>
    </details>
  );
}
