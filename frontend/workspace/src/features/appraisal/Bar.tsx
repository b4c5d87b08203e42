import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import type { Appraisal } from "../../shared/api/appraisals";
import { api } from "../../shared/api/client";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { useSession } from "../../shared/session";
import { DueMark } from "../../shared/ui/DueMark";
import { ProblemNotice } from "../../shared/ui/states";
import { useAct, useSend } from "./act";
import { type CountedLimit, limitOf } from "./clock";
import type { WorkTab } from "./WorkPane";

/** Whose draft, where it stands, the clock, and the one thing to do next. */
export function Bar({ appraisal: a, onGo }: { appraisal: Appraisal; onGo: (tab: WorkTab) => void }) {
  const m = useMessages();
  const me = useSession().data;
  const send = useSend(a);
  const [to, setTo] = useState("");
  const dossier = useQuery({
    queryKey: ["dossiers", "limits", a.dossierId, a.version],
    queryFn: ({ signal }) => api.get<{ deadlines: CountedLimit[] }>(`/dossiers/${a.dossierId}`, {}, signal),
    enabled: a.dueOn != null,
  });
  const take = useAct(
    a.dossierId,
    () => send.step("assign", { officer: me?.id }),
    () => m.appraisal.taken,
  );
  const assign = useAct(
    a.dossierId,
    () => send.step("assign", { officer: Number(to) }),
    () => m.appraisal.assigned,
  );
  const due = limitOf(a, dossier.data?.deadlines ?? []);
  const tab: WorkTab =
    a.stage === "RECEIVED" || a.stage === "ASKED"
      ? "papers"
      : a.stage === "COMPLETE"
        ? a.subjects.every((s) => s.verdict != null || s.condition != null)
          ? "conclusion"
          : "subjects"
        : a.stage === "SENT"
          ? "remarks"
          : "conclusion";
  return (
    <header className="bench-bar panel">
      <div className="bench-title">
        <h1>{a.dossierTitle}</h1>
        <div className="small soft">
          {a.draftingBody} · {m.appraisal.received(showDay(a.receivedOn))}
          {a.completeOn && <> · {m.appraisal.complete(showDay(a.completeOn))}</>} ·{" "}
          <Link to={`/ho-so/${a.dossierId}`}>{m.appraisal.openDossier}</Link>
        </div>
      </div>
      <div className="bench-state">
        <strong>{m.appraisal.stages[a.stage] ?? a.stageLabel}</strong>
        {due !== null ? (
          <DueMark due={due} />
        ) : a.reportNumber ? (
          <span>{m.appraisal.reportOf(a.reportNumber, showDay(a.reportOn))}</span>
        ) : a.dueOn == null && a.stage !== "RETURNED" ? (
          <span className="soft small">{m.appraisal.noClockWhy}</span>
        ) : null}
        <span className="small">
          {m.appraisal.officer}: <strong>{a.officer?.displayName ?? m.appraisal.noOfficer}</strong>
        </span>
      </div>
      <div className="bench-acts">
        <span className="small">{m.appraisal.next[a.stage]}</span>
        <div className="bench-buttons">
          {a.actions.includes("take") && (
            <Button size="xs" variant="default" loading={take.isPending} onClick={() => take.mutate(undefined)}>
              {m.appraisal.take}
            </Button>
          )}
          {a.actions.includes("assign") && a.colleagues.length > 0 && (
            <form
              className="bench-assign"
              onSubmit={(e) => {
                e.preventDefault();
                if (to !== "") assign.mutate(undefined);
              }}
            >
              <NativeSelect
                size="xs"
                aria-label={m.appraisal.assign}
                value={to}
                onChange={(e) => setTo(e.currentTarget.value)}
                data={[
                  { value: "", label: `${m.appraisal.assign}…` },
                  ...a.colleagues.map((c) => ({ value: String(c.id), label: c.displayName })),
                ]}
              />
              <Button size="xs" variant="default" type="submit" disabled={to === ""} loading={assign.isPending}>
                {m.appraisal.assignDo}
              </Button>
            </form>
          )}
          {a.actions.length > 0 && a.stage !== "SENT" && (
            <Button size="xs" onClick={() => onGo(tab)}>
              {m.appraisal.goTo}
            </Button>
          )}
        </div>
        {take.isError && <ProblemNotice error={take.error} />}
        {assign.isError && <ProblemNotice error={assign.error} />}
      </div>
    </header>
  );
}
