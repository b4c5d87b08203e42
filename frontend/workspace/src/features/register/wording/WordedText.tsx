import { Fragment } from "react";
import { Link } from "react-router";
import { useMessages } from "../../../shared/i18n";
import type { Provision, WordingCause } from "./types";

/** A status that a provision has on its own account. */
const OWN = ["expired", "suspended", "notYet"];
const DIVISIONS = ["PART", "CHAPTER", "SECTION", "SUBSECTION"];

/** By which clause of which document, as a consolidated text prints it. */
export function Notes({ causes }: { causes: readonly WordingCause[] }) {
  const m = useMessages();
  return (
    <ul className="plain wording-notes">
      {causes.map((c) => (
        <li key={c.effectId}>
          {c.note} {c.documentId != null && <Link to={`/van-ban/${c.documentId}`}>{c.document ?? m.desk.see}</Link>}
        </li>
      ))}
    </ul>
  );
}

function Lines({ text }: { text: string }) {
  return (
    <>
      {text.split("\n").map((line, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text never move
        <Fragment key={n}>
          {n > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </>
  );
}

function One({ provision: p, usual }: { provision: Provision; usual: string }) {
  const m = useMessages();
  const division = DIVISIONS.includes(p.level);
  const article = p.level === "ARTICLE";
  // the causes of an article that only its clauses changed stand at these
  const own = p.causes.filter((c) => !p.children.some((child) => child.causes.some((o) => o.effectId === c.effectId)));
  return (
    <div
      id={p.address}
      className={`provision ${p.level.toLowerCase()}`}
      data-changed={p.changed && own.length > 0 ? "" : undefined}
      data-status={p.status}
    >
      <p className={division ? "head center" : article ? "head" : undefined}>
        <Lines text={p.text} />
        {!division && p.status !== usual && OWN.includes(p.status) && (
          <span className={`status small ${p.status}`}> {m.status[p.status]}</span>
        )}
      </p>
      {p.former != null && p.former !== "" && (
        <details className="small">
          <summary>{m.wording.former}</summary>
          <p>
            <Lines text={p.former} />
          </p>
        </details>
      )}
      {own.length > 0 && (
        <details className="small provision-why">
          <summary>{m.document.why}</summary>
          <Notes causes={own} />
        </details>
      )}
      {p.children.map((child) => (
        <One key={child.address} provision={child} usual={p.status} />
      ))}
    </div>
  );
}

/**
 * The provisions as they read on a day; what was changed carries its bar and its why.
 *
 * @param usual status of the whole document: a provision says its own where that is another
 */
export function WordedText({ provisions, usual }: { provisions: readonly Provision[]; usual: string }) {
  return (
    <div className="legal worded">
      {provisions.map((p) => (
        <One key={p.address} provision={p} usual={usual} />
      ))}
    </div>
  );
}
