import { Button, FileInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { api } from "../../shared/api/client";
import type { CurrentStep, Dossier } from "../../shared/api/dossiers";
import { showDay, today } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { DayField } from "../../shared/ui/DayField";
import { ProblemNotice } from "../../shared/ui/states";
import { useDraft } from "../../shared/ui/useDraft";
import { type TooLate, useAct } from "./act";

const SYMBOLS: Record<string, string> = {
  COUNCIL_RESOLUTION: "NQ-HĐND",
  COMMITTEE_DECISION: "QĐ-UBND",
  CHAIRMAN_DECISION: "QĐ-CTUBND",
};

/** The document is signed: its number, day and file go to the desk where the register's own people confirm it. */
export function SignForm({
  dossier,
  current,
  onTooLate,
}: {
  dossier: Dossier;
  current: CurrentStep;
  onTooLate: (late: TooLate) => void;
}) {
  const m = useMessages();
  const t = m.dossiers.sign;
  const [form, setForm, , forget] = useDraft(`dossier.${dossier.id}.${current.id}.sign`, UNSIGNED);
  const [file, setFile] = useState<File | null>(null);
  const on = form.on ?? today();
  const sign = useAct(
    dossier.id,
    () =>
      api.upload<Dossier>(`/dossiers/${dossier.id}/sign`, file === null ? [] : [file], undefined, {
        version: String(dossier.version),
        number: form.number.trim(),
        on,
      }),
    () => {
      forget();
      say(t.done(form.number.trim()));
    },
    (problem) =>
      onTooLate({
        problem,
        wanted: [
          [t.number, form.number.trim()],
          [t.on, showDay(on)],
          [t.file, file?.name ?? ""],
        ],
      }),
  );
  return (
    <form
      className="stack"
      aria-labelledby="sign"
      onSubmit={(e) => {
        e.preventDefault();
        sign.mutate();
      }}
    >
      <h3 id="sign">{t.title}</h3>
      <p className="small soft">{t.hint}</p>
      <div className="filters">
        <TextInput
          label={t.number}
          description={t.numberHint(SYMBOLS[dossier.form] ?? "QĐ-UBND")}
          required
          maxLength={80}
          value={form.number}
          onChange={(e) => setForm({ ...form, number: e.currentTarget.value })}
          w={280}
        />
        <DayField label={t.on} required value={on} onChange={(day) => setForm({ ...form, on: day })} width={190} />
      </div>
      <FileInput label={t.file} required value={file} onChange={setFile} accept=".docx,.doc,.pdf,.rtf,.odt,.txt" />
      {sign.isError && <ProblemNotice error={sign.error} />}
      <Button type="submit" loading={sign.isPending} disabled={form.number.trim() === "" || file === null}>
        {t.submit}
      </Button>
    </form>
  );
}

const UNSIGNED: { number: string; on: string | null } = { number: "", on: null };
