import type { MachineFinding } from "../api/types";

/** Findings under the provision that their first words stand in, in the order of the text; those no longer found come last. */
export function byPlace(
  findings: MachineFinding[],
): { place: string; address: string | null; findings: MachineFinding[] }[] {
  const groups = new Map<string, { place: string; address: string | null; findings: MachineFinding[] }>();
  for (const finding of findings) {
    const first = finding.evidence[0];
    const place = first?.place ?? finding.groupLabel;
    const group = groups.get(place) ?? { place, address: first?.address ?? null, findings: [] };
    group.findings.push(finding);
    groups.set(place, group);
  }
  return [...groups.values()];
}

/** What counts against the text and waits for a decision. */
export function open(findings: MachineFinding[]): MachineFinding[] {
  return findings.filter((f) => f.present && f.severity !== "INFORMATION" && f.decision == null);
}

/** The article of a text that an address lies in, as pages anchor it. */
export function articleOf(address: string | null | undefined): string | null {
  const found = /^(?:att_\d+__)?art_[0-9a-z]+/.exec(address ?? "");
  return found?.[0] ?? null;
}
