import type { StripDay } from "../../shared/api/types";
import { showWeekday } from "../../shared/dates";
import { useLanguage } from "../../shared/i18n";

/** Two weeks: days off, and how many tasks fall due on each. A telephone shows the days on which there is something. */
export function Strip({ days }: { days: StripDay[] }) {
  const { messages: m, language } = useLanguage();
  return (
    <section aria-labelledby="strip">
      <h2 className="section-title" id="strip">
        {m.work.days}
      </h2>
      <ol className="plain strip">
        {days.map((d) => {
          const words = showWeekday(d.day, language).split(" ");
          return (
            <li key={d.day} className={`${d.working ? "" : "off"} ${d.due > 0 || d.name ? "" : "idle"}`}>
              <span className="small soft">{words.slice(0, -1).join(" ")}</span>
              <strong className="num">{words.at(-1)}</strong>
              {!d.working && (
                <span className="small">
                  {d.name ?? m.work.dayOff}
                  {d.forecast && ` (${m.work.forecast})`}
                </span>
              )}
              {d.working && d.name && <span className="small">{d.name}</span>}
              {d.due > 0 && <span className="small warn">{m.work.dueOnDay(d.due)}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
