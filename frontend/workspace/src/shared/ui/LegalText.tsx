import { memo, type ReactNode, useMemo } from "react";
import type { Heading } from "../api/types";
import { type Block, blocks, type Line, type Span, segments } from "../segments";

/** @param kind field, basis, citation, effect, converted, doubtful or found: decides how the evidence is marked */
export interface Evidence extends Span {
  kind: string;
  label?: string;
}

const AT_ONCE = 40;

/**
 * A legal text with its evidence. Every run of text carries its offset ({@code data-o}), so that a selection can be told in offsets.
 * Far parts are not laid out until they come into view.
 */
export function LegalText({
  text,
  evidence,
  active,
  outline,
  onPick,
  anchor,
}: {
  text: string;
  evidence: readonly Evidence[];
  active: string | null;
  outline: readonly Heading[];
  onPick?: (key: string) => void;
  anchor?: (heading: Heading) => ReactNode;
}) {
  const chunks = useMemo(() => {
    const all = blocks(text);
    const found: { key: number; blocks: Block[]; start: number; end: number }[] = [];
    for (let i = 0; i < all.length; i += AT_ONCE) {
      const some = all.slice(i, i + AT_ONCE);
      const first = some[0];
      const last = some.at(-1);
      if (first === undefined || last === undefined) continue;
      found.push({ key: i, blocks: some, start: firstLine(first).start, end: lastLine(last).end });
    }
    return found;
  }, [text]);
  const headings = useMemo(() => {
    const found = new Map<number, Heading>();
    for (const heading of outline) {
      const lineStart = text.lastIndexOf("\n", Math.max(0, heading.start - 1)) + 1;
      found.set(heading.start === 0 ? 0 : lineStart, heading);
    }
    return found;
  }, [text, outline]);

  return (
    <div className="legal">
      {chunks.map((chunk) => {
        const inside = evidence.filter((e) => e.start < chunk.end && e.end > chunk.start);
        return (
          <Chunk
            key={chunk.key}
            text={text}
            blocks={chunk.blocks}
            evidence={inside}
            active={inside.some((e) => e.key === active) ? active : null}
            headings={headings}
            onPick={onPick}
            anchor={anchor}
          />
        );
      })}
    </div>
  );
}

function firstLine(block: Block): Line {
  return block.kind === "table" ? (block.rows[0] as Line) : block.line;
}

function lastLine(block: Block): Line {
  return block.kind === "table" ? (block.rows.at(-1) as Line) : block.line;
}

interface ChunkProps {
  text: string;
  blocks: Block[];
  evidence: Evidence[];
  active: string | null;
  headings: Map<number, Heading>;
  onPick?: (key: string) => void;
  anchor?: (heading: Heading) => ReactNode;
}

const Chunk = memo(
  function Chunk({ text, blocks: shown, evidence, active, headings, onPick, anchor }: ChunkProps) {
    const run = (line: Line) => <Run text={text} line={line} evidence={evidence} active={active} onPick={onPick} />;
    return (
      <div className="blocks">
        {shown.map((block) => {
          if (block.kind === "table") {
            return (
              <div className="scroll-x" key={firstLine(block).start}>
                <table>
                  <tbody>
                    {block.rows.map((row) => (
                      <tr key={row.start}>
                        {cells(text, row).map((cell) => (
                          <td key={cell.start}>{run(cell)}</td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            );
          }
          const heading = headings.get(block.line.start);
          const named = heading !== undefined && isHeading(heading);
          return (
            <p
              key={block.line.start}
              id={heading?.eId}
              className={named ? (heading.level === "ARTICLE" ? "head" : "head center") : undefined}
            >
              {run(block.line)}
              {heading !== undefined && anchor?.(heading)}
            </p>
          );
        })}
      </div>
    );
  },
  (a, b) =>
    a.text === b.text &&
    a.active === b.active &&
    a.headings === b.headings &&
    a.onPick === b.onPick &&
    a.anchor === b.anchor &&
    a.evidence.length === b.evidence.length &&
    a.evidence.every(
      (e, n) => e.key === b.evidence[n]?.key && e.start === b.evidence[n]?.start && e.end === b.evidence[n]?.end,
    ),
);

function isHeading(heading: Heading): boolean {
  return !["CLAUSE", "POINT", "PARAGRAPH", "LIST", "TABLE"].includes(heading.level);
}

function cells(text: string, row: Line): Line[] {
  const found: Line[] = [];
  let start = row.start;
  for (const cell of text.slice(row.start, row.end).split("\t")) {
    found.push({ start, end: start + cell.length });
    start += cell.length + 1;
  }
  return found;
}

function Run({
  text,
  line,
  evidence,
  active,
  onPick,
}: {
  text: string;
  line: Line;
  evidence: Evidence[];
  active: string | null;
  onPick?: (key: string) => void;
}) {
  return (
    <>
      {segments(evidence, line.start, line.end).map((segment) => {
        const written = text.slice(segment.start, segment.end);
        if (segment.keys.length === 0) {
          return (
            <span key={segment.start} data-o={segment.start}>
              {written}
            </span>
          );
        }
        const chosen = segment.keys.find((k) => k === active) ?? (segment.keys.at(-1) as string);
        const what = evidence.find((e) => e.key === chosen);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: each mark has a card or field of its own that is reached by keyboard
          <mark
            key={segment.start}
            data-o={segment.start}
            data-kind={what?.kind}
            data-keys={segment.keys.join(" ")}
            data-active={segment.keys.includes(active ?? "") ? "" : undefined}
            title={what?.label}
            onClick={onPick === undefined ? undefined : () => onPick(chosen)}
          >
            {written}
          </mark>
        );
      })}
    </>
  );
}

/** Brings the evidence into view within its own scrolling pane. */
export function showEvidence(key: string): void {
  const mark = document.querySelector(`mark[data-keys~="${CSS.escape(key)}"]`);
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  mark?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}
