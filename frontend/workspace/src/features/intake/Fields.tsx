import { Autocomplete, Checkbox, Textarea, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconPencil, IconPointer } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ConfirmedFields, ReadField, Reading } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { vi } from "../../shared/i18n/vi";
import { showPercent } from "../../shared/numbers";
import { DayField } from "../../shared/ui/DayField";
import { IssuerPicker } from "../../shared/ui/IssuerPicker";
import { DAYS, type DeskDraft, FIELDS, type FieldName, REQUIRED, withValue } from "./proposed";

/** How sure the machine is of one field, why, and a way to the place it was read from. */
function Sureness({
  read,
  name,
  draft,
  onShow,
}: {
  read: ReadField | undefined;
  name: FieldName;
  draft: DeskDraft;
  onShow: (key: string) => void;
}) {
  const m = useMessages();
  const source = draft.sources[name];
  const label = m.fields[name] ?? name;
  if (source?.from === "hand") {
    return (
      <span>
        <IconPencil size={13} aria-hidden /> {m.desk.byHand}
      </span>
    );
  }
  const see = (
    <button
      type="button"
      className="see"
      onClick={() => onShow(`field:${name}`)}
      aria-label={m.desk.showEvidence(label)}
    >
      {m.desk.seeShort}
    </button>
  );
  if (source?.from === "selection") {
    return (
      <span>
        <IconPointer size={13} aria-hidden /> {m.desk.bySelection} {see}
      </span>
    );
  }
  if (read === undefined) {
    return REQUIRED.includes(name) || name === "number" || name === "effectiveFrom" ? (
      <span className={REQUIRED.includes(name) ? "warn" : undefined}>
        {REQUIRED.includes(name) && <IconAlertTriangle size={13} aria-hidden />} {m.desk.missing}
      </span>
    ) : null;
  }
  return (
    <span>
      <span className={read.certain ? "good" : "warn"}>
        {read.certain ? <IconCircleCheck size={13} aria-hidden /> : <IconAlertTriangle size={13} aria-hidden />}{" "}
        {read.certain ? m.desk.certain : m.desk.doubtful}
      </span>{" "}
      · {m.desk.confidence(showPercent(read.confidence))}
      {read.reason && ` · ${read.reason}`} {read.end > read.start && see}
    </span>
  );
}

export function Fields({
  draft,
  reading,
  errors,
  disabled,
  onChange,
  onShow,
}: {
  draft: DeskDraft;
  reading: Reading | null | undefined;
  errors: Partial<Record<FieldName, string>>;
  disabled: boolean;
  onChange: (fields: ConfirmedFields, touched: FieldName) => void;
  onShow: (key: string) => void;
}) {
  const m = useMessages();
  const { fields } = draft;

  const control = (name: FieldName, description: ReactNode) => {
    const label = m.fields[name] ?? name;
    const required = REQUIRED.includes(name);
    const common = {
      label,
      description,
      error: errors[name],
      required,
      disabled,
      inputWrapperOrder: ["label", "input", "description", "error"] as const,
    };
    const order = [...common.inputWrapperOrder];
    if (name === "issuer") {
      return (
        <IssuerPicker
          label={label}
          required
          id={fields.issuerId}
          name={fields.issuerName}
          on={fields.issuedOn}
          disabled={disabled}
          error={errors.issuer}
          description={
            <>
              {description}{" "}
              <span>
                {fields.issuerName.trim() === ""
                  ? m.desk.issuerPick
                  : fields.issuerId === null
                    ? m.desk.issuerUnknown
                    : m.desk.issuerKnown(fields.issuerName)}
              </span>
            </>
          }
          onChange={(id, written) => onChange({ ...fields, issuerId: id, issuerName: written }, "issuer")}
        />
      );
    }
    if (DAYS.includes(name)) {
      return (
        <DayField
          label={label}
          required={required}
          description={description}
          error={errors[name]}
          disabled={disabled}
          value={fields[name as "issuedOn" | "effectiveFrom" | "effectiveUntil"]}
          onChange={(day) => onChange(withValue(fields, name, day), name)}
        />
      );
    }
    if (name === "normative") {
      return (
        <Checkbox
          label={label}
          description={description}
          disabled={disabled}
          checked={fields.normative}
          onChange={(e) => onChange({ ...fields, normative: e.currentTarget.checked }, "normative")}
        />
      );
    }
    if (name === "type") {
      // the server knows forms by their Vietnamese names
      return (
        <Autocomplete
          {...common}
          inputWrapperOrder={order}
          data={Object.values(vi.types)}
          value={fields.type}
          onChange={(value) => onChange({ ...fields, type: value }, "type")}
        />
      );
    }
    if (name === "title") {
      return (
        <Textarea
          {...common}
          inputWrapperOrder={order}
          autosize
          minRows={2}
          maxRows={8}
          value={fields.title}
          onChange={(e) => onChange({ ...fields, title: e.currentTarget.value }, "title")}
        />
      );
    }
    return (
      <TextInput
        {...common}
        inputWrapperOrder={order}
        autoComplete="off"
        placeholder={name === "field" ? m.desk.fieldHint : undefined}
        value={fields[name] ?? ""}
        onChange={(e) =>
          onChange(withValue(fields, name, e.currentTarget.value === "" ? null : e.currentTarget.value), name)
        }
      />
    );
  };

  return (
    <div className="fields">
      {FIELDS.map((name) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: focus within a field shows its evidence; nothing is acted on here
        <div
          key={name}
          data-field={name}
          onFocus={(e) => {
            if (e.target instanceof HTMLInputElement || e.target instanceof HTMLTextAreaElement)
              onShow(`field:${name}`);
          }}
        >
          {control(name, <Sureness read={reading?.fields[name]} name={name} draft={draft} onShow={onShow} />)}
        </div>
      ))}
    </div>
  );
}

/** Puts the cursor where a person must look first. */
export function focusField(name: FieldName): void {
  const input = document.querySelector<HTMLElement>(`[data-field="${name}"] :is(input, textarea)`);
  input?.focus();
  if (input instanceof HTMLInputElement && input.type !== "checkbox") input.select();
}
