import { Button } from "@mantine/core";
import { IconCircleCheck, IconCircleDashed, IconCircleX } from "@tabler/icons-react";
import type { CasePaper, ChecklistItem, CurrentStep, Dossier } from "../../shared/api/dossiers";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { DRAFT, standing } from "./checklist";
import { Recalled } from "./Limits";
import { fileOf } from "./PaperFile";

/** What the law wants in this step, each paper with whether it is there. */
export function Checklist({
  dossier,
  current,
  onAdd,
}: {
  dossier: Dossier;
  current: CurrentStep;
  /** null where the caller may add nothing */
  onAdd: ((item: ChecklistItem) => void) | null;
}) {
  const m = useMessages();
  const t = m.dossiers.current;
  const parts = [
    { title: t.papers, items: current.checklist.filter((c) => !c.produced) },
    { title: t.produces, items: current.checklist.filter((c) => c.produced) },
  ].filter((p) => p.items.length > 0);
  return (
    <>
      {parts.map((part) => (
        <div key={part.title}>
          <h3>{part.title}</h3>
          <ul className="plain checklist">
            {part.items.map((item) => (
              <Line key={item.code} dossier={dossier} current={current} item={item} onAdd={onAdd} />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function Line({
  dossier,
  current,
  item,
  onAdd,
}: {
  dossier: Dossier;
  current: CurrentStep;
  item: ChecklistItem;
  onAdd: ((item: ChecklistItem) => void) | null;
}) {
  const m = useMessages();
  const t = m.dossiers.current;
  const held = standing(dossier, current, item)[0];
  const [Icon, tone, word] = item.there
    ? [IconCircleCheck, "good", t.there]
    : item.required
      ? [IconCircleX, "bad", t.missing]
      : [IconCircleDashed, "soft", item.condition ? t.ifCase(item.condition) : t.ifAny];
  return (
    <li>
      <Icon size={18} aria-hidden className={tone} />
      <div>
        {item.name} <strong className={`small ${tone}`}>{word}</strong>
        {held && <Held dossier={dossier} paper={held} />}
        <div className="small soft">
          {item.article} {item.recalled && !current.recalled && <Recalled />}
        </div>
      </div>
      {onAdd && (
        <Button
          size="xs"
          variant={item.required && !item.there ? "filled" : "default"}
          aria-label={t.addOf(item.name)}
          onClick={() => onAdd(item)}
        >
          {item.code === DRAFT ? t.upload : t.add}
        </Button>
      )}
    </li>
  );
}

function Held({ dossier, paper }: { dossier: Dossier; paper: CasePaper }) {
  const m = useMessages();
  const words = [
    paper.draftNumber == null ? null : m.dossiers.drafts.numbered(paper.draftNumber),
    paper.number,
    paper.datedOn && showDay(paper.datedOn),
  ].filter(Boolean);
  return (
    <div className="small">
      {words.join(" · ")}
      {paper.fileName && (
        <>
          {words.length > 0 && " · "}
          <a href={fileOf(dossier.id, paper)}>{paper.fileName}</a>
        </>
      )}
      {paper.warnings.map((w) => (
        <div key={w} className="warn">
          {w}
        </div>
      ))}
    </div>
  );
}
