import type { CasePaper } from "../../shared/api/dossiers";
import { useMessages } from "../../shared/i18n";
import { showSize } from "../../shared/numbers";

export function fileOf(dossier: number, paper: CasePaper): string {
  return `/api/dossiers/${dossier}/papers/${paper.id}/file`;
}

/** The paper's file to fetch, or that there is none. */
export function PaperFile({ dossier, paper }: { dossier: number; paper: CasePaper }) {
  const m = useMessages();
  if (paper.fileName == null) return <span className="soft">{m.dossiers.papers.noFile}</span>;
  return (
    <>
      <a href={fileOf(dossier, paper)}>{paper.fileName}</a>
      {paper.size != null && <span className="small soft"> {showSize(paper.size)}</span>}
    </>
  );
}
