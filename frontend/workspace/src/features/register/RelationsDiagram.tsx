import { useMediaQuery } from "@mantine/hooks";
import { Link } from "react-router";
import type { LegalDocument, Relation } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { type Box, type Drawing, draw, groups } from "./diagram";

function at(box: Box): React.CSSProperties {
  return { left: box.x, top: box.y, width: box.width, height: box.height };
}

function curve({ from, to }: Drawing["groups"][number]["line"], narrow: boolean): string {
  if (narrow) return `M ${from.x} ${from.y} H ${to.x}`;
  const bend = (from.x + to.x) / 2;
  return `M ${from.x} ${from.y} C ${bend} ${from.y} ${bend} ${to.y} ${to.x} ${to.y}`;
}

/** Lược đồ: the document in the middle, what acts on it before it, what it acts on behind it. The list says the same in words. */
export default function RelationsDiagram({
  document,
  relations,
  on,
  onMore,
}: {
  document: LegalDocument;
  relations: readonly Relation[];
  on: string;
  onMore: (label: string) => void;
}) {
  const m = useMessages();
  const narrow = useMediaQuery("(max-width: 74em)", false, { getInitialValueInEffect: false }) ?? false;
  const drawing = draw(groups(relations), narrow);
  const stem = narrow && drawing.groups.length > 0 ? drawing.groups.map((g) => g.title.y + g.title.height / 2) : [];
  return (
    <div className="panel diagram-frame">
      <div className="diagram" style={{ width: drawing.width, height: drawing.height }}>
        <svg width={drawing.width} height={drawing.height} aria-hidden>
          {drawing.groups.map((g) => (
            <path key={`${g.group.before} ${g.group.label}`} d={curve(g.line, narrow)} />
          ))}
          {narrow && <path d={`M 12 ${Math.min(...stem)} V ${Math.max(...stem, drawing.centre.y)}`} />}
        </svg>
        <div className="diagram-centre" style={at(drawing.centre)}>
          <strong>{document.number || m.document.noNumber}</strong>
          <span className={`status ${document.status.code}`}>{document.status.label}</span>
          <span className="small clip">{document.title}</span>
        </div>
        {drawing.groups.map((g) => (
          <section key={`${g.group.before} ${g.group.label}`} aria-label={g.group.label}>
            <div className="diagram-title" style={at(g.title)}>
              {g.group.before ? "→ " : ""}
              {g.group.label} ({g.group.shown.length + g.group.more})
            </div>
            {g.nodes.map(({ relation: r, box }) => (
              <Link
                key={r.documentId}
                to={`/van-ban/${r.documentId}?tab=relations&kieu=so-do`}
                className={r.stub ? "diagram-node stub" : "diagram-node"}
                style={at(box)}
                title={`${r.number} ${r.title}`}
              >
                <span className="diagram-line">
                  <strong>{r.number || m.document.noNumber}</strong>
                  <span className={`status small ${r.status}`}>
                    {r.stub ? m.document.relations.stub : (m.status[r.status] ?? r.status)}
                  </span>
                </span>
                <span className="small clip">
                  {r.from && `${m.document.since(showDay(r.from))} · `}
                  {r.title}
                </span>
              </Link>
            ))}
            {g.more !== null && (
              <button
                type="button"
                className="diagram-node diagram-more"
                style={at(g.more)}
                onClick={() => onMore(g.group.label)}
              >
                {m.document.relations.more(g.group.more)}
              </button>
            )}
          </section>
        ))}
      </div>
      <p className="small soft">{m.document.relations.diagramNote(showDay(on))}</p>
    </div>
  );
}
