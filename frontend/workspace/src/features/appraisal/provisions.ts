import type { AppraisalRemark, DraftProvision } from "../../shared/api/appraisals";
import type { Heading, MachineFinding } from "../../shared/api/types";

export interface Place {
  start: number;
  end: number;
}

/** The innermost provision that holds a whole stretch of the draft; null where it runs over several articles. */
export function provisionAt(provisions: readonly DraftProvision[], start: number, end: number): DraftProvision | null {
  let found: DraftProvision | null = null;
  for (const p of provisions) {
    if (p.start <= start && p.end >= end && (found === null || p.end - p.start <= found.end - found.start)) found = p;
  }
  return found;
}

/** Where the words of a remark stand within its provision, whatever the spaces and the case; null where they do not. */
export function placeOf(text: string, provision: DraftProvision, quote: string): { start: number; end: number } | null {
  const words = quote.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const pattern = words.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
  const found = new RegExp(pattern, "iu").exec(text.slice(provision.start, provision.end));
  if (found === null) return null;
  return { start: provision.start + found.index, end: provision.start + found.index + found[0].length };
}

/** The words a remark on a whole provision quotes: its first line. */
export function firstLine(text: string, provision: DraftProvision): { start: number; end: number } {
  const whole = text.slice(provision.start, provision.end);
  const lead = whole.length - whole.trimStart().length;
  const feed = whole.indexOf("\n", lead);
  const start = provision.start + lead;
  return { start, end: Math.min(feed < 0 ? provision.end : provision.start + feed, start + 1000) };
}

/** What hangs on a provision itself, not on those within it. */
export interface Marks {
  remarks: number;
  findings: number;
}

/** Remarks and open findings by the address of the innermost provision that the outline shows. */
export function marksOf(
  provisions: readonly DraftProvision[],
  remarks: readonly AppraisalRemark[],
  findings: readonly MachineFinding[],
): Map<string, Marks> {
  const known = new Set(provisions.map((p) => p.address));
  const marks = new Map<string, Marks>();
  const add = (address: string, what: keyof Marks) => {
    const one = marks.get(address) ?? { remarks: 0, findings: 0 };
    one[what] += 1;
    marks.set(address, one);
  };
  for (const r of remarks) if (known.has(r.address)) add(r.address, "remarks");
  for (const f of findings) {
    if (!f.present || f.severity === "INFORMATION" || f.decision != null) continue;
    const at = f.evidence.find((e) => e.documentId == null);
    if (at === undefined) continue;
    const address =
      at.address != null && known.has(at.address) ? at.address : provisionAt(provisions, at.start, at.end)?.address;
    if (address !== undefined) add(address, "findings");
  }
  return marks;
}

/** The provision before or after one in the order of the draft. */
export function next(
  provisions: readonly DraftProvision[],
  active: string | null,
  step: 1 | -1,
): DraftProvision | null {
  const at = provisions.findIndex((p) => p.address === active);
  if (at < 0) return provisions[step === 1 ? 0 : provisions.length - 1] ?? null;
  return provisions[at + step] ?? null;
}

function levelOf(label: string): string {
  if (label.startsWith("Điều")) return "ARTICLE";
  if (label.startsWith("khoản")) return "CLAUSE";
  if (label.startsWith("điểm")) return "POINT";
  if (label.startsWith("Phần mở đầu")) return "PARAGRAPH";
  return "CHAPTER";
}

/** As the text shows them. */
export function headings(provisions: readonly DraftProvision[]): Heading[] {
  return provisions.map((p) => ({
    eId: `p-${p.address}`,
    level: levelOf(p.label),
    label: p.label,
    start: p.start,
    end: p.end,
    depth: p.depth,
  }));
}
