import type { CalendarDay } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

/** Days of a month in weeks from Monday; what is off or worked against its week is marked and named. */
export function MonthGrid({
  year,
  month,
  days,
  onPick,
}: {
  year: number;
  month: number;
  days: Map<string, CalendarDay>;
  onPick: ((day: string) => void) | null;
}) {
  const m = useMessages();
  const two = (n: number) => String(n).padStart(2, "0");
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const cells: (number | null)[] = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length }, (_, n) => n + 1),
  ];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, w) => cells.slice(w * 7, w * 7 + 7));
  return (
    <table className="month">
      <caption>{m.calendar.month(month)}</caption>
      <thead>
        <tr>
          {m.calendar.weekdays.map((d) => (
            <th key={d} scope="col">
              {d}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, w) => (
          <tr key={`${month}-${week.find((d) => d !== null) ?? w}`}>
            {WEEK.map((n) => {
              const date = week[n] ?? null;
              if (date === null) return <td key={`${month}-none-${n}`} />;
              const day = `${year}-${two(month)}-${two(date)}`;
              const special = days.get(day);
              const working = special ? special.working : n < 5;
              const mark =
                special && working && n >= 5 ? "worked" : special && !working ? "holiday" : working ? "" : "rest";
              const words = special ? `${showDay(day)}: ${special.name || special.kindLabel}` : showDay(day);
              return (
                <td key={day} className={mark}>
                  {onPick ? (
                    <button type="button" title={words} aria-label={words} onClick={() => onPick(day)}>
                      {date}
                    </button>
                  ) : (
                    <span title={words}>
                      {date}
                      {special && <span className="visually-hidden"> {special.name}</span>}
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
