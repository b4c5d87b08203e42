import { IconCheck } from "@tabler/icons-react";
import { Link } from "react-router";
import type { Dossier, DossierStep } from "../../shared/api/dossiers";
import { showDay, showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { useSession } from "../../shared/session";
import { limitsOf } from "./due";
import { Limits } from "./Limits";
import { PaperFile } from "./PaperFile";

/** The dossier's way from top to bottom: what was, where it is, and in grey what the procedure still has before it. */
export function StepLine({ dossier }: { dossier: Dossier }) {
  const m = useMessages();
  const t = m.dossiers.line;
  return (
    <>
      <ol className="plain line case-line">
        {dossier.steps.map((step, n) => (
          <Past key={step.id} dossier={dossier} step={step} n={n + 1} />
        ))}
        {dossier.ahead.map((a) => (
          <li key={a.code} className="ahead">
            <span className="line-mark" aria-hidden>
              ·
            </span>
            <div className="line-body">
              <h3>{a.name}</h3>
              <div className="small">{a.bodyName}</div>
            </div>
          </li>
        ))}
      </ol>
      {dossier.ahead.length > 0 && <p className="small soft">{t.aheadHint}</p>}
      {dossier.facts.length > 0 && (
        <section aria-labelledby="facts-of-case">
          <h2 className="section-title" id="facts-of-case">
            {t.events}
          </h2>
          <ul className="plain case-facts">
            {dossier.facts.map((f) => (
              <li key={`${f.event} ${f.recordedAt}`}>
                <span className="num">{showDay(f.on)}</span> {f.label}{" "}
                <span className="small soft">
                  {m.common.by(f.recordedBy ?? m.audit.machine, showInstant(f.recordedAt))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Past({ dossier, step, n }: { dossier: Dossier; step: DossierStep; n: number }) {
  const m = useMessages();
  const t = m.dossiers.line;
  const mine = useSession().data?.organisation.id === step.holder.id;
  const here = step.id === dossier.current?.id;
  // a step gone through twice: the clock counted now is that of its last round
  const last = dossier.steps.findLast((s) => s.code === step.code)?.id === step.id;
  const limits = last ? limitsOf(dossier.deadlines, step.code) : [];
  const papers = step.papers.filter((p) => p.undoneAt == null);
  return (
    <li aria-current={here ? "step" : undefined} className={here ? "here" : undefined}>
      <span className="line-mark num" aria-hidden>
        {step.doneOn ? <IconCheck size={18} /> : n}
      </span>
      <div className="line-body">
        <h2>
          {step.name} {here && <span className="small here-word">{t.current}</span>}
        </h2>
        <div className="small soft">
          {step.holder.name} · {t.begun.toLowerCase()} {showDay(step.begunOn)}
          {step.doneOn && (
            <>
              {" "}
              · {t.done.toLowerCase()} {showDay(step.doneOn)}
            </>
          )}
          {limits.length === 0 && step.dueOn && (
            <>
              {" "}
              · {t.due.toLowerCase()} {showDay(step.dueOn)}
            </>
          )}
        </div>
        {step.outcome && (
          <div>
            <strong>{step.outcome}</strong>
            {step.votesFor != null && step.votesOf != null && <> · {t.votes(step.votesFor, step.votesOf)}</>}
            {step.doneBy && <span className="small soft"> {t.by(step.doneBy)}</span>}
          </div>
        )}
        {step.reason && <blockquote>{step.reason}</blockquote>}
        {limits.length > 0 && <Limits limits={limits} />}
        {papers.length > 0 && (
          <details>
            <summary>{t.papers(papers.length)}</summary>
            <ul>
              {papers.map((p) => (
                <li key={p.id}>
                  {p.draftNumber == null ? p.name : m.dossiers.drafts.numbered(p.draftNumber)}
                  {p.number && <> · {p.number}</>}
                  {p.datedOn && <> · {showDay(p.datedOn)}</>} · <PaperFile dossier={dossier.id} paper={p} />
                </li>
              ))}
            </ul>
          </details>
        )}
        {mine && step.activity.startsWith("APPRAISE") && (
          <Link to={`/tham-dinh/${dossier.id}`} className="small">
            {t.toDesk}
          </Link>
        )}
      </div>
    </li>
  );
}
