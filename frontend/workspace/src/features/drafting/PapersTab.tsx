import { Button } from "@mantine/core";
import { useState } from "react";
import { api } from "../../shared/api/client";
import type { CasePaper, Dossier } from "../../shared/api/dossiers";
import { showDay, showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { Empty } from "../../shared/ui/states";
import { AddPaper } from "./AddPaper";
import { Ask } from "./Ask";
import { useAct } from "./act";
import { Reason } from "./Clock";
import { allPapers } from "./checklist";
import { PaperFile } from "./PaperFile";

/** Letters in and out and every other paper; what was taken back stays, struck through, with its reason. */
export function PapersTab({ dossier }: { dossier: Dossier }) {
  const m = useMessages();
  const t = m.dossiers.papers;
  const [adding, setAdding] = useState(false);
  const [undoing, setUndoing] = useState<CasePaper | null>(null);
  const papers = allPapers(dossier)
    .filter((p) => p.draftNumber == null)
    .reverse();
  const step = (code: string) => dossier.steps.find((s) => s.code === code)?.name ?? code;
  return (
    <div className="stack">
      {dossier.actions.includes("addPaper") && (
        <Button variant="default" onClick={() => setAdding(true)}>
          {m.dossiers.current.otherPaper}
        </Button>
      )}
      <div className="panel">
        {papers.length === 0 ? (
          <Empty title={t.empty} hint={t.emptyHint} />
        ) : (
          <table className="list cards">
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.number}</th>
                <th scope="col">{t.correspondent}</th>
                <th scope="col">{t.file}</th>
                <th scope="col">{t.by}</th>
                <th scope="col">
                  <span className="visually-hidden">{t.undo}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {papers.map((p) => (
                <tr key={p.id} className={p.undoneAt == null ? undefined : "undone"}>
                  <td className="title">
                    {p.undoneAt == null ? p.name : <s>{p.name}</s>}
                    <div className="small soft">{step(p.stepCode)}</div>
                    {p.warnings.map((w) => (
                      <div key={w} className="small warn">
                        {w}
                      </div>
                    ))}
                    {p.undoneAt != null && (
                      <div className="small">
                        {t.undoneBy(p.undoneBy ?? m.audit.machine, showInstant(p.undoneAt), p.undoneReason ?? "")}
                      </div>
                    )}
                  </td>
                  <td data-label={t.number}>
                    {p.number ?? m.common.none}
                    {p.datedOn && <div className="small soft">{showDay(p.datedOn)}</div>}
                  </td>
                  <td data-label={t.correspondent}>
                    {t.directions[p.direction]}
                    {p.correspondent && <> · {p.correspondent}</>}
                  </td>
                  <td data-label={t.file}>
                    <PaperFile dossier={dossier.id} paper={p} />
                  </td>
                  <td data-label={t.by}>
                    {p.addedBy ?? m.audit.machine}
                    <div className="small soft">{showInstant(p.addedAt)}</div>
                  </td>
                  <td>
                    {p.actions.includes("undo") && (
                      <Button size="xs" variant="default" aria-label={t.undoOf(p.name)} onClick={() => setUndoing(p)}>
                        {t.undo}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {adding && <AddPaper dossier={dossier} item={null} onClose={() => setAdding(false)} />}
      {undoing && <Undo dossier={dossier} paper={undoing} onClose={() => setUndoing(null)} />}
    </div>
  );
}

/** Takes a paper or a draft back, with why. */
export function Undo({ dossier, paper, onClose }: { dossier: Dossier; paper: CasePaper; onClose: () => void }) {
  const m = useMessages();
  const t = m.dossiers.papers;
  const [reason, setReason] = useState("");
  const undo = useAct(
    dossier.id,
    () => api.post<Dossier>(`/dossiers/${dossier.id}/papers/${paper.id}/undo`, { reason: reason.trim() }),
    () => {
      say(t.undone);
      onClose();
    },
  );
  return (
    <Ask
      title={t.undoOf(paper.draftNumber == null ? paper.name : m.dossiers.drafts.numbered(paper.draftNumber))}
      hint={t.undoHint}
      error={undo.isError ? undo.error : null}
      pending={undo.isPending}
      ready={reason.trim() !== ""}
      submit={t.undo}
      onSubmit={() => undo.mutate()}
      onClose={onClose}
    >
      <Reason value={reason} onChange={setReason} />
    </Ask>
  );
}
