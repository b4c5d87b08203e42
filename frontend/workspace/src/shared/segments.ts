/** A piece of evidence in a text: offsets in UTF-16 units, end exclusive. */
export interface Span {
  key: string;
  start: number;
  end: number;
}

/** A run of text under the same spans. */
export interface Segment {
  start: number;
  end: number;
  keys: string[];
}

/**
 * The stretch [from, to) of a text, cut where spans begin or end; spans may overlap and nest. Spans outside it or empty are left out.
 * The segments follow each other without a gap and cover the stretch.
 */
export function segments(spans: readonly Span[], from: number, to: number): Segment[] {
  const inside = spans
    .map((s) => ({ key: s.key, start: Math.max(s.start, from), end: Math.min(s.end, to) }))
    .filter((s) => s.start < s.end);
  const cuts = new Set([from, to]);
  for (const span of inside) {
    cuts.add(span.start);
    cuts.add(span.end);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  const found: Segment[] = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const start = sorted[i] as number;
    const end = sorted[i + 1] as number;
    found.push({ start, end, keys: inside.filter((s) => s.start <= start && s.end >= end).map((s) => s.key) });
  }
  return found;
}

/** A line of a text without its line feed. */
export interface Line {
  start: number;
  end: number;
}

export function lines(text: string): Line[] {
  const found: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    found.push({ start, end });
    if (feed < 0) break;
    start = feed + 1;
  }
  return found;
}

/** Lines with tabs that follow each other are one table, unless none of them has two cells with words: then a letterhead was set so. */
export type Block = { kind: "paragraph"; line: Line } | { kind: "table"; rows: Line[] };

export function blocks(text: string): Block[] {
  const found: Block[] = [];
  let rows: Line[] = [];
  const close = () => {
    const words = (row: Line) =>
      text
        .slice(row.start, row.end)
        .split("\t")
        .filter((cell) => cell.trim() !== "").length;
    if (rows.some((row) => words(row) > 1)) found.push({ kind: "table", rows });
    else for (const line of rows) found.push({ kind: "paragraph", line });
    rows = [];
  };
  for (const line of lines(text)) {
    if (text.slice(line.start, line.end).includes("\t")) {
      rows.push(line);
      continue;
    }
    close();
    if (line.end > line.start) found.push({ kind: "paragraph", line });
  }
  close();
  return found;
}
