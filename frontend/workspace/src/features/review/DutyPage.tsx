import { Button, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { api } from "../../shared/api/client";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { DayField } from "../../shared/ui/DayField";
import { DocumentPicker } from "../../shared/ui/DocumentPicker";
import { IssuerPicker } from "../../shared/ui/IssuerPicker";
import { PageHead } from "../../shared/ui/page";
import { LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { DutyState } from "./Rows";
import type { Duty, DutyDetail } from "./types";

/** One clause that has the province make rules: its words, whether they are owed, and what ends it. */
export function Component() {
  const m = useMessages();
  const id = Number(useParams().id);
  const found = useQuery({
    queryKey: ["duties", "one", id],
    queryFn: ({ signal }) => api.get<DutyDetail>(`/duties/${id}`, {}, signal),
  });
  if (found.isPending) return <LoadingRows />;
  if (found.isError) return <ProblemNotice error={found.error} onRetry={() => found.refetch()} />;
  const { duty } = found.data;
  return (
    <div className="page stack">
      <PageHead
        title={m.review.dutyTitle}
        intro={
          <>
            <Link to="/ra-soat?xem=duties">{m.review.back}</Link>
            {" · "}
            <DutyState duty={duty} />
          </>
        }
      />
      <dl className="facts">
        <dt>{m.review.duty}</dt>
        <dd>
          {duty.place} <Link to={`/van-ban/${duty.document.id}`}>{duty.document.label}</Link> {duty.document.title}
          <blockquote>{duty.quote}</blockquote>
          {!duty.present && <div className="small soft">{m.review.absent}</div>}
        </dd>
        <dt>{m.review.who}</dt>
        <dd>{duty.bodyLabel}</dd>
        {duty.unitName && (
          <>
            <dt>{m.review.unit}</dt>
            <dd>{duty.unitName}</dd>
          </>
        )}
        {duty.dueOn && (
          <>
            <dt>{m.review.due}</dt>
            <dd>{showDay(duty.dueOn)}</dd>
          </>
        )}
        {duty.reason && (
          <>
            <dt>{m.common.reason}</dt>
            <dd>{duty.reason}</dd>
          </>
        )}
        {duty.fulfilled && (
          <>
            <dt>{m.review.fulfilling}</dt>
            <dd>
              {duty.fulfilled.provision}{" "}
              <Link to={`/van-ban/${duty.fulfilled.document.id}`}>{duty.fulfilled.document.label}</Link>
            </dd>
          </>
        )}
      </dl>
      {duty.decidedBy && <p className="small soft">{m.review.decidedBy(duty.decidedBy)}</p>}
      <Steps key={duty.version} detail={found.data} />
    </div>
  );
}

function Steps({ detail }: { detail: DutyDetail }) {
  const m = useMessages();
  const { duty, candidates } = detail;
  const queries = useQueryClient();
  const [unit, setUnit] = useState<{ id: number | null; name: string }>({ id: null, name: "" });
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [made, setMade] = useState<{ id: number | null; written: string }>({ id: null, written: "" });
  const [provision, setProvision] = useState("");
  const step = useMutation({
    mutationFn: (act: { path: string; body: object; done: string }) =>
      api.post<Duty>(`/duties/${duty.id}/${act.path}`, { version: duty.version, ...act.body }),
    onSuccess: (_, act) => {
      say(act.done);
      queries.invalidateQueries({ queryKey: ["duties"] });
      queries.invalidateQueries({ queryKey: ["work"] });
    },
  });
  const may = (action: string) => duty.actions.includes(action);
  return (
    <>
      {step.isError && <ProblemNotice error={step.error} />}
      {may("fulfil") && (
        <form
          className="panel pad stack"
          onSubmit={(e) => {
            e.preventDefault();
            step.mutate({ path: "fulfilment", body: { documentId: made.id, provision }, done: m.review.fulfilled });
          }}
        >
          <h2>{m.review.fulfil}</h2>
          {candidates.length > 0 && (
            <div>
              <div className="small soft">{m.review.candidates}</div>
              <ul>
                {candidates.map((c) => (
                  <li key={c.document.id}>
                    <Link to={`/van-ban/${c.document.id}`}>{c.document.label}</Link> {c.document.title}{" "}
                    <Button
                      size="compact-xs"
                      variant="default"
                      onClick={() => setMade({ id: c.document.id, written: c.document.label })}
                    >
                      {m.review.choose}
                      <span className="visually-hidden"> {c.document.label}</span>
                    </Button>
                    <div className="small soft">
                      {c.place}: {c.quote}
                    </div>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <DocumentPicker
            label={m.review.fulfilling}
            id={made.id}
            written={made.written}
            onChange={(id, written) => setMade({ id, written })}
          />
          <TextInput
            label={m.review.provision}
            required
            maxLength={300}
            value={provision}
            onChange={(e) => setProvision(e.currentTarget.value)}
          />
          <Button type="submit" loading={step.isPending} disabled={made.id === null || provision.trim() === ""}>
            {m.review.fulfil}
          </Button>
        </form>
      )}
      {may("confirm") && (
        <form
          className="panel pad stack"
          onSubmit={(e) => {
            e.preventDefault();
            step.mutate({ path: "confirmation", body: { unitId: unit.id, dueOn }, done: m.review.confirmed });
          }}
        >
          <h2>{m.review.confirm}</h2>
          <IssuerPicker
            label={m.review.assignTo}
            id={unit.id}
            name={unit.name}
            onChange={(id, name) => setUnit({ id, name })}
          />
          <DayField label={m.review.due} description={m.review.dueHint} value={dueOn} onChange={setDueOn} />
          <Button type="submit" loading={step.isPending} disabled={unit.id === null}>
            {m.review.confirm}
          </Button>
        </form>
      )}
      {may("reject") && (
        <form
          className="panel pad stack"
          onSubmit={(e) => {
            e.preventDefault();
            step.mutate({ path: "rejection", body: { reason }, done: m.review.rejected });
          }}
        >
          <h2>{m.review.reject}</h2>
          <Textarea
            label={m.common.reason}
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={(e) => setReason(e.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={step.isPending} disabled={reason.trim() === ""}>
            {m.review.reject}
          </Button>
        </form>
      )}
      {may("reopen") && (
        <Button
          variant="default"
          loading={step.isPending}
          onClick={() => step.mutate({ path: "reopening", body: {}, done: m.review.reopened })}
        >
          {m.review.reopen}
        </Button>
      )}
    </>
  );
}
