import { Button, Modal, NativeSelect, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Appraisal, DraftProvision, DraftText } from "../../shared/api/appraisals";
import { useMessages } from "../../shared/i18n";
import { ProblemNotice } from "../../shared/ui/states";
import { useDraft } from "../../shared/ui/useDraft";
import { useAct, useSend } from "./act";
import type { Place } from "./provisions";

/** A remark on words of one provision. */
export function RemarkForm({
  appraisal: a,
  draft,
  provision,
  place,
  onClose,
}: {
  appraisal: Appraisal;
  draft: DraftText;
  provision: DraftProvision;
  place: Place;
  onClose: () => void;
}) {
  const m = useMessages();
  const send = useSend(a);
  const quote = draft.text.slice(place.start, Math.min(place.end, place.start + 4000)).trim();
  const [kind, setKind] = useState("LEGALITY");
  const [words, setWords, , forget] = useDraft(`appraisal.${a.id}.remark.${provision.address}`, "");
  const act = useAct(
    a.dossierId,
    () => send.post("remarks", { draft: draft.number, address: provision.address, quote, kind, remark: words }),
    () => {
      forget();
      onClose();
      return m.appraisal.remarkSaved(provision.label);
    },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={m.appraisal.remarkOn(provision.label)}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": m.common.close }}
    >
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          act.mutate(undefined);
        }}
      >
        <blockquote aria-label={m.appraisal.remarkQuote} className="clamped">
          {quote}
        </blockquote>
        <NativeSelect
          label={m.appraisal.remarkKind}
          value={kind}
          onChange={(e) => setKind(e.currentTarget.value)}
          data={Object.entries(m.appraisal.remarkKinds).map(([value, label]) => ({ value, label }))}
        />
        <Textarea
          data-autofocus
          label={m.appraisal.remark}
          required
          autosize
          minRows={4}
          maxLength={8000}
          value={words}
          onChange={(e) => setWords(e.currentTarget.value)}
        />
        {act.isError && <ProblemNotice error={act.error} />}
        <Button type="submit" loading={act.isPending} disabled={words.trim() === ""}>
          {m.appraisal.remarkDo}
        </Button>
      </form>
    </Modal>
  );
}
