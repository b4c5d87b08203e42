import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import { asProblem } from "../../shared/api/problem";
import type { LegalDocument } from "../../shared/api/types";
import { showDay, today } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { DayField } from "../../shared/ui/DayField";
import { Empty, LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { instantOf } from "./KnownAt";
import { Contents, ReceivedText } from "./ReceivedText";
import type { Provision, Versions, VersionView, WordingText } from "./wording/types";
import { WordedText } from "./wording/WordedText";

const CompareView = lazy(async () => ({ default: (await import("./wording/CompareView")).CompareView }));
const HandWriting = lazy(() => import("./wording/HandWriting"));

function articles(provisions: readonly Provision[]): Provision[] {
  return provisions.flatMap((p) =>
    p.level === "ARTICLE" || p.children.length === 0 ? [p] : [p, ...articles(p.children)],
  );
}

/** A day on which the version holds. */
function dayOf(version: VersionView, ofIssue: string | null | undefined): string {
  return version.from ?? ofIssue ?? today();
}

/** The text as it reads on a day, put together from the effects on record; the received file's own text is one choice away. */
export function TextTab({ document, on, knownOn }: { document: LegalDocument; on: string; knownOn: string }) {
  const m = useMessages();
  const address = useAddress();
  const versions = useQuery({
    queryKey: ["documents", document.id, "versions", knownOn],
    queryFn: async ({ signal }) => {
      try {
        return await api.get<Versions>(`/documents/${document.id}/versions`, { knownAt: instantOf(knownOn) }, signal);
      } catch (e) {
        // no text could be read: the received files say so themselves
        if (asProblem(e).status === 404) return null;
        throw e;
      }
    },
  });
  if (versions.isPending) return <LoadingRows rows={12} />;
  if (versions.isError) return <ProblemNotice error={versions.error} onRetry={() => versions.refetch()} />;
  const all = versions.data?.items ?? [];
  const unfinished = versions.data?.outstanding ?? [];
  const view = address.get("xem");
  if (all.length < 2 && unfinished.length === 0) return <ReceivedText document={document} />;
  const at = all.findIndex((v) => (v.from == null || v.from <= on) && (v.to == null || on < v.to));
  const last = all.at(-1);
  const from = address.get("tu") || (all[0] ? dayOf(all[0], document.issuedOn) : on);
  const to = address.get("den") || (last ? dayOf(last, document.issuedOn) : on);
  const go = (version: VersionView | undefined) =>
    version && address.set({ on: version.current ? null : dayOf(version, document.issuedOn), xem: null });
  return (
    <div className="stack" style={{ marginTop: 16 }}>
      <div className="version-bar">
        <NativeSelect
          label={m.wording.view}
          value={view === "goc" || view === "so-sanh" ? view : ""}
          onChange={(e) => address.set({ xem: e.currentTarget.value, tu: null, den: null })}
          data={[
            { value: "", label: m.wording.viewDay },
            { value: "so-sanh", label: m.wording.viewCompare },
            { value: "goc", label: m.wording.viewReceived },
          ]}
        />
        {view === "" && all.length > 1 && (
          <>
            <NativeSelect
              label={m.wording.version}
              value={at < 0 ? "" : String(at)}
              onChange={(e) => go(all[Number(e.currentTarget.value)])}
              data={all.map((v, n) => ({
                value: String(n),
                label: v.issued ? m.wording.asIssued : m.wording.from(showDay(v.from), v.current),
              }))}
            />
            <Button variant="default" disabled={at <= 0} onClick={() => go(all[at - 1])}>
              {m.wording.previous}
            </Button>
            <Button variant="default" disabled={at < 0 || at >= all.length - 1} onClick={() => go(all[at + 1])}>
              {m.wording.next}
            </Button>
          </>
        )}
        {view === "so-sanh" && (
          <>
            <DayField label={m.wording.compareFrom} width={180} value={from} onChange={(tu) => address.set({ tu })} />
            <DayField label={m.wording.compareTo} width={180} value={to} onChange={(den) => address.set({ den })} />
          </>
        )}
      </div>
      {unfinished.length > 0 && knownOn === "" && (
        <Suspense fallback={<LoadingRows rows={2} />}>
          <HandWriting document={document} />
        </Suspense>
      )}
      {view === "goc" && <ReceivedText document={document} />}
      {view === "so-sanh" && (
        <Suspense fallback={<LoadingRows rows={8} />}>
          <CompareView id={document.id} from={from} to={to} knownOn={knownOn} />
        </Suspense>
      )}
      {view === "" && <OnDay document={document} on={on} knownOn={knownOn} />}
    </div>
  );
}

function OnDay({ document, on, knownOn }: { document: LegalDocument; on: string; knownOn: string }) {
  const m = useMessages();
  const text = useQuery({
    queryKey: ["documents", document.id, "wording", on, knownOn],
    queryFn: ({ signal }) =>
      api.get<WordingText>(`/documents/${document.id}/wording`, { on, knownAt: instantOf(knownOn) }, signal),
  });
  if (text.isPending) return <LoadingRows rows={12} />;
  if (text.isError) return <ProblemNotice error={text.error} onRetry={() => text.refetch()} />;
  const { provisions, notice, official, consolidates, outstanding } = text.data;
  const titles = articles(provisions).map((p) => ({
    eId: p.address,
    depth: p.level === "ARTICLE" ? 1 : 0,
    name: (p.text.split("\n")[0] ?? p.label).slice(0, 120),
    note: p.changed ? m.wording.changedMark : null,
  }));
  return (
    <div className="reader">
      <Contents entries={titles} />
      <article className="panel">
        <p className={official ? "notice small" : "notice warn-notice small"}>{notice}</p>
        {consolidates.length > 0 && (
          <details className="small">
            <summary>{m.wording.consolidates(consolidates.length)}</summary>
            <ul>
              {consolidates.map((c) => (
                <li key={`${c.documentId}-${c.document}`}>
                  {c.documentId == null ? c.document : <Link to={`/van-ban/${c.documentId}`}>{c.document}</Link>}
                  {c.from && ` (${m.document.since(showDay(c.from))})`}
                </li>
              ))}
            </ul>
          </details>
        )}
        {outstanding.length > 0 && (
          <p className="notice warn-notice small">{m.wording.outstanding(outstanding.length)}</p>
        )}
        {provisions.length === 0 ? (
          <Empty title={m.document.noText} />
        ) : (
          <WordedText provisions={provisions} usual={document.status.code} />
        )}
      </article>
    </div>
  );
}
