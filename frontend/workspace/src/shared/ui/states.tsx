import { Button, Skeleton } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { asProblem, type Problem } from "../api/problem";
import { showInstant } from "../dates";
import { useMessages } from "../i18n";
import type { Messages } from "../i18n/vi";

/** What to say about a problem: our own words by its code, the server's where we have none. */
export function wordsFor(problem: Problem, m: Messages): { title: string; detail: string } {
  const known = m.problems.byCode[problem.code];
  if (problem.code === "locked" && typeof problem.body.retryAfterSeconds === "number") {
    return {
      title: problem.body.title ?? m.problems.other.title,
      detail: m.session.wait(problem.body.retryAfterSeconds),
    };
  }
  if (known !== undefined) return known;
  const title = problem.body.title;
  if (title !== undefined && title !== "" && problem.body.detail !== undefined) {
    return { title, detail: problem.body.detail };
  }
  return m.problems.byCode[`http-${problem.status}`] ?? m.problems.other;
}

export function fieldWords(problem: Problem, field: string, m: Messages): string | undefined {
  const error = problem.fields[field];
  if (error === undefined) return undefined;
  return m.problems.fieldCodes[error.code] ?? error.message ?? m.problems.fieldCodes.invalid;
}

/** What happened, what was kept, what to do. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const m = useMessages();
  const problem = asProblem(error);
  const words = wordsFor(problem, m);
  const request = problem.body.instance?.replace("urn:qppl:request:", "");
  return (
    <div className="notice bad-notice" role="alert">
      <strong>
        <IconAlertTriangle size={18} aria-hidden style={{ verticalAlign: "-3px", marginRight: 6 }} />
        {words.title}
      </strong>
      <div>{words.detail}</div>
      {problem.conflict && problem.body.changedBy && (
        <div>{m.common.by(problem.body.changedBy, showInstant(problem.body.changedAt))}</div>
      )}
      {request && <div className="small soft">{m.problems.requestId(request)}</div>}
      {onRetry && (
        <Button size="xs" variant="default" mt={8} onClick={onRetry}>
          {m.common.retry}
        </Button>
      )}
    </div>
  );
}

/** What would fill this place, and the first step. */
export function Empty({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <IconInfoCircle size={24} aria-hidden className="soft" />
      <p>
        <strong>{title}</strong>
      </p>
      {hint && <p className="soft">{hint}</p>}
      {children && <div style={{ marginTop: 12 }}>{children}</div>}
    </div>
  );
}

/** The shape of the lines to come. */
export function LoadingRows({ rows = 6 }: { rows?: number }) {
  const m = useMessages();
  const shapes = Array.from({ length: rows }, (_, n) => ({ key: `row-${n}`, width: `${92 - ((n * 17) % 40)}%` }));
  return (
    <div className="pad" role="status">
      <span className="visually-hidden">{m.common.loading}</span>
      {shapes.map((s) => (
        <Skeleton key={s.key} height={16} width={s.width} mb={14} animate={false} />
      ))}
    </div>
  );
}
