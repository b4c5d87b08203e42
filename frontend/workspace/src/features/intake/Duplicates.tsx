import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "react-router";
import type { ConfirmedFields, Duplicate } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { Compare } from "./Compare";

/** What the register has already beside what is on the desk; what differs is marked. */
export function Duplicates({
  duplicates,
  fields,
  sameAs,
  disabled,
  onAttach,
  onBeside,
}: {
  duplicates: Duplicate[];
  fields: ConfirmedFields;
  sameAs: number | null;
  disabled: boolean;
  onAttach: (documentId: number | null) => void;
  onBeside: (duplicate: Duplicate) => void;
}) {
  const m = useMessages();
  if (duplicates.length === 0) return null;
  return (
    <section className="duplicates" aria-label={m.desk.duplicates}>
      {duplicates.map((d) => (
        <div key={d.documentId} className="notice warn-notice">
          <strong>
            <IconAlertTriangle size={16} aria-hidden /> {m.desk.why[d.why] ?? d.why}
          </strong>
          <div className="small">{d.stub ? m.desk.stub : m.desk.whyHint[d.why]}</div>
          {!d.stub && (
            <Compare
              mine={m.desk.thisFile}
              theirs={m.desk.inRegister}
              lines={[
                { label: m.fields.number, mine: fields.number, theirs: d.number },
                { label: m.fields.issuer, mine: fields.issuerName, theirs: d.issuer },
                { label: m.fields.issuedOn, mine: showDay(fields.issuedOn), theirs: showDay(d.issuedOn) },
                { label: m.fields.title, mine: fields.title, theirs: d.title },
              ]}
            />
          )}
          <div className="duplicate-actions">
            {!d.stub && (
              <Button size="xs" variant="default" onClick={() => onBeside(d)}>
                {m.desk.beside}
              </Button>
            )}
            {sameAs === d.documentId ? (
              <Button size="xs" variant="default" disabled={disabled} onClick={() => onAttach(null)}>
                {m.desk.attachUndo}
              </Button>
            ) : (
              !d.stub &&
              d.why !== "SAME_NUMBER_OTHER_ISSUER" && (
                <Button size="xs" variant="default" disabled={disabled} onClick={() => onAttach(d.documentId)}>
                  {m.desk.attach}
                </Button>
              )
            )}
            <Link to={`/van-ban/${d.documentId}`} target="_blank">
              {m.desk.see}
            </Link>
          </div>
          {sameAs === d.documentId && <div className="small">{m.desk.attachChosen(d.number)}</div>}
        </div>
      ))}
    </section>
  );
}
