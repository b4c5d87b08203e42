import { ActionIcon, Popover, TextInput } from "@mantine/core";
import { IconCalendar } from "@tabler/icons-react";
import { lazy, type ReactNode, type Ref, Suspense, useEffect, useState } from "react";
import { parseDay, showDay } from "../dates";
import { useLanguage } from "../i18n";

const Calendar = lazy(() => import("./Calendar"));

/** A day, typed in any usual form or picked. {@code value} is yyyy-MM-dd or null; what cannot be read stays on the page, marked. */
export function DayField({
  label,
  value,
  onChange,
  error,
  description,
  required,
  withHint = false,
  size,
  inputRef,
  name,
  width,
  disabled,
}: {
  label: ReactNode;
  value: string | null;
  onChange: (day: string | null) => void;
  error?: ReactNode;
  description?: ReactNode;
  required?: boolean;
  withHint?: boolean;
  size?: string;
  inputRef?: Ref<HTMLInputElement>;
  name?: string;
  width?: number | string;
  disabled?: boolean;
}) {
  const { messages: m, language } = useLanguage();
  const [written, setWritten] = useState(showDay(value));
  const [wrong, setWrong] = useState(false);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    setWritten(showDay(value));
    setWrong(false);
  }, [value]);

  const take = () => {
    if (written.trim() === "") {
      setWrong(false);
      if (value !== null) onChange(null);
      return;
    }
    const day = parseDay(written);
    setWrong(day === null);
    if (day !== null) {
      setWritten(showDay(day));
      if (day !== value) onChange(day);
    }
  };

  return (
    <TextInput
      inputWrapperOrder={["label", "input", "description", "error"]}
      ref={inputRef}
      name={name}
      label={label}
      required={required}
      withAsterisk={required}
      size={size}
      w={width}
      disabled={disabled}
      value={written}
      inputMode="text"
      autoComplete="off"
      placeholder="dd/mm/yyyy"
      description={description ?? (withHint ? m.date.hint : undefined)}
      error={wrong ? m.date.invalid : error}
      onChange={(e) => setWritten(e.currentTarget.value)}
      onBlur={take}
      onKeyDown={(e) => {
        if (e.key === "Enter") take();
      }}
      rightSection={
        <Popover opened={open} onChange={setOpen} position="bottom-end" withinPortal trapFocus>
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={disabled}
              aria-label={typeof label === "string" ? `${m.date.calendar}: ${label}` : m.date.calendar}
              onClick={() => setOpen(!open)}
            >
              <IconCalendar size={16} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <Suspense fallback={null}>
              <Calendar
                language={language}
                day={value}
                onPick={(day) => {
                  onChange(day);
                  setOpen(false);
                }}
              />
            </Suspense>
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
