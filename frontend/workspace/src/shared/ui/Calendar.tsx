import { DatePicker } from "@mantine/dates";
import "@mantine/dates/styles.css";
import "dayjs/locale/vi";

/** A month to pick a day from; weeks begin on Monday. Fetched when someone opens it. */
export default function Calendar({
  language,
  day,
  onPick,
}: {
  language: string;
  day: string | null;
  onPick: (day: string | null) => void;
}) {
  return (
    <DatePicker
      locale={language}
      firstDayOfWeek={1}
      value={day}
      defaultDate={day ?? undefined}
      onChange={(picked) => onPick(picked === null ? null : String(picked).slice(0, 10))}
    />
  );
}
