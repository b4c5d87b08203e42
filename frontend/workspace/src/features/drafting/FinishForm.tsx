import { Button, NativeSelect, NumberInput, Radio, Textarea } from "@mantine/core";
import { api } from "../../shared/api/client";
import type { CurrentStep, Dossier } from "../../shared/api/dossiers";
import { showDay, today } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { DayField } from "../../shared/ui/DayField";
import { ProblemNotice } from "../../shared/ui/states";
import { useDraft } from "../../shared/ui/useDraft";
import { type TooLate, useAct } from "./act";
import { missing } from "./checklist";
import { chosenOutcome, EMPTY, type Ending, ready, wantedOf } from "./ending";

/** How the current step ends: outcome, where to, when, why; as it is typed it is kept. */
export function FinishForm({
  dossier,
  current,
  onTooLate,
}: {
  dossier: Dossier;
  current: CurrentStep;
  onTooLate: (late: TooLate) => void;
}) {
  const m = useMessages();
  const t = m.dossiers.finish;
  const [form, setForm, , forget] = useDraft<Ending>(`dossier.${dossier.id}.${current.id}.end`, EMPTY);
  const put = (change: Partial<Ending>) => setForm((now) => ({ ...now, ...change }));
  const outcome = chosenOutcome(current, form);
  const on = form.on ?? today();
  const finish = useAct(
    dossier.id,
    () =>
      api.post<Dossier>(`/dossiers/${dossier.id}/finish`, {
        version: dossier.version,
        outcome: outcome?.code,
        next: (outcome?.next.length ?? 0) > 1 ? form.next : null,
        on,
        reason: form.reason.trim() === "" ? null : form.reason.trim(),
        votes:
          current.asksVotes && form.inFavour !== null && form.of !== null
            ? { inFavour: form.inFavour, of: form.of }
            : null,
      }),
    (now) => {
      forget();
      say(now.current ? t.done(now.current.name) : t.over);
    },
    (problem) => onTooLate({ problem, wanted: wantedOf(outcome, form, showDay(on), m) }),
  );
  const lacking = missing(current);
  return (
    <form
      className="stack"
      aria-labelledby="finish"
      onSubmit={(e) => {
        e.preventDefault();
        finish.mutate();
      }}
    >
      <h3 id="finish">{t.title}</h3>
      <Radio.Group label={t.outcome} value={outcome?.code ?? ""} onChange={(code) => put({ outcome: code, next: "" })}>
        {current.outcomes.map((o) => (
          <Radio
            key={o.code}
            value={o.code}
            mt={8}
            label={o.name}
            description={
              [
                o.next.length === 0 ? t.ends : o.next.length === 1 ? t.to(o.next[0]?.name ?? "") : null,
                o.reasonRequired ? m.procedures.reasonRequired : null,
                o.recalled && !current.recalled ? t.recalled : null,
              ]
                .filter(Boolean)
                .join(" · ") || undefined
            }
          />
        ))}
      </Radio.Group>
      {outcome && outcome.next.length > 1 && (
        <NativeSelect
          label={t.next}
          required
          value={form.next}
          onChange={(e) => put({ next: e.currentTarget.value })}
          data={[{ value: "", label: "" }, ...outcome.next.map((n) => ({ value: n.code, label: n.name }))]}
        />
      )}
      <div className="filters">
        <DayField label={t.on} value={on} onChange={(day) => put({ on: day })} required width={190} />
        {current.asksVotes && (
          <>
            <NumberInput
              label={t.votes}
              value={form.inFavour ?? ""}
              onChange={(n) => put({ inFavour: typeof n === "number" ? n : null })}
              min={0}
              allowDecimal={false}
              w={150}
            />
            <NumberInput
              label={t.votesOf}
              value={form.of ?? ""}
              onChange={(n) => put({ of: typeof n === "number" ? n : null })}
              min={1}
              allowDecimal={false}
              w={150}
            />
          </>
        )}
      </div>
      <Textarea
        label={outcome?.reasonRequired ? t.reason : t.reasonOptional}
        description={outcome?.reasonRequired ? m.dossiers.current.reasonHint : undefined}
        required={outcome?.reasonRequired}
        autosize
        minRows={2}
        maxLength={2000}
        value={form.reason}
        onChange={(e) => put({ reason: e.currentTarget.value })}
      />
      {outcome && !outcome.reasonRequired && lacking.length > 0 && (
        <p className="notice warn-notice">
          <strong>{t.missing}</strong>
          {lacking.map((p) => p.name).join("; ")}.
        </p>
      )}
      {finish.isError && <ProblemNotice error={finish.error} />}
      <Button type="submit" loading={finish.isPending} disabled={!ready(current, form)}>
        {t.submit}
      </Button>
    </form>
  );
}
