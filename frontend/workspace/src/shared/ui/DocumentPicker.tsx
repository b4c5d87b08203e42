import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "../api/client";
import type { FoundByNumber } from "../api/types";
import { showDay } from "../dates";
import { useMessages } from "../i18n";

/** A document of the register by its number; {@code id} is null while what is written has not been chosen from the list. */
export function DocumentPicker({
  label,
  description,
  id,
  written,
  onChange,
}: {
  label: ReactNode;
  description?: ReactNode;
  id: number | null;
  written: string;
  onChange: (id: number | null, written: string) => void;
}) {
  const m = useMessages();
  const box = useCombobox();
  const [asked] = useDebouncedValue(written.trim(), 250);
  const found = useQuery({
    queryKey: ["documents", "by-number", asked],
    queryFn: ({ signal }) => api.get<FoundByNumber[]>("/documents/by-number", { q: asked }, signal),
    enabled: box.dropdownOpened && asked !== "",
    staleTime: 30_000,
  });
  const choices = found.data ?? [];
  const unknown = id === null && asked !== "" && found.isSuccess && choices.length === 0;
  return (
    <Combobox
      store={box}
      onOptionSubmit={(value) => {
        const chosen = choices.find((c) => String(c.id) === value);
        if (chosen !== undefined) onChange(chosen.id, chosen.number || chosen.title);
        box.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          inputWrapperOrder={["label", "input", "description", "error"]}
          label={label}
          description={id === null && written.trim() !== "" ? m.documents.pick : description}
          error={unknown ? m.palette.none : undefined}
          value={written}
          autoComplete="off"
          onChange={(e) => {
            onChange(null, e.currentTarget.value);
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
              <strong>{c.number || m.document.noNumber}</strong>{" "}
              <span className="small soft">
                {[c.issuer, showDay(c.issuedOn), c.title].filter(Boolean).join(" · ").slice(0, 140)}
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
