import { Button, NativeSelect } from "@mantine/core";
import { IconAlertTriangle, IconDownload, IconUpload } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api } from "../../shared/api/client";
import type { DocumentFile, LegalDocument } from "../../shared/api/types";
import { showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { showSize } from "../../shared/numbers";
import { Empty, ProblemNotice } from "../../shared/ui/states";

const ROLES = ["ANNEX", "SIGNED", "ATTACHMENT", "ORIGINAL"] as const;

/** Added and waiting for the reader. */
function isBeingRead(file: DocumentFile): boolean {
  return file.encoding == null && file.problem == null;
}

/** The files as they were received, with their hashes; more are added here. */
export function FilesTab({ document }: { document: LegalDocument }) {
  const m = useMessages();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [role, setRole] = useState<string>(document.files.length === 0 ? "ORIGINAL" : "ANNEX");
  const add = useMutation({
    mutationFn: (file: File) => api.upload<void>(`/documents/${document.id}/files?role=${role}`, [file]),
    onSuccess: (_, file) => {
      say(m.document.files.addedNow(file.name));
      queries.invalidateQueries({ queryKey: ["documents", document.id] });
      queries.invalidateQueries({ queryKey: ["history"] });
    },
  });
  const reading = document.files.some(isBeingRead);
  useEffect(() => {
    if (!reading) return;
    const timer = window.setInterval(() => queries.invalidateQueries({ queryKey: ["documents", document.id] }), 3000);
    return () => window.clearInterval(timer);
  }, [reading, queries, document.id]);
  return (
    <div className="stack">
      {document.actions.includes("addFile") && !document.stub && (
        <section className="file-adding" aria-label={m.document.files.add}>
          <NativeSelect
            label={m.document.files.role}
            value={role}
            onChange={(e) => setRole(e.currentTarget.value)}
            data={ROLES.map((value) => ({ value, label: m.document.files.roles[value] ?? value }))}
          />
          <Button
            leftSection={<IconUpload size={16} aria-hidden />}
            loading={add.isPending}
            onClick={() => input.current?.click()}
          >
            {m.document.files.add}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            aria-label={m.document.files.add}
            data-testid="add-file"
            onChange={(e) => {
              const file = e.currentTarget.files?.[0];
              e.currentTarget.value = "";
              if (file !== undefined) add.mutate(file);
            }}
          />
          <p className="small soft">{m.document.files.roleHints[role]}</p>
        </section>
      )}
      {add.isError && <ProblemNotice error={add.error} />}
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
                    {f.encoding != null && f.encoding !== "UNICODE" && (
                      <div className="small soft">{m.document.files.converted(f.encoding)}</div>
                    )}
                    {isBeingRead(f) && (
                      <div className="small soft" role="status">
                        {m.document.files.reading}
                      </div>
                    )}
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
    </div>
  );
}
