import { ActionIcon, Button } from "@mantine/core";
import { IconAlertTriangle, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../shared/api/client";
import type { CalendarDay, CalendarYear } from "../../shared/api/types";
import { showInstant, showWeekday, today } from "../../shared/dates";
import { useLanguage } from "../../shared/i18n";
import { ListFrame } from "../../shared/ui/ListFrame";
import { PageHead } from "../../shared/ui/page";
import { Empty, LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { CorrectDay } from "./CorrectDay";
import { MonthGrid } from "./MonthGrid";
import "./procedure.css";

const FIRST = 2015;
const LAST = 2099;

/** The working days of a year, with where each day off comes from; an administrator corrects them day by day. */
export function Component() {
  const { messages: m, language } = useLanguage();
  const { get, set } = useAddress();
  const asked = Number(get("nam"));
  const year = asked >= FIRST && asked <= LAST ? asked : Number(today().slice(0, 4));
  const [picked, setPicked] = useState<string | null>(null);
  const found = useQuery({
    queryKey: ["calendar", year],
    queryFn: ({ signal }) => api.get<CalendarYear>(`/calendar/${year}`, {}, signal),
  });
  const days = found.data?.days ?? [];
  const byDay = new Map<string, CalendarDay>(days.map((d) => [d.day, d]));
  const may = found.data?.actions.includes("correct") ?? false;
  const go = (to: number) => set({ nam: String(to) }, { push: true });
  return (
    <div className="page stack">
      <PageHead title={m.calendar.title} intro={m.calendar.intro}>
        {may && <Button onClick={() => setPicked("")}>{m.calendar.add}</Button>}
      </PageHead>
      <div className="year">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={m.calendar.previous}
          disabled={year <= FIRST}
          onClick={() => go(year - 1)}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <strong className="num">
          {m.calendar.year} {year}
        </strong>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={m.calendar.next}
          disabled={year >= LAST}
          onClick={() => go(year + 1)}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
        {found.data && <span className="soft">{m.calendar.workingDays(found.data.workingDays)}</span>}
      </div>
      {found.data?.forecast && (
        <p className="notice warn-notice">
          <IconAlertTriangle size={18} aria-hidden className="inline-icon warn" />
          {m.calendar.forecast}
        </p>
      )}
      {found.isPending && <LoadingRows />}
      {found.isError && <ProblemNotice error={found.error} onRetry={() => found.refetch()} />}
      {found.data && (
        <>
          <p className="small soft">{m.calendar.legend}</p>
          <div className="months">
            {Array.from({ length: 12 }, (_, n) => n + 1).map((month) => (
              <MonthGrid key={month} year={year} month={month} days={byDay} onPick={may ? setPicked : null} />
            ))}
          </div>
        </>
      )}
      <section aria-labelledby="special">
        <h2 className="section-title" id="special">
          {m.calendar.list}
        </h2>
        <ListFrame
          list={found}
          items={days}
          headings={[
            m.calendar.day,
            m.calendar.name,
            m.calendar.source,
            may ? { key: "act", unseen: m.calendar.correct } : undefined,
          ]}
          empty={<Empty title={m.calendar.none} hint={m.calendar.noneHint} />}
        >
          {(d) => (
            <tr key={d.day}>
              <td className="nowrap">{showWeekday(d.day, language)}</td>
              <td>
                {d.name || m.calendar.kinds[d.kind]}
                <div className="small soft">{m.calendar.kinds[d.kind] ?? d.kindLabel}</div>
              </td>
              <td>
                <span className={d.basis === "FORECAST" ? "status warn" : ""}>
                  {d.basis === "FORECAST" && <IconAlertTriangle size={16} aria-hidden />}
                  {d.basisLabel}
                </span>
                <div className="small soft">{d.source}</div>
                {d.correction && (
                  <div className="small soft">
                    {m.common.by(d.correction.changedBy, showInstant(d.correction.changedAt))} ·{" "}
                    {d.correction.before ? m.calendar.before(d.correction.before) : m.calendar.beforeOrdinary}
                  </div>
                )}
              </td>
              {may && (
                <td>
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={`${m.calendar.correct}: ${showWeekday(d.day, language)}`}
                    onClick={() => setPicked(d.day)}
                  >
                    {m.common.edit}
                  </Button>
                </td>
              )}
            </tr>
          )}
        </ListFrame>
      </section>
      {picked !== null && (
        <CorrectDay key={picked} day={picked === "" ? null : picked} known={byDay} onClose={() => setPicked(null)} />
      )}
    </div>
  );
}
