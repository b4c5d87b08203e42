import { Button, Modal, Textarea } from "@mantine/core";
import { IconAlertOctagon, IconAlertTriangle, IconHelpCircle, IconInfoCircle } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "../api/client";
import type { CheckedText, MachineFinding } from "../api/types";
import { showInstant } from "../dates";
import { useMessages } from "../i18n";
import { say } from "../notify";
import { Empty, LoadingRows, ProblemNotice } from "../ui/states";
import { articleOf, byPlace, open } from "./group";
import "./findings.css";

const ICONS = {
  UNLAWFUL: IconAlertOctagon,
  DEFECT: IconAlertTriangle,
  QUESTION: IconHelpCircle,
  INFORMATION: IconInfoCircle,
};

interface Deciding {
  finding: MachineFinding;
  decision: string;
}

/** Words of the text, or of a document they are compared with. */
function Quotes({
  finding,
  textUrl,
  onPlace,
}: {
  finding: MachineFinding;
  textUrl: string;
  onPlace?: (start: number, end: number) => void;
}) {
  return (
    <>
      {finding.evidence.map((e) => {
        const anchor = articleOf(e.address);
        const url = e.documentId == null ? textUrl : `/van-ban/${e.documentId}`;
        return (
          <blockquote key={`${e.documentId ?? ""}${e.address ?? ""}${e.start}`} className="clamped">
            {e.quote !== "" && <>“{e.quote}” </>}
            <cite className="small soft">
              {onPlace !== undefined && e.documentId == null ? (
                <button type="button" className="as-link" onClick={() => onPlace(e.start, e.end)}>
                  {e.place}
                </button>
              ) : anchor === null && e.documentId == null ? (
                e.place
              ) : (
                <Link to={`${url}${anchor ? `#${anchor}` : ""}`}>{e.place}</Link>
              )}
            </cite>
          </blockquote>
        );
      })}
    </>
  );
}

function One({
  finding: f,
  textUrl,
  onDecide,
  onPlace,
}: {
  finding: MachineFinding;
  textUrl: string;
  onDecide: (d: Deciding) => void;
  onPlace?: (start: number, end: number) => void;
}) {
  const m = useMessages();
  const Icon = ICONS[f.severity];
  return (
    <li className={`finding finding-${f.severity.toLowerCase()}${f.decision || !f.present ? " finding-decided" : ""}`}>
      <p className="finding-head">
        <Icon size={18} aria-hidden />
        <strong>{f.title}</strong> <span className="finding-severity">{f.severityLabel}</span>
        {!f.present && <span className="small soft"> · {m.findings.gone}</span>}
      </p>
      <p>{f.explanation}</p>
      <Quotes finding={f} textUrl={textUrl} onPlace={onPlace} />
      <p className="small soft">
        {m.findings.by} {f.article}
        {f.mending && (
          <>
            <br />
            {m.findings.mending} {f.mending}
          </>
        )}
      </p>
      {f.decision && (
        <p className="small">
          <strong>{f.decisionLabel}</strong>
          {f.decidedBy && ` · ${m.common.by(f.decidedBy, showInstant(f.decidedAt))}`}
          {f.reason && ` · ${f.reason}`}
        </p>
      )}
      {f.severity !== "INFORMATION" && f.actions.length > 0 && (
        <div className="finding-acts">
          {f.actions.map((decision) => (
            <Button key={decision} size="xs" variant="default" onClick={() => onDecide({ finding: f, decision })}>
              {m.findings.decisions[decision] ?? decision}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}

/**
 * What the rules hold against a text, under the provisions, with the officers' decisions.
 *
 * @param source address of the findings in the API; "check" is posted below it
 * @param textUrl page of the text, which the places lead to
 * @param decisions address of single findings in the API, which "decision" is posted below
 * @param onPlace shows a place of the text where it stands beside the findings, instead of leading to its page
 */
export function Findings({
  source,
  textUrl,
  decisions = "/findings",
  onPlace,
}: {
  source: string;
  textUrl: string;
  decisions?: string;
  onPlace?: (start: number, end: number) => void;
}) {
  const m = useMessages();
  const queries = useQueryClient();
  const key = ["findings", source];
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [reason, setReason] = useState("");
  const checked = useQuery({ queryKey: key, queryFn: ({ signal }) => api.get<CheckedText>(source, {}, signal) });
  const check = useMutation({
    mutationFn: () => api.post<CheckedText>(`${source}/check`, {}),
    onSuccess: (now) => {
      queries.setQueryData(key, now);
      say(m.findings.checkedNow(open(now.findings).length));
    },
  });
  const decide = useMutation({
    mutationFn: ({ finding, decision }: Deciding) =>
      api.post<MachineFinding>(`${decisions}/${finding.id}/decision`, {
        version: finding.version,
        decision,
        reason: reason.trim() === "" ? null : reason,
      }),
    onSuccess: (now) => {
      queries.setQueryData<CheckedText>(key, (before) =>
        before ? { ...before, findings: before.findings.map((f) => (f.id === now.id ? now : f)) } : before,
      );
      setDeciding(null);
      setReason("");
    },
  });

  function begin(d: Deciding) {
    decide.reset();
    setReason("");
    // only a refusal wants words: the others are one click
    if (d.decision === "NOT_A_FAULT") setDeciding(d);
    else decide.mutate(d);
  }

  if (checked.isPending) return <LoadingRows rows={6} />;
  if (checked.isError) return <ProblemNotice error={checked.error} onRetry={() => checked.refetch()} />;
  const { findings, actions, checkedAt } = checked.data;
  const alarms = findings.filter((f) => f.severity !== "INFORMATION");
  const notes = findings.filter((f) => f.severity === "INFORMATION");

  return (
    <div className="stack findings">
      <div className="findings-bar">
        <p className="grow" style={{ margin: 0 }}>
          {checkedAt ? (
            <>
              <strong>{m.findings.count(open(findings).length, alarms.length)}</strong>{" "}
              <span className="small soft">
                {checked.data.checkedBy
                  ? m.common.by(checked.data.checkedBy, showInstant(checkedAt))
                  : showInstant(checkedAt)}
              </span>
            </>
          ) : (
            m.findings.never
          )}
        </p>
        {actions.includes("check") && (
          <Button
            variant={checkedAt && !checked.data.outdated ? "default" : "filled"}
            loading={check.isPending}
            onClick={() => check.mutate()}
          >
            {checkedAt ? m.findings.again : m.findings.check}
          </Button>
        )}
      </div>
      <p className="small soft" style={{ margin: 0 }}>
        {m.findings.intro}
      </p>
      {checkedAt && checked.data.outdated && <p className="notice warn-notice small">{m.findings.outdated}</p>}
      {checkedAt && !checked.data.compared && <p className="notice small">{m.findings.notCompared}</p>}
      {check.isError && <ProblemNotice error={check.error} />}
      {decide.isError && deciding === null && <ProblemNotice error={decide.error} onRetry={() => checked.refetch()} />}
      {checkedAt && alarms.length === 0 && <Empty title={m.findings.none} hint={m.findings.noneHint} />}
      {byPlace(alarms).map((group) => (
        <section key={group.place} aria-label={group.place}>
          <h3 className="finding-place">{group.place}</h3>
          <ul className="finding-list">
            {group.findings.map((f) => (
              <One key={f.id} finding={f} textUrl={textUrl} onDecide={begin} onPlace={onPlace} />
            ))}
          </ul>
        </section>
      ))}
      {notes.length > 0 && (
        <details>
          <summary>{m.findings.notes(notes.length)}</summary>
          <ul className="finding-list">
            {notes.map((f) => (
              <One key={f.id} finding={f} textUrl={textUrl} onDecide={begin} onPlace={onPlace} />
            ))}
          </ul>
        </details>
      )}
      <Modal
        opened={deciding !== null}
        onClose={() => setDeciding(null)}
        title={m.findings.whyNot}
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ "aria-label": m.common.close }}
      >
        <p>{deciding?.finding.title}</p>
        <Textarea
          label={m.findings.reason}
          required
          autosize
          minRows={3}
          maxLength={1000}
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        {decide.isError && <ProblemNotice error={decide.error} />}
        <Button
          mt={16}
          disabled={reason.trim() === ""}
          loading={decide.isPending}
          onClick={() => deciding && decide.mutate(deciding)}
        >
          {m.findings.decisions.NOT_A_FAULT}
        </Button>
      </Modal>
    </div>
  );
}
