import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClockHour4,
  IconCopy,
  IconEye,
  IconPlayerSkipForward,
  IconRefresh,
} from "@tabler/icons-react";
import type { Item, ItemState } from "../../shared/api/types";
import { showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import type { Messages } from "../../shared/i18n/vi";

export function problemWords(code: string, m: Messages): string {
  return m.intake.problems[code] ?? m.intake.problemOther(code);
}

const ICONS: Record<ItemState, typeof IconEye> = {
  WAITING: IconClockHour4,
  READING: IconRefresh,
  READ: IconEye,
  FAILED: IconAlertTriangle,
  DUPLICATE: IconCopy,
  CONFIRMED: IconCircleCheck,
  SKIPPED: IconPlayerSkipForward,
};

const COLOURS: Partial<Record<ItemState, string>> = { FAILED: "bad", CONFIRMED: "good" };

/** What became of a file, in one word and, where a person must do something, one sentence. */
export function Outcome({ item }: { item: Item }) {
  const m = useMessages();
  const Icon = ICONS[item.state];
  return (
    <div>
      <span className={`status ${COLOURS[item.state] ?? ""}`}>
        <Icon size={16} aria-hidden />
        {m.intake.itemStates[item.state] ?? item.state}
      </span>
      {item.problem && <div className="small">{problemWords(item.problem.code, m)}</div>}
      {item.state === "DUPLICATE" && !item.problem && <div className="small soft">{m.intake.duplicateHint}</div>}
      {item.decidedBy && (
        <div className="small soft">{m.intake.decided(item.decidedBy, showInstant(item.decidedAt))}</div>
      )}
      {item.reason && <div className="small soft">{item.reason}</div>}
    </div>
  );
}

export function Certainty({ certain }: { certain: boolean }) {
  const m = useMessages();
  return certain ? (
    <span className="status good small">
      <IconCircleCheck size={14} aria-hidden /> {m.intake.certain}
    </span>
  ) : (
    <span className="status warn small">
      <IconAlertTriangle size={14} aria-hidden /> {m.intake.doubtful}
    </span>
  );
}
