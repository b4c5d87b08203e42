import { Button, Modal, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import type { EffectEntry, EffectPreview, EffectWarning, LegalDocument } from "../../shared/api/types";
import { showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { Proposals } from "../../shared/proposals/Proposals";
import { Empty, LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { CauseLine } from "./Causes";
import { Consequences, Warnings } from "./Consequences";
import { instantOf } from "./KnownAt";

const AddEffect = lazy(() => import("./AddEffect"));

/** An effect as the register knew it at the end of a day; null where it did not know it yet. */
export function asKnown(entry: EffectEntry, knownOn: string): EffectEntry | null {
  const until = instantOf(knownOn);
  if (until === undefined) return entry;
  const end = Date.parse(until);
  if (Date.parse(entry.effect.confirmedAt ?? entry.recordedAt) > end) return null;
  return entry.retracted && Date.parse(entry.retracted.at) > end ? { ...entry, retracted: null } : entry;
}

/** Every effect on this document and by it; entered, and retracted with a reason, never changed. */
export function EffectsTab({
  document,
  knownOn,
  adding,
  onAdding,
}: {
  document: LegalDocument;
  knownOn: string;
  adding: boolean;
  onAdding: (open: boolean) => void;
}) {
  const m = useMessages();
  const queries = useQueryClient();
  const [retracting, setRetracting] = useState<EffectEntry | null>(null);
  const [why, setWhy] = useState("");
  const list = useQuery({
    queryKey: ["documents", document.id, "effects"],
    queryFn: ({ signal }) => api.get<EffectEntry[]>(`/documents/${document.id}/effects`, {}, signal),
  });
  const warnings = useQuery({
    queryKey: ["documents", document.id, "effects", "warnings"],
    queryFn: ({ signal }) => api.get<EffectWarning[]>(`/documents/${document.id}/effects/warnings`, {}, signal),
  });
  const chain = useQuery({
    queryKey: ["documents", retracting?.documentId, "effects", "chain"],
    queryFn: ({ signal }) =>
      api.get<{ version: number }>(`/documents/${retracting?.documentId}/effects/chain`, {}, signal),
    enabled: retracting !== null,
    staleTime: 0,
  });
  const preview = useQuery({
    queryKey: ["effects", retracting?.id, "retract-preview"],
    queryFn: () => api.post<EffectPreview>(`/effects/${retracting?.id}/retract/preview`),
    enabled: retracting !== null,
    staleTime: 0,
    gcTime: 0,
  });
  const retract = useMutation({
    mutationFn: (effect: EffectEntry) =>
      api.post(`/effects/${effect.id}/retract`, { why, chainVersion: chain.data?.version ?? null }),
    onSuccess: () => {
      setRetracting(null);
      setWhy("");
      say(m.document.effects.retractedNow);
      queries.invalidateQueries();
    },
  });
  const known = list.data?.map((e) => asKnown(e, knownOn)) ?? [];
  const mayChange = document.actions.includes("addEffect");
  const groups = [
    { key: "ON_THIS", title: m.document.effects.onThis },
    { key: "BY_THIS", title: m.document.effects.byThis },
  ];
  return (
    <div className="stack">
      {mayChange && knownOn === "" && (
        <Button variant="default" onClick={() => onAdding(true)}>
          {m.document.effects.add}
        </Button>
      )}
      {knownOn === "" && <Warnings warnings={warnings.data ?? []} />}
      {list.isPending && <LoadingRows />}
      {list.isError && <ProblemNotice error={list.error} onRetry={() => list.refetch()} />}
      {list.isSuccess && list.data.length === 0 && (
        <div className="panel">
          <Empty title={m.document.effects.empty} hint={m.document.effects.emptyHint} />
        </div>
      )}
      {list.isSuccess && list.data.length > 0 && known.every((e) => e === null) && (
        <div className="panel">
          <Empty title={m.document.effects.knownEmpty} />
        </div>
      )}
      {groups.map((group) => {
        const entries = known.flatMap((e) => (e !== null && e.direction === group.key ? [e] : []));
        if (entries.length === 0) return null;
        return (
          <section key={group.key} className="panel pad" aria-label={group.title}>
            <h2 className="section-title">{group.title}</h2>
            <ul className="plain causes">
              {entries.map((e) => (
                <li key={e.id} className={e.retracted ? "retracted" : undefined}>
                  {e.direction === "BY_THIS" && (
                    <div>
                      <Link to={`/van-ban/${e.documentId}`}>{e.document}</Link>
                    </div>
                  )}
                  <CauseLine cause={e.effect} self={document.id} />
                  {e.oldWords && (
                    <div className="small">
                      “{e.oldWords}” → “{e.newWords ?? ""}”
                    </div>
                  )}
                  {e.retracted ? (
                    <div className="small bad">
                      {m.document.effects.retracted(e.retracted.by, showInstant(e.retracted.at), e.retracted.why ?? "")}
                    </div>
                  ) : (
                    mayChange &&
                    knownOn === "" && (
                      <Button size="compact-sm" variant="default" mt={4} onClick={() => setRetracting(e)}>
                        {m.document.effects.retract}
                      </Button>
                    )
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <section aria-label={m.proposals.ofDocument}>
        <h2 className="section-title">{m.proposals.ofDocument}</h2>
        <Proposals document={document.id} state="OPEN" empty={<Empty title={m.proposals.empty} />} />
      </section>
      {adding && (
        <Suspense fallback={null}>
          <AddEffect document={document} onClose={() => onAdding(false)} />
        </Suspense>
      )}
      <Modal
        opened={retracting !== null}
        onClose={() => setRetracting(null)}
        title={m.document.effects.retract}
        size="lg"
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ "aria-label": m.common.close }}
      >
        <p className="small">{m.document.effects.retractNote}</p>
        {preview.isFetching && <LoadingRows rows={2} />}
        {preview.isError && <ProblemNotice error={preview.error} />}
        {preview.isSuccess && <Consequences preview={preview.data} />}
        <Textarea
          label={m.document.effects.retractWhy}
          required
          autosize
          minRows={2}
          value={why}
          onChange={(e) => setWhy(e.currentTarget.value)}
        />
        {retract.isError && <ProblemNotice error={retract.error} />}
        <Button
          mt={16}
          color="red"
          disabled={why.trim() === ""}
          loading={retract.isPending}
          onClick={() => retracting && retract.mutate(retracting)}
        >
          {m.document.effects.retract}
        </Button>
      </Modal>
    </div>
  );
}
