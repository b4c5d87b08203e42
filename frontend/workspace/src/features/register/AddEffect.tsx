import { Button, Modal, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../shared/api/client";
import { asProblem } from "../../shared/api/problem";
import type { FoundByNumber, LegalDocument } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { DayField } from "../../shared/ui/DayField";
import { fieldWords, ProblemNotice } from "../../shared/ui/states";
import { useDraft } from "../../shared/ui/useDraft";

interface Draft {
  kind: string;
  targetProvision: string;
  from: string | null;
  until: string | null;
  cause: string;
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

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}

/** Entering an effect by hand: what, from when, by which clause of which document, in whose words. */
export default function AddEffect({ document, onClose }: { document: LegalDocument; onClose: () => void }) {
  const m = useMessages();
  const queries = useQueryClient();
  const [draft, setDraft, drafted, forget] = useDraft<Draft>(`effect.${document.id}`, BLANK);
  const [causes, setCauses] = useState<FoundByNumber[] | null>(null);
  const [causeId, setCauseId] = useState<number | null>(null);
  const record = useMutation({
    mutationFn: async () => {
      let cause: number | null = causeId;
      if (cause === null && draft.cause.trim() !== "") {
        const found = await api.get<FoundByNumber[]>("/documents/by-number", { q: draft.cause.trim() });
        setCauses(found);
        if (found.length !== 1) return false;
        cause = found[0]?.id ?? null;
      }
      await api.post(`/documents/${document.id}/effects`, {
        kind: draft.kind,
        targetProvision: orNull(draft.targetProvision),
        from: draft.from,
        until: draft.until,
        causeDocumentId: cause,
        causeProvision: orNull(draft.causeProvision),
        rule: orNull(draft.rule),
        quote: draft.quote,
      });
      return true;
    },
    onSuccess: (recorded) => {
      if (!recorded) return;
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
          record.mutate();
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
        <div style={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 16 }}>
          <DayField
            label={m.document.effects.from}
            withHint
            required
            value={draft.from}
            error={problem ? fieldWords(problem, "from", m) : undefined}
            onChange={(from) => put({ from })}
          />
          <DayField label={m.document.effects.until} value={draft.until} onChange={(until) => put({ until })} />
        </div>
        <TextInput
          label={m.document.effects.cause}
          description={m.document.effects.causeHint}
          value={draft.cause}
          error={causes !== null && causes.length === 0 ? m.palette.none : undefined}
          onChange={(e) => {
            setCauses(null);
            setCauseId(null);
            put({ cause: e.currentTarget.value });
          }}
        />
        {causes !== null && causes.length > 1 && (
          <NativeSelect
            aria-label={m.document.effects.cause}
            value={causeId ?? ""}
            onChange={(e) => setCauseId(e.currentTarget.value === "" ? null : Number(e.currentTarget.value))}
            data={[
              { value: "", label: m.document.effects.causeWhich },
              ...causes.map((c) => ({
                value: String(c.id),
                label: `${c.number} · ${c.issuer} · ${c.title.slice(0, 60)}`,
              })),
            ]}
          />
        )}
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
        {problem && <ProblemNotice error={problem} />}
        <Button type="submit" loading={record.isPending}>
          {m.document.effects.add}
        </Button>
      </form>
    </Modal>
  );
}
