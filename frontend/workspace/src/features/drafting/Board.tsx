import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import type { BoardColumn } from "../../shared/api/dossiers";
import { useMessages } from "../../shared/i18n";
import { showNumber } from "../../shared/numbers";
import { Empty, LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { CardDue, DossierName } from "./DossierRow";

/** Open dossiers by the kind of step they are in; each column shows what is due first and leads to the rest. */
export function Board({ empty }: { empty: React.ReactNode }) {
  const m = useMessages();
  const board = useQuery({
    queryKey: ["dossiers", "board"],
    queryFn: ({ signal }) => api.get<{ columns: BoardColumn[] }>("/dossiers/board", {}, signal),
    refetchInterval: 60_000,
  });
  if (board.isPending)
    return (
      <div className="panel">
        <LoadingRows />
      </div>
    );
  if (board.isError) return <ProblemNotice error={board.error} onRetry={() => board.refetch()} />;
  if (board.data.columns.length === 0)
    return <div className="panel">{empty ?? <Empty title={m.dossiers.boardEmpty} />}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a board that scrolls sideways must be reachable by keyboard
    <div className="board" tabIndex={0}>
      {board.data.columns.map((c) => (
        <section key={c.activity} className="board-column" aria-labelledby={`buoc-${c.activity}`}>
          <h2 className="section-title" id={`buoc-${c.activity}`}>
            {m.dossiers.activities[c.activity] ?? c.label} <span className="soft num">{showNumber(c.count)}</span>
            {c.overdue > 0 && <span className="small bad board-late">{m.dossiers.overdue(c.overdue)}</span>}
          </h2>
          <ul className="plain">
            {c.cards.map((card) => (
              <li key={card.id} className="panel board-card">
                <DossierName card={card} />
                <div className="small">
                  <CardDue card={card} />
                </div>
                {card.holder && <div className="small soft">{card.holder}</div>}
              </li>
            ))}
          </ul>
          {c.count > c.cards.length && (
            <Button component={Link} to={`/ho-so?buoc=${c.activity}`} variant="default" size="xs" fullWidth>
              {m.dossiers.allOfStep(c.count)}
            </Button>
          )}
        </section>
      ))}
    </div>
  );
}
