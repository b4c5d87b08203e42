import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import type { Problem } from "../../shared/api/problem";
import type { ConfirmedFields, LegalDocument } from "../../shared/api/types";
import { showDay, showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { Compare } from "./Compare";

/** Somebody else was faster: who, when, what they decided, and where it differs from what is on this desk. */
export function Conflict({
  problem,
  fields,
  onNext,
}: {
  problem: Problem;
  fields: ConfirmedFields;
  onNext: () => void;
}) {
  const m = useMessages();
  const id = problem.body.documentId;
  const theirs = useQuery({
    queryKey: ["documents", id, "of-conflict"],
    queryFn: ({ signal }) => api.get<LegalDocument>(`/documents/${id}`, {}, signal),
    enabled: id !== undefined,
  });
  const d = theirs.data;
  return (
    <div className="notice warn-notice" role="alert">
      <strong>{m.desk.conflictTitle}</strong>
      <div>
        {m.desk.conflict(
          problem.body.changedBy ?? m.audit.machine,
          showInstant(problem.body.changedAt),
          m.intake.itemStates[String(problem.body.state ?? "CONFIRMED")] ?? "",
        )}
      </div>
      {d !== undefined && (
        <Compare
          mine={m.document.conflictYours}
          theirs={m.document.conflictTheirs}
          lines={[
            { label: m.fields.number, mine: fields.number, theirs: d.number },
            { label: m.fields.type, mine: fields.type, theirs: d.typeLabel },
            { label: m.fields.issuer, mine: fields.issuerName, theirs: d.issuer },
            { label: m.fields.issuedOn, mine: showDay(fields.issuedOn), theirs: showDay(d.issuedOn) },
            { label: m.fields.title, mine: fields.title, theirs: d.title },
            { label: m.fields.signer, mine: fields.signer, theirs: d.signer },
          ]}
        />
      )}
      <div className="small">{m.desk.conflictKept}</div>
      <div className="duplicate-actions">
        {id !== undefined && <Link to={`/van-ban/${id}`}>{m.desk.see}</Link>}
        <Button size="xs" onClick={onNext}>
          {m.desk.next}
        </Button>
      </div>
    </div>
  );
}
