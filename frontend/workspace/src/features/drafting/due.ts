import type { DossierCard, DossierDeadline } from "../../shared/api/dossiers";
import type { Due } from "../../shared/api/types";

/** Working days before the end from which a list warns; the dossier's page knows the limit itself and warns by its own measure. */
const WARNING = 3;

/** The due day of a dossier in a list; null where nothing is due. */
export function dueOfCard(card: DossierCard, today: string): Due | null {
  if (card.dueOn == null) return null;
  const left = card.remainingWorkingDays ?? 0;
  const state = card.paused ? "PAUSED" : card.dueOn < today ? "OVERDUE" : left <= WARNING ? "AT_RISK" : "RUNNING";
  return { due: card.dueOn, lastSafeDay: card.dueOn, remainingWorkingDays: left, state, stateLabel: "" };
}

/** The limits that bind a step, those until which it must be done first. */
export function limitsOf(deadlines: readonly DossierDeadline[], step: string): DossierDeadline[] {
  return deadlines.filter((d) => d.step === step).sort((a, b) => Number(a.earliest) - Number(b.earliest));
}
