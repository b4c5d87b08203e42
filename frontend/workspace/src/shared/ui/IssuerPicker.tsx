import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode, Ref } from "react";
import { api } from "../api/client";
import type { Organisation, Page } from "../api/types";
import { showDay } from "../dates";

/** An issuing body: one of the directory on a day, or a name that is not in it ({@code id} null). */
export function IssuerPicker({
  label,
  id,
  name,
  onChange,
  on,
  error,
  description,
  required,
  inputRef,
  size,
  width,
  disabled,
}: {
  label: ReactNode;
  id: number | null;
  name: string;
  onChange: (id: number | null, name: string) => void;
  on?: string | null;
  error?: ReactNode;
  description?: ReactNode;
  required?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  size?: string;
  width?: number | string;
  disabled?: boolean;
}) {
  const box = useCombobox();
  const [asked] = useDebouncedValue(name, 200);
  const found = useQuery({
    queryKey: ["organisations", "pick", asked, on ?? ""],
    queryFn: ({ signal }) => api.get<Page<Organisation>>("/organisations", { q: asked.trim(), on, size: 20 }, signal),
    enabled: box.dropdownOpened,
    staleTime: 60_000,
  });
  const choices = found.data?.items ?? [];
  return (
    <Combobox
      store={box}
      onOptionSubmit={(value) => {
        const chosen = choices.find((c) => String(c.id) === value);
        if (chosen !== undefined) onChange(chosen.id, chosen.name);
        box.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          inputWrapperOrder={["label", "input", "description", "error"]}
          ref={inputRef}
          label={label}
          value={name}
          required={required}
          withAsterisk={required}
          error={error}
          description={description}
          autoComplete="off"
          size={size}
          w={width}
          disabled={disabled}
          data-matched={id === null ? undefined : true}
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
              {c.name}
              {c.validTo && (
                <span className="small soft">
                  {" "}
                  ({showDay(c.validFrom)} – {showDay(c.validTo)})
                </span>
              )}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
