import { Button, NativeSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "react-router";
import { api } from "../../shared/api/client";
import type { Dossier, DossierChoice } from "../../shared/api/dossiers";
import { asProblem } from "../../shared/api/problem";
import { today } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { useSession } from "../../shared/session";
import { DayField } from "../../shared/ui/DayField";
import { IssuerPicker } from "../../shared/ui/IssuerPicker";
import { PageHead } from "../../shared/ui/page";
import { fieldWords, ProblemNotice } from "../../shared/ui/states";
import { useDraft } from "../../shared/ui/useDraft";
import { EMPTY, type Registration, requestOf } from "./registration";
import "./drafting.css";

/** A draft is registered; while the form is filled in it says which procedure it will follow, and why. */
export function Component() {
  const m = useMessages();
  const t = m.dossiers.registration;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const me = useSession().data;
  const [form, setForm, drafted, forget] = useDraft<Registration>(
    `dossier.register.${me?.id ?? 0}`,
    me?.role === "LOCAL_OFFICER" ? LOCAL : EMPTY,
  );
  const put = (change: Partial<Registration>) => setForm((now) => ({ ...now, ...change }));
  const on = form.registeredOn ?? today();
  const asked = { form: form.form, level: form.level, kind: form.kind, registeredOn: on };
  const choice = useQuery({
    queryKey: ["dossiers", "choice", asked],
    queryFn: () => api.post<DossierChoice>("/dossiers/choice", asked),
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
  const send = useMutation({
    mutationFn: () => api.post<Dossier>("/dossiers", requestOf(form, on)),
    onSuccess: (made) => {
      queries.setQueryData(["dossiers", "one", made.id], made);
      queries.invalidateQueries({ queryKey: ["dossiers", "list"] });
      queries.invalidateQueries({ queryKey: ["work"] });
      forget();
      say(t.done);
      navigate(`/ho-so/${made.id}`);
    },
  });
  const problem = send.isError ? asProblem(send.error) : null;
  const wrong = (field: string) => (problem ? fieldWords(problem, field, m) : undefined);
  return (
    <div className="page stack">
      <PageHead title={t.title} intro={t.intro} />
      <form
        className="register-dossier"
        onSubmit={(e) => {
          e.preventDefault();
          send.mutate();
        }}
      >
        <div className="panel pad stack">
          {problem && <ProblemNotice error={problem} />}
          <div className="filters">
            <NativeSelect
              label={t.form}
              value={form.form}
              error={wrong("form")}
              onChange={(e) => put({ form: e.currentTarget.value })}
              data={Object.entries(m.procedures.forms).map(([value, label]) => ({ value, label }))}
            />
            <NativeSelect
              label={t.level}
              value={form.level}
              error={wrong("level")}
              onChange={(e) => put({ level: e.currentTarget.value })}
              data={["PROVINCE", "DISTRICT", "COMMUNE"].map((value) => ({ value, label: m.levels[value] ?? value }))}
            />
            <NativeSelect
              label={t.kind}
              value={form.kind}
              error={wrong("kind")}
              onChange={(e) => put({ kind: e.currentTarget.value })}
              data={Object.entries(m.procedures.kinds).map(([value, label]) => ({ value, label }))}
            />
            <DayField
              label={t.on}
              required
              value={on}
              onChange={(day) => put({ registeredOn: day })}
              error={wrong("registeredOn")}
              width={170}
            />
          </div>
          <Textarea
            label={t.name}
            description={t.nameHint}
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={form.title}
            error={wrong("title")}
            onChange={(e) => put({ title: e.currentTarget.value })}
          />
          <Textarea
            label={t.purpose}
            description={t.purposeHint}
            required
            autosize
            minRows={2}
            maxLength={2000}
            value={form.purpose}
            error={wrong("purpose")}
            onChange={(e) => put({ purpose: e.currentTarget.value })}
          />
          <div className="filters">
            <TextInput
              label={t.field}
              value={form.field}
              maxLength={200}
              error={wrong("field")}
              onChange={(e) => put({ field: e.currentTarget.value })}
              w={220}
            />
            <DayField
              label={t.planned}
              value={form.plannedOn}
              onChange={(day) => put({ plannedOn: day })}
              error={wrong("plannedOn")}
              width={170}
            />
            <NumberInput
              label={t.year}
              value={form.programmeYear ?? ""}
              onChange={(year) => put({ programmeYear: typeof year === "number" ? year : null })}
              error={wrong("programmeYear")}
              allowDecimal={false}
              hideControls
              min={2016}
              max={2100}
              w={160}
            />
          </div>
          <details>
            <summary>{t.bodies}</summary>
            <p className="small soft">{t.bodiesHint}</p>
            <div className="two">
              <IssuerPicker
                label={t.justice}
                id={form.justiceBody}
                name={form.justiceName}
                on={on}
                onChange={(justiceBody, justiceName) => put({ justiceBody, justiceName })}
              />
              <IssuerPicker
                label={t.office}
                id={form.office}
                name={form.officeName}
                on={on}
                onChange={(office, officeName) => put({ office, officeName })}
              />
            </div>
          </details>
          <div className="acts">
            <Button
              type="submit"
              loading={send.isPending}
              disabled={form.title.trim() === "" || form.purpose.trim() === ""}
            >
              {t.submit}
            </Button>
            {drafted && (
              <Button variant="default" onClick={forget}>
                {t.clear}
              </Button>
            )}
            {drafted && <span className="small soft kept">{m.common.draftKept}</span>}
          </div>
        </div>
        <aside aria-labelledby="follows">
          <h2 className="section-title" id="follows">
            {t.follows}
          </h2>
          {choice.isPending && <p className="soft">{t.choosing}</p>}
          {choice.isError && <ProblemNotice error={choice.error} onRetry={() => choice.refetch()} />}
          {choice.data && <Chosen choice={choice.data} />}
        </aside>
      </form>
    </div>
  );
}

const LOCAL: Registration = { ...EMPTY, level: "COMMUNE" };

function Chosen({ choice }: { choice: DossierChoice }) {
  const m = useMessages();
  const Icon = choice.code ? IconCircleCheck : IconInfoCircle;
  return (
    <div className={`notice ${choice.code ? "good-notice" : "warn-notice"}`} role="status">
      <strong>
        <Icon size={18} aria-hidden className="inline-icon" />
        {choice.code ? (
          <Link to={`/quan-tri/thu-tuc/${choice.code}?ban=${choice.number}`} target="_blank">
            {choice.title}
          </Link>
        ) : (
          m.dossiers.registration.noProcedure
        )}
      </strong>
      <p>
        {choice.why} <span className="soft">({choice.article})</span>
      </p>
      {choice.warnings.map((w) => (
        <p key={w} className="small">
          <IconAlertTriangle size={16} aria-hidden className="inline-icon warn" />
          {w}
        </p>
      ))}
    </div>
  );
}
