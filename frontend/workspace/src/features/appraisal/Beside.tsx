import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import type { DocumentText, LegalDocument } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { LegalText } from "../../shared/ui/LegalText";
import { StatusBadge } from "../../shared/ui/StatusBadge";
import { LoadingRows, ProblemNotice } from "../../shared/ui/states";

interface Difference {
  address: string;
  label: string;
  before?: string | null;
  after?: string | null;
  pieces: { kind: "SAME" | "CHANGED" | "ADDED" | "REMOVED"; before: string; after: string }[];
}

const NONE: never[] = [];

/** What changed from an earlier draft, provision by provision. */
export function BesideDraft({ dossier, from, to }: { dossier: number; from: number; to: number }) {
  const m = useMessages();
  const compared = useQuery({
    queryKey: ["dossiers", "compare", dossier, from, to],
    queryFn: ({ signal }) =>
      api.get<{ changes: Difference[] }>(`/dossiers/${dossier}/drafts/compare`, { from, to }, signal),
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
    <section className="bench-text" tabIndex={0} aria-label={m.appraisal.previous(from)}>
      {compared.isPending && <LoadingRows rows={8} />}
      {compared.isError && <ProblemNotice error={compared.error} onRetry={() => compared.refetch()} />}
      {compared.data?.changes.length === 0 && <p className="soft">{m.appraisal.same}</p>}
      {compared.data?.changes.map((d) => (
        <section key={d.address} aria-label={d.label}>
          <h3 className="section-title">
            {d.label}
            {d.before == null && <span className="soft"> · {m.appraisal.isNew}</span>}
            {d.after == null && <span className="soft"> · {m.appraisal.gone}</span>}
          </h3>
          <p className="legal">
            {d.pieces.map((piece, n) =>
              piece.kind === "SAME" ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one comparison never move
                <span key={n}>{piece.after}</span>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one comparison never move
                <span key={n}>
                  {piece.before !== "" && <del>{piece.before}</del>}
                  {piece.after !== "" && <ins>{piece.after}</ins>}
                </span>
              ),
            )}
          </p>
        </section>
      ))}
    </section>
  );
}

/** A document that the draft is based on, as the register has it. */
export function BesideBasis({ id }: { id: number }) {
  const m = useMessages();
  const document = useQuery({
    queryKey: ["documents", id, "basis"],
    queryFn: ({ signal }) => api.get<LegalDocument>(`/documents/${id}`, {}, signal),
  });
  const text = useQuery({
    queryKey: ["documents", id, "text", "as-received"],
    queryFn: async ({ signal }) =>
      (await api.get<DocumentText | undefined>(`/documents/${id}/text`, {}, signal)) ?? null,
  });
  const d = document.data;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
    <section className="bench-text" tabIndex={0} aria-label={d?.number ?? m.appraisal.basis}>
      {document.isError && <ProblemNotice error={document.error} onRetry={() => document.refetch()} />}
      {d && (
        <div className="stack">
          <h3 className="section-title">
            {d.typeLabel} {d.number} · {showDay(d.issuedOn)}
          </h3>
          <p className="small">{d.title}</p>
          <StatusBadge code={d.status.code} label={d.status.label} on={d.status.on} />
          <Link to={`/van-ban/${id}`} className="small">
            {m.appraisal.openDocument}
          </Link>
        </div>
      )}
      {text.isPending && <LoadingRows rows={10} />}
      {text.isError && <ProblemNotice error={text.error} onRetry={() => text.refetch()} />}
      {text.data === null && <p className="soft">{m.appraisal.basisNoText}</p>}
      {text.data && <LegalText text={text.data.text} evidence={NONE} active={null} outline={NONE} />}
    </section>
  );
}
