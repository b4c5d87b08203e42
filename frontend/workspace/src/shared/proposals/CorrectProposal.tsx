import { Button, Modal, NativeSelect, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client";
import { asProblem } from "../api/problem";
import type { ProposalView } from "../api/types";
import { useMessages } from "../i18n";
import { DayField } from "../ui/DayField";
import { DocumentPicker } from "../ui/DocumentPicker";
import { ProblemNotice } from "../ui/states";

/** A proposal with what a person says instead of the reading; what is left as it stands is taken as read. */
export default function CorrectProposal({
  view,
  onDone,
  onClose,
}: {
  view: ProposalView;
  onDone: () => void;
  onClose: () => void;
}) {
  const m = useMessages();
  const p = view.proposal;
  const [kind, setKind] = useState(p.kind);
  const [target, setTarget] = useState({
    id: p.targetId ?? null,
    written: view.target ?? p.targetNumber ?? p.targetTitle ?? "",
  });
  const [provision, setProvision] = useState(p.targetProvision ?? "");
  const [territory, setTerritory] = useState(p.territory.join("; "));
  const [from, setFrom] = useState(p.from ?? null);
  const [until, setUntil] = useState(p.until ?? null);
  const correct = useMutation({
    mutationFn: () =>
      api.post<ProposalView>(`/effect-proposals/${p.id}/correct`, {
        version: p.version,
        correction: {
          kind: kind === p.kind ? null : kind,
          targetId: target.id === (p.targetId ?? null) ? null : target.id,
          targetProvision: provision === (p.targetProvision ?? "") ? null : provision.trim(),
          territory:
            territory === p.territory.join("; ")
              ? null
              : territory
                  .split(";")
                  .map((t) => t.trim())
                  .filter((t) => t !== ""),
          from: from === (p.from ?? null) ? null : from,
          until: until === (p.until ?? null) ? null : until,
        },
      }),
    onSuccess: onDone,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.proposals.correctTitle}
      size="lg"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": m.common.close }}
    >
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          correct.mutate();
        }}
      >
        <blockquote>{p.quote}</blockquote>
        <NativeSelect
          label={m.document.effects.kind}
          value={kind}
          onChange={(e) => setKind(e.currentTarget.value)}
          data={Object.entries(m.document.effects.kinds).map(([value, label]) => ({ value, label }))}
        />
        <DocumentPicker
          label={m.proposals.target}
          description={m.document.effects.causeHint}
          id={target.id}
          written={target.written}
          onChange={(id, written) => setTarget({ id, written })}
        />
        <TextInput
          label={m.document.effects.provision}
          description={m.document.effects.provisionHint}
          value={provision}
          onChange={(e) => setProvision(e.currentTarget.value)}
        />
        <TextInput
          label={m.proposals.territory}
          description={m.proposals.territoryHint}
          value={territory}
          onChange={(e) => setTerritory(e.currentTarget.value)}
        />
        <div className="two">
          <DayField label={m.document.effects.from} withHint value={from} onChange={setFrom} />
          <DayField label={m.document.effects.until} value={until} onChange={setUntil} />
        </div>
        {p.boundary && <p className="small soft">{m.proposals.boundary(p.boundary)}</p>}
        {correct.isError && <ProblemNotice error={asProblem(correct.error)} />}
        <Button type="submit" loading={correct.isPending}>
          {m.proposals.correctDo}
        </Button>
      </form>
    </Modal>
  );
}
