import { Tooltip } from "@mantine/core";
import { IconAlertTriangle, IconClock, IconClockPause, IconX } from "@tabler/icons-react";
import type { Due } from "../api/types";
import { showWeekday } from "../dates";
import { useLanguage } from "../i18n";

/** A deadline looks the same everywhere: "còn 3 ngày làm việc · thứ Sáu 28/11", with the rule and its article on hover and focus. */
export function DueMark({ due }: { due: Due }) {
  const { messages: m, language } = useLanguage();
  const day = showWeekday(due.due, language);
  const left = due.remainingWorkingDays;
  const [Icon, tone, words] =
    due.state === "PAUSED"
      ? [IconClockPause, "soft", m.work.paused]
      : due.state === "OVERDUE"
        ? [IconX, "bad", left === 0 ? m.work.lateToday : m.work.late(-left)]
        : due.state === "AT_RISK"
          ? [IconAlertTriangle, "warn", m.work.left(left)]
          : [IconClock, "", m.work.left(left)];
  const rule = [
    due.rule,
    due.article,
    due.lastSafeDay !== due.due ? m.work.safe(showWeekday(due.lastSafeDay, language)) : null,
  ].filter(Boolean);
  return (
    <Tooltip
      label={rule.join(" · ")}
      disabled={rule.length === 0}
      multiline
      maw={360}
      events={{ hover: true, focus: true, touch: true }}
      withinPortal
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the rule behind the date is read on focus too */}
      <span className={`due ${tone}`} tabIndex={0}>
        <Icon size={16} aria-hidden />
        <span>
          <strong>{words}</strong> · <span className="due-day">{day}</span>
        </span>
        <span className="visually-hidden">{rule.join(". ")}</span>
      </span>
    </Tooltip>
  );
}
