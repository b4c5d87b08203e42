import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "react-router";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import type { Duty, Review } from "./types";

/** A document to be reviewed, with its first reason. */
export function ReviewRow({ review, ground }: { review: Review; ground: boolean }) {
  const m = useMessages();
  const why = review.reasons[0];
  return (
    <tr>
      <td className="title">
        <Link to={`/ra-soat/${review.id}`}>{review.document.label}</Link>
        <div className="small">{review.document.title}</div>
        {ground && <div className="small soft">{review.ground}</div>}
      </td>
      <td data-label={m.review.why}>
        {why && (
          <>
            <strong className="small">{review.certaintyLabel}</strong>
            <span className="small">
              {" · "}
              {why.explanation}
              {why.place ? ` (${why.place})` : ""}
            </span>
          </>
        )}
      </td>
      <td data-label={m.review.state}>{review.stateLabel}</td>
      <td data-label={m.review.unit}>{review.unit?.name ?? m.review.noUnit}</td>
      <td className="nowrap" data-label={m.review.due}>
        {showDay(review.dueOn)}
      </td>
    </tr>
  );
}

/** Whether the rules are owed, said in words beside the mark. */
export function DutyState({ duty }: { duty: Duty }) {
  const m = useMessages();
  if (!duty.owed) return <>{duty.stateLabel}</>;
  return (
    <strong className="bad">
      <IconAlertTriangle size={16} aria-hidden style={{ verticalAlign: "-3px", marginRight: 4 }} />
      {duty.overdue ? m.review.overdue : m.review.owed}
    </strong>
  );
}
