import type { Appraisal, AppraisalCard } from "../../shared/api/appraisals";
import type { Due } from "../../shared/api/types";

/** Working days before the end from which a list warns; the bench knows the limit itself. */
const WARNING = 3;

/** The due day of a round in a list; null where no time runs any more or yet. */
export function dueOfCard(card: AppraisalCard): Due | null {
  if (card.dueOn == null || card.remainingWorkingDays == null) return null;
  const left = card.remainingWorkingDays;
  return {
    due: card.dueOn,
    lastSafeDay: card.dueOn,
    remainingWorkingDays: left,
    state: left < 0 ? "OVERDUE" : left <= WARNING ? "AT_RISK" : "RUNNING",
    stateLabel: "",
  };
}

/** A limit as the dossier counts it. */
export interface CountedLimit extends Due {
  code: string;
  recalled: boolean;
}

/** The limit that ends on the day the round is due: its rule and article are told with the day. */
export function limitOf(a: Appraisal, deadlines: readonly CountedLimit[]): CountedLimit | null {
  if (a.dueOn == null) return null;
  return (
    deadlines.findLast((d) => d.due === a.dueOn && ["RUNNING", "AT_RISK", "OVERDUE", "PAUSED"].includes(d.state)) ??
    null
  );
}
