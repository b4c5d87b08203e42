import { Button, NativeSelect, NumberInput, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Link, useParams } from "react-router";
import { api } from "../../shared/api/client";
import { showDay, showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { DayField } from "../../shared/ui/DayField";
import { DocumentPicker } from "../../shared/ui/DocumentPicker";
import { IssuerPicker } from "../../shared/ui/IssuerPicker";
import { PageHead } from "../../shared/ui/page";
import { LoadingRows, ProblemNotice } from "../../shared/ui/states";
import type { Review } from "./types";

/** One document to be reviewed: why, by whom, what was concluded, and the effect that settled it. */
export function Component() {
  const m = useMessages();
  const id = Number(useParams().id);
  const found = useQuery({
    queryKey: ["reviews", "one", id],
    queryFn: ({ signal }) => api.get<Review>(`/reviews/${id}`, {}, signal),
  });
  if (found.isPending) return <LoadingRows />;
  if (found.isError) return <ProblemNotice error={found.error} onRetry={() => found.refetch()} />;
  const review = found.data;
  return (
    <div className="page stack">
      <PageHead
        title={review.document.label}
        intro={
          <>
            <Link to="/ra-soat">{m.review.back}</Link>
            {" · "}
            <strong>{review.stateLabel}</strong>
          </>
        }
      />
      <dl className="facts">
        <dt>{m.review.reviewed}</dt>
        <dd>
          <Link to={`/van-ban/${review.document.id}`}>{review.document.label}</Link> {review.document.title}
        </dd>
        <dt>{m.review.change}</dt>
        <dd>
          <Link to={`/ra-soat/can-cu/${review.changeId}`}>{review.ground}</Link>
        </dd>
        <dt>{m.review.unit}</dt>
        <dd>
          {review.unit?.name ?? m.review.noUnit}
          {review.unit?.why && <div className="small soft">{review.unit.why}</div>}
        </dd>
        {review.dueOn && (
          <>
            <dt>{m.review.due}</dt>
            <dd>{showDay(review.dueOn)}</dd>
          </>
        )}
      </dl>
      <Reasons review={review} />
      <Concluded review={review} />
      {review.actions.includes("conclude") && <Conclude key={`c${review.version}`} review={review} />}
      {review.actions.includes("follow-up") && <FollowUp key={`f${review.version}`} review={review} />}
      {review.actions.includes("assign") && <Assign key={`a${review.version}`} review={review} />}
    </div>
  );
}

function Reasons({ review }: { review: Review }) {
  const m = useMessages();
  return (
    <section className="panel pad">
      <h2>{m.review.reasons}</h2>
      <ul>
        {review.reasons.map((r) => (
          <li key={`${r.kind} ${r.place} ${r.provision}`}>
            <strong>
              {review.reasons.length > 1 ? `${r.certaintyLabel}: ` : ""}
              {r.explanation}
            </strong>
            {r.provision && ` (${r.provision})`}
            <blockquote className="small">
              {r.place && <span className="soft">{`${m.review.at} ${r.place}: `}</span>}
              {r.quote}
            </blockquote>
            <div className="small soft">{r.article}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Concluded({ review }: { review: Review }) {
  const m = useMessages();
  const c = review.conclusion;
  return (
    <>
      {c && (
        <section className="panel pad">
          <h2>
            {m.review.conclusion}: {c.label}
          </h2>
          <p>{c.reason}</p>
          <p className="small soft">
            {m.common.by(c.by, showInstant(c.at))}
            {c.handleBy && ` · ${m.review.handleBy}: ${showDay(c.handleBy)}`}
          </p>
          {review.dossierId && (
            <p>
              <Link to={`/ho-so/${review.dossierId}`}>{m.review.follow}</Link>
            </p>
          )}
          {review.result && (
            <p>
              {m.review.result}: <Link to={`/van-ban/${review.result.id}`}>{review.result.label}</Link>
            </p>
          )}
          {review.state === "CONCLUDED" && <p className="small">{m.review.waiting}</p>}
        </section>
      )}
      {review.settled && (
        <div className="notice good-notice">
          <strong>{m.review.settledNote}</strong>
          <div>
            {review.settled.cause && (
              <Link to={`/van-ban/${review.settled.cause.id}`}>{review.settled.cause.label}</Link>
            )}{" "}
            {review.settled.words}
          </div>
        </div>
      )}
    </>
  );
}

/** Sends, says so, and shows the server's answer; a refusal stays beside the button. */
function useStep(path: string, done: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: object) => api.post<Review>(path, body),
    onSuccess: () => {
      say(done);
      queries.invalidateQueries({ queryKey: ["reviews"] });
      queries.invalidateQueries({ queryKey: ["work"] });
    },
  });
}

function Form({
  title,
  error,
  onSubmit,
  children,
}: {
  title: string;
  error: unknown;
  onSubmit: () => void;
  children: ReactNode;
}) {
  return (
    <form
      className="panel pad stack"
      onSubmit={(e) => {
        e.preventDefault();
        onSubmit();
      }}
    >
      <h2>{title}</h2>
      {error !== null && <ProblemNotice error={error} />}
      {children}
    </form>
  );
}

function Conclude({ review }: { review: Review }) {
  const m = useMessages();
  const [conclusion, setConclusion] = useState(review.conclusion?.conclusion ?? "KEEP");
  const [reason, setReason] = useState("");
  const [handleBy, setHandleBy] = useState<string | null>(null);
  const send = useStep(`/reviews/${review.id}/conclusion`, m.review.concluded);
  return (
    <Form
      title={review.conclusion ? m.review.concludeAgain : m.review.conclude}
      error={send.error}
      onSubmit={() => send.mutate({ version: review.version, conclusion, reason, handleBy })}
    >
      <NativeSelect
        label={m.review.conclusion}
        value={conclusion}
        onChange={(e) => setConclusion(e.currentTarget.value)}
        data={Object.entries(m.review.conclusions).map(([value, label]) => ({ value, label }))}
      />
      <Textarea
        label={m.common.reason}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
      {conclusion !== "KEEP" && (
        <DayField
          label={m.review.handleBy}
          description={m.review.handleByHint}
          value={handleBy}
          onChange={setHandleBy}
        />
      )}
      <Button type="submit" loading={send.isPending} disabled={reason.trim() === ""}>
        {m.review.conclude}
      </Button>
    </Form>
  );
}

function Assign({ review }: { review: Review }) {
  const m = useMessages();
  const [unit, setUnit] = useState({ id: review.unit?.id ?? null, name: review.unit?.name ?? "" });
  const [dueOn, setDueOn] = useState<string | null>(review.dueOn ?? null);
  const send = useStep(`/reviews/${review.id}/assignment`, m.review.assigned);
  return (
    <Form
      title={m.review.assign}
      error={send.error}
      onSubmit={() => send.mutate({ version: review.version, unitId: unit.id, dueOn })}
    >
      <IssuerPicker
        label={m.review.assignTo}
        id={unit.id}
        name={unit.name}
        onChange={(id, name) => setUnit({ id, name })}
      />
      <DayField label={m.review.due} value={dueOn} onChange={setDueOn} />
      <Button type="submit" variant="default" loading={send.isPending} disabled={unit.id === null}>
        {m.review.assign}
      </Button>
    </Form>
  );
}

function FollowUp({ review }: { review: Review }) {
  const m = useMessages();
  const [dossier, setDossier] = useState<number | string>(review.dossierId ?? "");
  const [made, setMade] = useState({ id: review.result?.id ?? null, written: review.result?.label ?? "" });
  const send = useStep(`/reviews/${review.id}/follow-up`, m.review.followed);
  return (
    <Form
      title={m.review.follow}
      error={send.error}
      onSubmit={() =>
        send.mutate({
          version: review.version,
          dossierId: dossier === "" ? null : Number(dossier),
          documentId: made.id,
        })
      }
    >
      <NumberInput label={m.review.dossier} value={dossier} onChange={setDossier} min={1} allowDecimal={false} />
      <DocumentPicker
        label={m.review.result}
        id={made.id}
        written={made.written}
        onChange={(id, written) => setMade({ id, written })}
      />
      <Button type="submit" variant="default" loading={send.isPending}>
        {m.common.save}
      </Button>
    </Form>
  );
}
