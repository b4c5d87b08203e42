import { Button, NativeSelect } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import type { Appraisal, CitedBasis, DraftProvision, DraftText } from "../../shared/api/appraisals";
import { api } from "../../shared/api/client";
import { asProblem } from "../../shared/api/problem";
import type { MachineFinding } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { type Evidence, LegalText } from "../../shared/ui/LegalText";
import { useSelected } from "../../shared/ui/selection";
import { Empty, LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { BesideBasis, BesideDraft } from "./Beside";
import { headings, type Place, placeOf, provisionAt } from "./provisions";

/** The draft with its remarks and findings where they stand, and on demand another text beside it. */
export function DraftPane({
  appraisal: a,
  draft,
  findings,
  shown,
  place,
  active,
  writes,
  onRemark,
}: {
  appraisal: Appraisal;
  draft: UseQueryResult<DraftText>;
  findings: readonly MachineFinding[];
  shown: boolean;
  /** Brought into view whenever it is another one. */
  place: Place | null;
  active: string | null;
  writes: boolean;
  onRemark: (provision: DraftProvision | undefined, place?: Place) => void;
}) {
  const m = useMessages();
  const { get, set } = useAddress();
  const beside = get("canh");
  const root = useRef<HTMLElement>(null);
  const [selected, clear] = useSelected(root);
  const bases = useQuery({
    queryKey: ["appraisals", "bases", a.dossierId],
    queryFn: ({ signal }) => api.get<{ items: CitedBasis[] }>(`/dossiers/${a.dossierId}/appraisal/bases`, {}, signal),
    enabled: draft.isSuccess,
    staleTime: 60_000,
    retry: false,
  });
  const outline = useMemo(() => headings(draft.data?.provisions ?? []), [draft.data]);
  const evidence = useMemo(() => evidenceOf(a, draft.data, findings, place), [a, draft.data, findings, place]);

  useEffect(() => {
    if (place === null) return;
    const runs = root.current?.querySelectorAll<HTMLElement>("[data-o]") ?? [];
    let last: HTMLElement | null = null;
    for (const run of runs) {
      if (Number(run.dataset.o) > place.start) break;
      last = run;
    }
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    last?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }, [place]);

  const within =
    selected === null || draft.data === undefined
      ? null
      : provisionAt(draft.data.provisions, selected.start, selected.end);
  const here = draft.data?.provisions.find((p) => p.address === active);
  const numbers =
    draft.data === undefined ? [] : Array.from({ length: draft.data.number - 1 }, (_, n) => draft.data.number - 1 - n);
  return (
    <section className="bench-draft panel" aria-label={m.appraisal.draft} data-shown={shown}>
      {draft.isPending && <LoadingRows rows={14} />}
      {draft.isError &&
        (asProblem(draft.error).code === "appraisal-no-draft" ? (
          <Empty title={m.appraisal.noDraft} />
        ) : (
          <ProblemNotice error={draft.error} onRetry={() => draft.refetch()} />
        ))}
      {draft.isSuccess && (
        <>
          <div className="bench-draft-head">
            <h2 className="section-title">{m.appraisal.draftOf(draft.data.number)}</h2>
            <NativeSelect
              size="xs"
              aria-label={m.appraisal.beside}
              value={beside}
              onChange={(e) => set({ canh: e.currentTarget.value })}
              data={[
                { value: "", label: m.appraisal.nothingBeside },
                ...numbers.map((n) => ({ value: `du-thao-${n}`, label: m.appraisal.previous(n) })),
                {
                  group: m.appraisal.basis,
                  items: (bases.data?.items ?? [])
                    .filter((b) => b.documentId != null)
                    .map((b) => ({ value: `van-ban-${b.documentId}`, label: cut(b.words) })),
                },
              ]}
            />
            {writes && (
              <Button
                size="xs"
                disabled={selected === null ? here === undefined : within === null}
                title={selected !== null && within === null ? m.appraisal.remarkWide : undefined}
                // pressing a button must not take the selection away before it is read
                onMouseDown={(e) => e.preventDefault()}
                onClick={() => {
                  if (selected !== null && within !== null) onRemark(within, selected);
                  else onRemark(here);
                  clear();
                }}
              >
                {m.appraisal.remarkDo}
              </Button>
            )}
          </div>
          <div className={beside === "" ? "bench-texts" : "bench-texts two-texts"}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard */}
            <section className="bench-text" ref={root} tabIndex={0} aria-label={m.appraisal.draftOf(draft.data.number)}>
              <LegalText
                text={draft.data.text}
                evidence={evidence}
                active={place === null ? null : "shown"}
                outline={outline}
              />
            </section>
            {beside.startsWith("du-thao-") && (
              <BesideDraft dossier={a.dossierId} from={Number(beside.slice(8))} to={draft.data.number} />
            )}
            {beside.startsWith("van-ban-") && <BesideBasis id={Number(beside.slice(8))} />}
          </div>
        </>
      )}
    </section>
  );
}

function cut(words: string): string {
  return words.length <= 90 ? words : `${words.slice(0, 89)}…`;
}

function evidenceOf(
  a: Appraisal,
  draft: DraftText | undefined,
  findings: readonly MachineFinding[],
  place: Place | null,
): Evidence[] {
  if (draft === undefined) return [];
  const found: Evidence[] = [];
  for (const f of findings) {
    if (!f.present || f.severity === "INFORMATION" || f.decision === "NOT_A_FAULT") continue;
    for (const e of f.evidence)
      if (e.documentId == null && e.end > e.start)
        found.push({ key: `f${f.id}-${e.start}`, start: e.start, end: e.end, kind: "doubtful", label: f.title });
  }
  for (const r of a.remarks) {
    if (r.draftNumber !== draft.number) continue;
    const provision = draft.provisions.find((p) => p.address === r.address);
    const at = provision === undefined ? null : placeOf(draft.text, provision, r.quote);
    if (at !== null) found.push({ key: `r${r.id}`, ...at, kind: "citation", label: r.remark });
  }
  if (place !== null && place.end > place.start) found.push({ key: "shown", ...place, kind: "field" });
  return found;
}
