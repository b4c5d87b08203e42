import { Link } from "react-router";
import type { DossierCard } from "../../shared/api/dossiers";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { DueMark } from "../../shared/ui/DueMark";
import { StateMark } from "./StateMark";

/** What a dossier is; its name leads to it. */
export function DossierName({ card }: { card: DossierCard }) {
  return (
    <>
      <Link to={`/ho-so/${card.id}`}>{card.title}</Link>
      <div className="small soft">{[card.formLabel, card.field, card.draftingBody].filter(Boolean).join(" · ")}</div>
    </>
  );
}

export function CardDue({ card }: { card: DossierCard }) {
  const m = useMessages();
  return card.due ? <DueMark due={card.due} /> : <span className="soft">{m.dossiers.noDue}</span>;
}

export function DossierRow({ card }: { card: DossierCard }) {
  const m = useMessages();
  return (
    <tr>
      <td className="title">
        <DossierName card={card} />
      </td>
      <td>
        {card.step ?? m.common.none}
        {card.holder && (
          <div className="small soft">
            {card.holder}
            {card.begunOn && <> · {m.dossiers.since(showDay(card.begunOn))}</>}
          </div>
        )}
      </td>
      <td>
        <CardDue card={card} />
      </td>
      <td className="nowrap">
        <StateMark state={card.state} label={card.stateLabel} />
        <div className="small soft">{m.dossiers.registered(showDay(card.registeredOn))}</div>
      </td>
    </tr>
  );
}
