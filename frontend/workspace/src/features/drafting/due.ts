import type { DossierDeadline } from "../../shared/api/dossiers";

/** The limits that bind a step, those until which it must be done first. */
export function limitsOf(deadlines: readonly DossierDeadline[], step: string): DossierDeadline[] {
  return deadlines.filter((d) => d.step === step).sort((a, b) => Number(a.earliest) - Number(b.earliest));
}
