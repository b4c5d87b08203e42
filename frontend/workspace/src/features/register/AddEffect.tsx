import { Button, Checkbox, Modal, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../shared/api/client";
import { asProblem } from "../../shared/api/problem";
import type { EffectPreview, LegalDocument } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { DayField } from "../../shared/ui/DayField";
import { DocumentPicker } from "../../shared/ui/DocumentPicker";
import { fieldWords, ProblemNotice } from "../../shared/ui/states";
import { useDraft } from "../../shared/ui/useDraft";
import { Consequences } from "./Consequences";

interface Draft {
  kind: string;
  targetProvision: string;
  from: string | null;
  until: string | null;
  boundary?: string;
  newText?: string;
  oldWords?: string;
  newWords?: string;
  cause: string;
  causeId?: number | null;
  causeProvision: string;
  rule: string;
  quote: string;
}

const BLANK: Draft = {
  kind: "COMMENCE",
  targetProvision: "",
  from: null,
  until: null,
  cause: "",
  causeProvision: "",
  rule: "",
  quote: "",
};

/** Kinds that give a provision new words. */
const WORDED = ["AMEND", "SUPPLEMENT", "REPLACE"];

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}

/** Entering an effect by hand: what, from when, by which clause of which document, in whose words. */
export default function AddEffect({ document, onClose }: { document: LegalDocument; onClose: () => void }) {
  const m = useMessages();
  const queries = useQueryClient();
  const [draft, setDraft, drafted, forget] = useDraft<Draft>(`effect.${document.id}`, BLANK);
  const [despiteMissing, setDespiteMissing] = useState(false);
  const chain = useQuery({
    queryKey: ["documents", document.id, "effects", "chain"],
    queryFn: ({ signal }) => api.get<{ version: number }>(`/documents/${document.id}/effects/chain`, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const entry = {
    kind: draft.kind,
    targetProvision: orNull(draft.targetProvision),
    from: draft.from,
    until: draft.until,
    boundary: orNull(draft.boundary ?? ""),
    newText: WORDED.includes(draft.kind) ? orNull(draft.newText ?? "") : null,
    oldWords: draft.kind === "SUBSTITUTE" ? orNull(draft.oldWords ?? "") : null,
    newWords: draft.kind === "SUBSTITUTE" ? (draft.newWords ?? "") : null,
    causeDocumentId: draft.causeId ?? null,
    causeProvision: orNull(draft.causeProvision),
    rule: orNull(draft.rule),
    quote: draft.quote,
  };
  const written = JSON.stringify(entry);
  // what was seen holds for exactly these words; another letter and it must be looked at again
  const [seen, setSeen] = useState<string | null>(null);
  const preview = useMutation({
    mutationFn: () => api.post<EffectPreview>(`/documents/${document.id}/effects/preview`, entry),
    onSuccess: () => setSeen(written),
  });
  const record = useMutation({
    mutationFn: () =>
      api.post(`/documents/${document.id}/effects`, {
        ...entry,
        chainVersion: chain.data?.version ?? null,
        despiteMissing,
      }),
    onSuccess: () => {
      forget();
      say(m.document.effects.recorded);
      queries.invalidateQueries();
      onClose();
    },
  });
  const problem = record.isError ? asProblem(record.error) : null;
  const put = (change: Partial<Draft>) => setDraft((d) => ({ ...d, ...change }));
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.document.effects.add}
      size="lg"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": m.common.close }}
    >
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          if (seen === written) record.mutate();
          else preview.mutate();
        }}
      >
        <NativeSelect
          label={m.document.effects.kind}
          value={draft.kind}
          onChange={(e) => put({ kind: e.currentTarget.value })}
          data={Object.entries(m.document.effects.kinds).map(([value, label]) => ({ value, label }))}
        />
        <TextInput
          label={m.document.effects.provision}
          description={m.document.effects.provisionHint}
          value={draft.targetProvision}
          error={
            problem?.code === "document-provision-not-readable" ? m.problems.byCode[problem.code]?.detail : undefined
          }
          onChange={(e) => put({ targetProvision: e.currentTarget.value })}
        />
        <div className="two">
          <DayField
            label={m.document.effects.from}
            withHint
            required={orNull(draft.boundary ?? "") === null}
            value={draft.from}
            error={problem ? fieldWords(problem, "from", m) : undefined}
            onChange={(from) => put({ from })}
          />
          <DayField label={m.document.effects.until} value={draft.until} onChange={(until) => put({ until })} />
        </div>
        <TextInput
          label={m.document.effects.boundary}
          description={m.document.effects.boundaryHint}
          value={draft.boundary ?? ""}
          onChange={(e) => put({ boundary: e.currentTarget.value })}
        />
        {WORDED.includes(draft.kind) && (
          <Textarea
            label={m.document.effects.newText}
            description={m.document.effects.newTextHint}
            autosize
            minRows={3}
            maxRows={14}
            value={draft.newText ?? ""}
            onChange={(e) => put({ newText: e.currentTarget.value })}
          />
        )}
        {draft.kind === "SUBSTITUTE" && (
          <div className="two">
            <TextInput
              label={m.document.effects.oldWords}
              value={draft.oldWords ?? ""}
              onChange={(e) => put({ oldWords: e.currentTarget.value })}
            />
            <TextInput
              label={m.document.effects.newWords}
              value={draft.newWords ?? ""}
              onChange={(e) => put({ newWords: e.currentTarget.value })}
            />
          </div>
        )}
        <DocumentPicker
          label={m.document.effects.cause}
          description={m.document.effects.causeHint}
          id={draft.causeId ?? null}
          written={draft.cause}
          onChange={(causeId, cause) => put({ causeId, cause })}
        />
        <TextInput
          label={m.document.effects.causeProvision}
          value={draft.causeProvision}
          onChange={(e) => put({ causeProvision: e.currentTarget.value })}
        />
        <TextInput
          label={m.document.effects.rule}
          value={draft.rule}
          onChange={(e) => put({ rule: e.currentTarget.value })}
        />
        <Textarea
          label={m.document.effects.quote}
          description={m.document.effects.quoteHint}
          required
          autosize
          minRows={3}
          value={draft.quote}
          onChange={(e) => put({ quote: e.currentTarget.value })}
        />
        {drafted && <p className="small soft">{m.common.draftKept}</p>}
        {preview.isError && <ProblemNotice error={preview.error} />}
        {preview.isSuccess && seen === written && <Consequences preview={preview.data} />}
        {problem && <ProblemNotice error={problem} />}
        {problem?.code === "effect-no-such-provision" && (
          <Checkbox
            label={m.document.effects.despiteMissing}
            checked={despiteMissing}
            onChange={(e) => setDespiteMissing(e.currentTarget.checked)}
          />
        )}
        <Button type="submit" loading={record.isPending || preview.isPending}>
          {seen === written ? m.document.effects.add : m.document.effects.preview}
        </Button>
      </form>
    </Modal>
  );
}
