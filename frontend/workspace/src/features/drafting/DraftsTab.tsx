import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../shared/api/client";
import type { CasePaper, Dossier, DraftDifference } from "../../shared/api/dossiers";
import { showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { Empty, LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { AddDraft } from "./AddDraft";
import { PaperFile } from "./PaperFile";
import { Undo } from "./PapersTab";

/** The drafts by their numbers; two of them compared by provision and by word, which two stands in the address. */
export function DraftsTab({ dossier }: { dossier: Dossier }) {
  const m = useMessages();
  const t = m.dossiers.drafts;
  const { get, set } = useAddress();
  const [adding, setAdding] = useState(false);
  const [undoing, setUndoing] = useState<CasePaper | null>(null);
  const drafts = [...dossier.drafts].reverse();
  const numbers = dossier.drafts.filter((d) => d.undoneAt == null).flatMap((d) => d.draftNumber ?? []);
  const to = Number(get("sau")) || numbers.at(-1) || 0;
  const from = Number(get("truoc")) || numbers.filter((n) => n < to).at(-1) || 0;
  const named = numbers.map((n) => ({ value: String(n), label: t.numbered(n) }));
  return (
    <div className="stack">
      {dossier.actions.includes("addDraft") && (
        <Button variant="default" onClick={() => setAdding(true)}>
          {t.upload}
        </Button>
      )}
      <div className="panel">
        {drafts.length === 0 ? (
          <Empty title={t.empty} hint={t.emptyHint} />
        ) : (
          <ul className="plain drafts">
            {drafts.map((d) => (
              <li key={d.id} className={d.undoneAt == null ? undefined : "undone"}>
                <div>
                  <strong>{t.numbered(d.draftNumber ?? 0)}</strong> · {d.undoneAt == null ? d.name : <s>{d.name}</s>} ·{" "}
                  <PaperFile dossier={dossier.id} paper={d} />
                  <div className="small soft">{m.common.by(d.addedBy ?? m.audit.machine, showInstant(d.addedAt))}</div>
                  {d.undoneAt != null && (
                    <div className="small">
                      {m.dossiers.papers.undoneBy(
                        d.undoneBy ?? m.audit.machine,
                        showInstant(d.undoneAt),
                        d.undoneReason ?? "",
                      )}
                    </div>
                  )}
                </div>
                {d.actions.includes("undo") && (
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={m.dossiers.papers.undoOf(t.numbered(d.draftNumber ?? 0))}
                    onClick={() => setUndoing(d)}
                  >
                    {m.dossiers.papers.undo}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      {numbers.length > 1 && (
        <section aria-labelledby="compare" className="stack">
          <h2 className="section-title" id="compare">
            {t.compare}
          </h2>
          <div className="filters">
            <NativeSelect
              label={t.from}
              value={String(from)}
              onChange={(e) => set({ truoc: e.currentTarget.value })}
              data={named}
            />
            <NativeSelect
              label={t.to}
              value={String(to)}
              onChange={(e) => set({ sau: e.currentTarget.value })}
              data={named}
            />
          </div>
          {from > 0 && from !== to && <Comparison dossier={dossier.id} from={from} to={to} />}
        </section>
      )}
      {adding && <AddDraft dossier={dossier} onClose={() => setAdding(false)} />}
      {undoing && <Undo dossier={dossier} paper={undoing} onClose={() => setUndoing(null)} />}
    </div>
  );
}

function Comparison({ dossier, from, to }: { dossier: number; from: number; to: number }) {
  const m = useMessages();
  const t = m.dossiers.drafts;
  const compared = useQuery({
    queryKey: ["dossiers", "compare", dossier, from, to],
    queryFn: ({ signal }) =>
      api.get<{ changes: DraftDifference[] }>(`/dossiers/${dossier}/drafts/compare`, { from, to }, signal),
  });
  if (compared.isPending) return <LoadingRows rows={6} />;
  if (compared.isError) return <ProblemNotice error={compared.error} onRetry={() => compared.refetch()} />;
  const changes = compared.data.changes;
  if (changes.length === 0)
    return (
      <div className="panel">
        <Empty title={t.same} hint={t.sameHint} />
      </div>
    );
  return (
    <div className="panel" role="status">
      <p className="two-drafts-count small soft">{t.changes(changes.length)}</p>
      <table className="list cards two-drafts">
        <thead>
          <tr>
            <th scope="col">{t.numbered(from)}</th>
            <th scope="col">{t.numbered(to)}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((d) => (
            <Change key={d.address} change={d} from={t.numbered(from)} to={t.numbered(to)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Change({ change: d, from, to }: { change: DraftDifference; from: string; to: string }) {
  return (
    <>
      <tr>
        <th scope="rowgroup" colSpan={2}>
          {d.label}
        </th>
      </tr>
      <tr>
        <td className="legal" data-label={from}>
          <Side change={d} after={false} />
        </td>
        <td className="legal" data-label={to}>
          <Side change={d} after />
        </td>
      </tr>
    </>
  );
}

function Side({ change: d, after }: { change: DraftDifference; after: boolean }) {
  const m = useMessages();
  if ((after ? d.after : d.before) == null)
    return <p className="soft">{after ? m.dossiers.drafts.gone : m.dossiers.drafts.isNew}</p>;
  const Mark = after ? "ins" : "del";
  return (
    <p>
      {d.pieces.map((piece, n) => {
        const words = after ? piece.after : piece.before;
        if (words === "") return null;
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one comparison never move
        return piece.kind === "SAME" ? <span key={n}>{words}</span> : <Mark key={n}>{words}</Mark>;
      })}
    </p>
  );
}
