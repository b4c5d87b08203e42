import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../shared/api/client";
import type { Dossier, DossierCard } from "../../shared/api/dossiers";
import type { Page } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { Ask } from "./Ask";
import { type TooLate, useAct } from "./act";
import { Reason } from "./Clock";

interface Asked {
  dossier: Dossier;
  onClose: () => void;
  onTooLate: (late: TooLate) => void;
}

export function Withdraw({ dossier, onClose, onTooLate }: Asked) {
  const m = useMessages();
  const t = m.dossiers.giveUp;
  const [reason, setReason] = useState("");
  const withdraw = useAct(
    dossier.id,
    () => api.post<Dossier>(`/dossiers/${dossier.id}/withdraw`, { version: dossier.version, reason: reason.trim() }),
    () => {
      say(t.withdrawn);
      onClose();
    },
    (problem) => {
      onTooLate({
        problem,
        wanted: [
          [t.withdraw, dossier.title],
          [m.common.reason, reason.trim()],
        ],
      });
      onClose();
    },
  );
  return (
    <Ask
      title={t.withdraw}
      hint={t.withdrawHint}
      error={withdraw.isError ? withdraw.error : null}
      pending={withdraw.isPending}
      ready={reason.trim() !== ""}
      submit={t.withdraw}
      grave
      onSubmit={() => withdraw.mutate()}
      onClose={onClose}
    >
      <Reason value={reason} onChange={setReason} />
    </Ask>
  );
}

export function Merge({ dossier, onClose, onTooLate }: Asked) {
  const m = useMessages();
  const t = m.dossiers.giveUp;
  const [into, setInto] = useState<DossierCard | null>(null);
  const [reason, setReason] = useState("");
  const merge = useAct(
    dossier.id,
    () =>
      api.post<Dossier>(`/dossiers/${dossier.id}/merge`, {
        version: dossier.version,
        into: into?.id,
        reason: reason.trim(),
      }),
    () => {
      say(t.merged);
      onClose();
    },
    (problem) => {
      onTooLate({
        problem,
        wanted: [
          [t.into, into?.title ?? ""],
          [m.common.reason, reason.trim()],
        ],
      });
      onClose();
    },
  );
  return (
    <Ask
      title={t.merge}
      hint={t.mergeHint}
      error={merge.isError ? merge.error : null}
      pending={merge.isPending}
      ready={into !== null && reason.trim() !== ""}
      submit={t.merge}
      grave
      onSubmit={() => merge.mutate()}
      onClose={onClose}
    >
      <DossierPicker without={dossier.id} form={dossier.form} onPick={setInto} />
      <Reason value={reason} onChange={setReason} />
    </Ask>
  );
}

/** An open dossier of the same form, by words of its title. */
function DossierPicker({
  without,
  form,
  onPick,
}: {
  without: number;
  form: string;
  onPick: (card: DossierCard | null) => void;
}) {
  const m = useMessages();
  const t = m.dossiers.giveUp;
  const box = useCombobox();
  const [written, setWritten] = useState("");
  const [asked] = useDebouncedValue(written.trim(), 250);
  const found = useQuery({
    queryKey: ["dossiers", "pick", asked],
    queryFn: ({ signal }) => api.get<Page<DossierCard>>("/dossiers", { q: asked, size: 20 }, signal),
    enabled: box.dropdownOpened,
  });
  const choices = (found.data?.items ?? []).filter((c) => c.id !== without && c.form === form);
  return (
    <Combobox
      store={box}
      onOptionSubmit={(id) => {
        const chosen = choices.find((c) => String(c.id) === id);
        setWritten(chosen?.title ?? "");
        onPick(chosen ?? null);
        box.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          label={t.into}
          description={t.intoHint}
          required
          value={written}
          autoComplete="off"
          onChange={(e) => {
            setWritten(e.currentTarget.value);
            onPick(null);
            box.openDropdown();
          }}
          onClick={() => box.openDropdown()}
          onBlur={() => box.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={choices.length === 0}>
        <Combobox.Options mah={260} style={{ overflowY: "auto" }}>
          {choices.map((c) => (
            <Combobox.Option key={c.id} value={String(c.id)}>
              {c.title} <span className="small soft">{c.step}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
