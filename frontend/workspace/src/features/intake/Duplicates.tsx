import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "react-router";
import type { ConfirmedFields, Duplicate } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";

function same(a: string | null | undefined, b: string | null | undefined): boolean {
  const plain = (t: string | null | undefined) => (t ?? "").normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
  return plain(a) === plain(b);
}

/** What the register has already beside what is on the desk; what differs is marked. */
export function Duplicates({
  duplicates,
  fields,
  sameAs,
  disabled,
  onAttach,
}: {
  duplicates: Duplicate[];
  fields: ConfirmedFields;
  sameAs: number | null;
  disabled: boolean;
  onAttach: (documentId: number | null) => void;
}) {
  const m = useMessages();
  if (duplicates.length === 0) return null;
  return (
    <section className="duplicates" aria-label={m.desk.duplicates}>
      {duplicates.map((d) => {
        const lines = [
          { label: m.fields.number, mine: fields.number, theirs: d.number },
          { label: m.fields.issuer, mine: fields.issuerName, theirs: d.issuer },
          { label: m.fields.issuedOn, mine: showDay(fields.issuedOn), theirs: showDay(d.issuedOn) },
          { label: m.fields.title, mine: fields.title, theirs: d.title },
        ];
        return (
          <div key={d.documentId} className="notice warn-notice">
            <strong>
              <IconAlertTriangle size={16} aria-hidden /> {m.desk.why[d.why] ?? d.why}
            </strong>
            <div className="small">{d.stub ? m.desk.stub : m.desk.whyHint[d.why]}</div>
            {!d.stub && (
              <div className="scroll-x">
                <table className="list compare">
                  <thead>
                    <tr>
                      <td />
                      <th scope="col">{m.desk.thisFile}</th>
                      <th scope="col">{m.desk.inRegister}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {lines.map((line) => (
                      <tr key={line.label}>
                        <th scope="row">{line.label}</th>
                        <td>{line.mine}</td>
                        <td>
                          {same(line.mine, line.theirs) ? line.theirs : <mark>{line.theirs || m.common.none}</mark>}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
            <div className="duplicate-actions">
              <Link to={`/van-ban/${d.documentId}`} target="_blank">
                {m.desk.see}
              </Link>
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
            </div>
            {sameAs === d.documentId && <div className="small">{m.desk.attachChosen(d.number)}</div>}
          </div>
        );
      })}
    </section>
  );
}
