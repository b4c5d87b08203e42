import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleX,
  IconClockHour4,
  IconPlayerPause,
} from "@tabler/icons-react";
import { showDay } from "../dates";
import { useMessages } from "../i18n";

const ICONS: Record<string, typeof IconCircleCheck> = {
  inForce: IconCircleCheck,
  partlyExpired: IconCircleHalf2,
  expired: IconCircleX,
  suspended: IconPlayerPause,
  partlySuspended: IconPlayerPause,
  notYet: IconClockHour4,
  unknown: IconCircleDashed,
};

/** A status of the law, never without its day. The label comes from the server where the law's own words depend on the day. */
export function StatusBadge({
  code,
  label,
  on,
  large = false,
}: {
  code: string;
  label?: string | null;
  on: string;
  large?: boolean;
}) {
  const m = useMessages();
  const Icon = ICONS[code] ?? IconCircleDashed;
  return (
    <span className={`status ${code}`} style={large ? { fontSize: "1.125rem" } : undefined}>
      <Icon size={large ? 20 : 16} aria-hidden />
      <span>
        {label ?? m.status[code] ?? code}
        <span className="status-day">{m.statusOn(showDay(on))}</span>
      </span>
    </span>
  );
}
