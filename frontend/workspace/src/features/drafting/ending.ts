import type { CurrentStep, StepOutcome } from "../../shared/api/dossiers";
import type { Messages } from "../../shared/i18n/vi";
import type { Wanted } from "./act";

/** How a step ends, as it is typed; {@code on} null is today. */
export interface Ending {
  outcome: string;
  next: string;
  on: string | null;
  reason: string;
  inFavour: number | null;
  of: number | null;
}

export const EMPTY: Ending = { outcome: "", next: "", on: null, reason: "", inFavour: null, of: null };

/** What was picked; a step with one outcome leaves nothing to pick. */
export function chosenOutcome(current: CurrentStep, form: Ending): StepOutcome | undefined {
  const only = current.outcomes.length === 1 ? current.outcomes[0] : undefined;
  return current.outcomes.find((o) => o.code === form.outcome) ?? only;
}

/** Whether there is enough to send; whether it may be is for the server to say. */
export function ready(current: CurrentStep, form: Ending): boolean {
  const outcome = chosenOutcome(current, form);
  if (outcome === undefined) return false;
  if (outcome.reasonRequired && form.reason.trim() === "") return false;
  if (outcome.next.length > 1 && !outcome.next.some((n) => n.code === form.next)) return false;
  return (form.inFavour === null) === (form.of === null);
}

export function wantedOf(outcome: StepOutcome | undefined, form: Ending, day: string, m: Messages): Wanted {
  const t = m.dossiers.finish;
  const lines: Wanted = [
    [t.outcome, outcome?.name ?? ""],
    [t.on, day],
  ];
  if (form.reason.trim() !== "") lines.push([t.reason, form.reason.trim()]);
  if (form.inFavour !== null && form.of !== null) lines.push([t.votes, `${form.inFavour}/${form.of}`]);
  return lines;
}
