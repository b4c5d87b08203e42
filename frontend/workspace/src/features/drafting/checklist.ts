import type { CasePaper, ChecklistItem, CurrentStep, Dossier } from "../../shared/api/dossiers";

/** Every paper of a dossier, in the order of its steps. */
export function allPapers(dossier: Dossier): CasePaper[] {
  return dossier.steps.flatMap((s) => s.papers);
}

/** The papers that stand for a line of the checklist, the newest first; of what the step must produce only those of this step. */
export function standing(dossier: Dossier, current: CurrentStep, item: ChecklistItem): CasePaper[] {
  return allPapers(dossier)
    .filter((p) => p.code === item.code && p.undoneAt == null && (!item.produced || p.stepCode === current.code))
    .reverse();
}

/** Required papers that are not there, each named once. */
export function missing(current: CurrentStep): ChecklistItem[] {
  const found = new Map<string, ChecklistItem>();
  for (const item of current.checklist)
    if (item.required && !item.there && !found.has(item.code)) found.set(item.code, item);
  return [...found.values()];
}

/** Code of the draft in every checklist: it is uploaded as a numbered draft, not as a letter. */
export const DRAFT = "draft";
