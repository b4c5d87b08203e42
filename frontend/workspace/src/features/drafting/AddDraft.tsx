import { FileInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { api } from "../../shared/api/client";
import type { Dossier } from "../../shared/api/dossiers";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { Ask } from "./Ask";
import { useAct } from "./act";

/** A new draft: it gets the next number, the earlier ones stay. */
export function AddDraft({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) {
  const m = useMessages();
  const t = m.dossiers.drafts;
  const [file, setFile] = useState<File | null>(null);
  const [note, setNote] = useState("");
  const add = useAct(
    dossier.id,
    () =>
      api.upload<Dossier>(`/dossiers/${dossier.id}/drafts`, file === null ? [] : [file], undefined, {
        note: note.trim(),
      }),
    () => {
      say(t.uploaded);
      onClose();
    },
  );
  return (
    <Ask
      title={t.upload}
      hint={t.emptyHint}
      error={add.isError ? add.error : null}
      pending={add.isPending}
      ready={file !== null}
      submit={t.upload}
      onSubmit={() => add.mutate()}
      onClose={onClose}
    >
      <FileInput
        label={t.file}
        required
        value={file}
        onChange={setFile}
        accept=".docx,.doc,.pdf,.rtf,.odt,.txt,.html,.htm"
      />
      <TextInput
        label={t.note}
        description={t.noteHint}
        maxLength={500}
        value={note}
        onChange={(e) => setNote(e.currentTarget.value)}
      />
    </Ask>
  );
}
