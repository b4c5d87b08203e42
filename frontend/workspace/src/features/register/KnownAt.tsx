import { Button } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import { showDay, today } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { DayField } from "../../shared/ui/DayField";

/** The end of that day in Vietnam, as an instant; undefined for what is known now. */
export function instantOf(knownOn: string): string | undefined {
  return knownOn === "" ? undefined : `${knownOn}T23:59:59.999+07:00`;
}

/** The second clock: what the register knew on a day. Rarely wanted, so it is a button until it is asked for. */
export function KnownAt({ value, onChange }: { value: string; onChange: (day: string | null) => void }) {
  const m = useMessages();
  const [asked, setAsked] = useState(false);
  if (value === "" && !asked) {
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconHistory size={16} aria-hidden />}
        onClick={() => setAsked(true)}
      >
        {m.document.knownAsk}
      </Button>
    );
  }
  return (
    <DayField
      label={m.document.known}
      width={220}
      value={value === "" ? null : value}
      description={m.document.knownHint}
      onChange={(day) => onChange(day === null || day >= today() ? null : day)}
    />
  );
}

/** Said on top of everything that is shown as it was known before. */
export function KnownNotice({ value, onBack }: { value: string; onBack: () => void }) {
  const m = useMessages();
  if (value === "") return null;
  return (
    <p className="notice warn-notice" role="status">
      {m.document.knownNotice(showDay(value))}{" "}
      <Button size="compact-sm" variant="default" onClick={onBack}>
        {m.document.knownBack}
      </Button>
    </p>
  );
}
