import { FileInput, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { api } from "../../shared/api/client";
import type { ChecklistItem, Dossier } from "../../shared/api/dossiers";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { DayField } from "../../shared/ui/DayField";
import { Ask } from "./Ask";
import { useAct } from "./act";

/** A paper of the checklist ({@code item}), or any other letter in or out. */
export function AddPaper({
  dossier,
  item,
  onClose,
}: {
  dossier: Dossier;
  item: ChecklistItem | null;
  onClose: () => void;
}) {
  const m = useMessages();
  const t = m.dossiers.papers;
  const [name, setName] = useState(item?.name ?? "");
  const [direction, setDirection] = useState("OUT");
  const [number, setNumber] = useState("");
  const [datedOn, setDatedOn] = useState<string | null>(null);
  const [correspondent, setCorrespondent] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const add = useAct(
    dossier.id,
    () =>
      api.upload<Dossier>(`/dossiers/${dossier.id}/papers`, file === null ? [] : [file], undefined, {
        code: item?.code,
        name: name.trim(),
        direction,
        number: number.trim(),
        datedOn,
        correspondent: correspondent.trim(),
      }),
    () => {
      say(t.added);
      onClose();
    },
  );
  return (
    <Ask
      title={item ? t.addTitle(item.name) : t.add}
      hint={item?.article}
      error={add.isError ? add.error : null}
      pending={add.isPending}
      ready={name.trim() !== ""}
      submit={t.add}
      onSubmit={() => add.mutate()}
      onClose={onClose}
    >
      <TextInput
        label={t.name}
        required
        maxLength={500}
        value={name}
        onChange={(e) => setName(e.currentTarget.value)}
        data-autofocus
      />
      <div className="two">
        <TextInput label={t.number} maxLength={80} value={number} onChange={(e) => setNumber(e.currentTarget.value)} />
        <DayField label={t.datedOn} value={datedOn} onChange={setDatedOn} />
      </div>
      <div className="two">
        <NativeSelect
          label={t.direction}
          value={direction}
          onChange={(e) => setDirection(e.currentTarget.value)}
          data={[
            { value: "OUT", label: t.out },
            { value: "IN", label: t.in },
          ]}
        />
        <TextInput
          label={direction === "IN" ? t.fromWhom : t.toWhom}
          maxLength={240}
          value={correspondent}
          onChange={(e) => setCorrespondent(e.currentTarget.value)}
        />
      </div>
      <FileInput label={t.file} description={t.fileHint} value={file} onChange={setFile} clearable />
    </Ask>
  );
}
