import { IconAlertTriangle, IconDownload } from "@tabler/icons-react";
import type { LegalDocument } from "../../shared/api/types";
import { showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { showSize } from "../../shared/numbers";
import { Empty } from "../../shared/ui/states";

/** The files as they were received, with their hashes. */
export function FilesTab({ document }: { document: LegalDocument }) {
  const m = useMessages();
  return (
    <div className="panel">
      {document.files.length === 0 && <Empty title={m.document.files.empty} hint={m.document.files.emptyHint} />}
      {document.files.length > 0 && (
        <table className="list cards">
          <thead>
            <tr>
              <th scope="col">{m.document.tabs.files}</th>
              <th scope="col">{m.common.bytes}</th>
              <th scope="col">{m.document.files.hash}</th>
              <th scope="col">
                <span className="visually-hidden">{m.document.files.download}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {document.files.map((f) => (
              <tr key={f.id}>
                <td style={{ overflowWrap: "anywhere" }}>
                  <strong>{f.fileName}</strong>
                  <div className="small soft">
                    {m.document.files.roles[f.role] ?? f.role} ·{" "}
                    {m.document.files.added(f.addedBy, showInstant(f.addedAt))}
                  </div>
                  {f.problem && (
                    <div className="small warn">
                      <IconAlertTriangle size={14} aria-hidden /> {m.intake.problems[f.problem] ?? f.problem}
                    </div>
                  )}
                </td>
                <td className="nowrap num">{showSize(f.size)}</td>
                <td>
                  <span className="hash">{f.sha256}</span>
                </td>
                <td className="nowrap">
                  <a href={`/api/documents/${document.id}/files/${f.id}`} download>
                    <IconDownload size={16} aria-hidden /> {m.document.files.download}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
