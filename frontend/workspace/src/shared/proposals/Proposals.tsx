import { Button, Checkbox, Modal, Textarea } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Link } from "react-router";
import { api } from "../api/client";
import type { Page, ProposalsDecided, ProposalView } from "../api/types";
import { showDay, showInstant } from "../dates";
import { useMessages } from "../i18n";
import { say } from "../notify";
import { showPercent } from "../numbers";
import { useKeys } from "../ui/keys";
import { ListFrame } from "../ui/ListFrame";
import { ProblemNotice } from "../ui/states";
import "./proposals.css";

const CorrectProposal = lazy(() => import("./CorrectProposal"));

function What({ view, document }: { view: ProposalView; document: number | undefined }) {
  const m = useMessages();
  const p = view.proposal;
  const target = view.target ?? p.targetNumber ?? p.targetTitle ?? m.desk.unnamed;
  return (
    <>
      <div>
        <strong>{m.document.effects.kinds[p.kind] ?? p.kind}</strong> {p.targetProvision ?? m.document.effects.whole}{" "}
        {p.targetId == null ? (
          <span className="warn">
            {target} ({m.proposals.notHeld})
          </span>
        ) : (
          <Link to={`/van-ban/${p.targetId}`}>{target}</Link>
        )}
        {p.territory.length > 0 && ` · ${p.territory.join("; ")}`}
      </div>
      <div className="small num">
        {p.from ? `${m.common.from} ${showDay(p.from)}` : (p.boundary ?? m.document.effects.noDate)}
        {p.until && ` ${m.common.until} ${showDay(p.until)}`}
        {p.oldWords && (
          <span>
            {" "}
            · “{p.oldWords}” → “{p.newWords ?? ""}”
          </span>
        )}
      </div>
      <blockquote className="clamped">{p.quote}</blockquote>
      <div className="small soft">
        {p.causeProvision && `${p.causeProvision} `}
        {document === undefined && <Link to={`/van-ban/${p.documentId}`}>{view.document}</Link>}
        {" · "}
        {m.desk.confidence(showPercent(p.confidence))}
        {p.reason && ` · ${p.reason}`}
      </div>
      {p.state !== "OPEN" && (
        <div className="small">
          {p.state === "ACCEPTED" ? m.proposals.accepted : m.proposals.refused}:{" "}
          {m.common.by(view.decidedBy ?? m.audit.machine, showInstant(p.decidedAt))}
          {p.decidedWhy && ` · ${p.decidedWhy}`}
        </div>
      )}
    </>
  );
}

/**
 * Effects that were read and wait for a person, of one document or of all: accepted, corrected or refused, one by one or together.
 *
 * @param keyboard whether the page's keys belong to this list
 */
export function Proposals({
  document,
  state,
  empty,
  keyboard = false,
}: {
  document?: number;
  state: string;
  empty: ReactNode;
  keyboard?: boolean;
}) {
  const m = useMessages();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [at, setAt] = useState(0);
  const [correcting, setCorrecting] = useState<ProposalView | null>(null);
  const [refusing, setRefusing] = useState<ProposalView[] | null>(null);
  const [why, setWhy] = useState("");
  const list = useInfiniteQuery({
    queryKey: ["effect-proposals", document ?? "all", state],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<ProposalView>>("/effect-proposals", { document, state, size: 50, after: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const items = list.data?.pages.flatMap((p) => p.items) ?? [];
  const open = items.filter((v) => v.actions.includes("accept"));
  const marked = open.filter((v) => chosen.has(v.proposal.id));
  const decided = (result: ProposalsDecided) => {
    say(m.proposals.done(result.done, result.left.length));
    setChosen(new Set(result.left.map((l) => l.id)));
    setRefusing(null);
    setWhy("");
    queries.invalidateQueries();
  };
  const of = (views: ProposalView[]) => views.map((v) => ({ id: v.proposal.id, version: v.proposal.version }));
  const accept = useMutation({
    mutationFn: (views: ProposalView[]) =>
      api.post<ProposalsDecided>("/effect-proposals/accept", { proposals: of(views) }),
    onSuccess: decided,
    onError: () => queries.invalidateQueries({ queryKey: ["effect-proposals"] }),
  });
  const refuse = useMutation({
    mutationFn: (views: ProposalView[]) =>
      api.post<ProposalsDecided>("/effect-proposals/refuse", { proposals: of(views), why }),
    onSuccess: decided,
  });
  const mark = (id: number, on: boolean) =>
    setChosen((before) => {
      const next = new Set(before);
      if (on) next.add(id);
      else next.delete(id);
      return next;
    });
  const current = keyboard ? items[Math.min(at, items.length - 1)] : undefined;
  const may = current?.actions.includes("accept") === true;
  const step = (by: number) => setAt(Math.max(0, Math.min(items.length - 1, at + by)));
  useKeys(
    keyboard
      ? {
          j: () => step(1),
          k: () => step(-1),
          x: () => current && may && mark(current.proposal.id, !chosen.has(current.proposal.id)),
          a: () => may && !accept.isPending && accept.mutate(marked.length > 0 ? marked : [current as ProposalView]),
          e: () => current && may && setCorrecting(current),
          r: () => may && setRefusing(marked.length > 0 ? marked : [current as ProposalView]),
        }
      : {},
  );
  const left = accept.data?.left ?? [];
  return (
    <div className="stack">
      {open.length > 1 && (
        <div className="proposal-bar">
          <Checkbox
            label={m.proposals.chooseAll(open.length)}
            checked={marked.length === open.length}
            indeterminate={marked.length > 0 && marked.length < open.length}
            onChange={(e) => setChosen(new Set(e.currentTarget.checked ? open.map((v) => v.proposal.id) : []))}
          />
          {marked.length > 0 && (
            <>
              <Button loading={accept.isPending} onClick={() => accept.mutate(marked)}>
                {m.proposals.acceptMany(marked.length)}
              </Button>
              <Button variant="default" onClick={() => setRefusing(marked)}>
                {m.proposals.refuseMany(marked.length)}
              </Button>
            </>
          )}
        </div>
      )}
      {accept.isError && <ProblemNotice error={accept.error} />}
      {left.length > 0 && (
        <div className="notice warn-notice" role="alert">
          <strong>{m.proposals.leftTitle(left.length)}</strong>
          <ul>
            {[...new Set(left.map((l) => l.code))].map((code) => (
              <li key={code}>{m.problems.byCode[code]?.detail ?? code}</li>
            ))}
          </ul>
        </div>
      )}
      <ListFrame list={list} items={items} headings={[]} empty={empty} className="proposals">
        {(view, n) => (
          <tr key={view.proposal.id} data-selected={keyboard && n === at && items.length > 1 ? "" : undefined}>
            <td className="proposal-mark">
              {view.actions.includes("accept") && (
                <Checkbox
                  size="md"
                  aria-label={`${m.proposals.choose}: ${m.document.effects.kinds[view.proposal.kind] ?? ""} ${
                    view.proposal.targetProvision ?? ""
                  } ${view.target ?? ""}`}
                  checked={chosen.has(view.proposal.id)}
                  onChange={(e) => mark(view.proposal.id, e.currentTarget.checked)}
                />
              )}
            </td>
            <td>
              <What view={view} document={document} />
            </td>
            <td className="proposal-acts">
              {view.actions.includes("accept") && (
                <Button size="xs" loading={accept.isPending} onClick={() => accept.mutate([view])}>
                  {m.proposals.accept}
                </Button>
              )}
              {view.actions.includes("correct") && (
                <Button size="xs" variant="default" onClick={() => setCorrecting(view)}>
                  {m.proposals.correct}
                </Button>
              )}
              {view.actions.includes("refuse") && (
                <Button size="xs" variant="default" onClick={() => setRefusing([view])}>
                  {m.proposals.refuse}
                </Button>
              )}
            </td>
          </tr>
        )}
      </ListFrame>
      {correcting !== null && (
        <Suspense fallback={null}>
          <CorrectProposal
            view={correcting}
            onClose={() => setCorrecting(null)}
            onDone={() => {
              setCorrecting(null);
              say(m.proposals.done(1, 0));
              queries.invalidateQueries();
            }}
          />
        </Suspense>
      )}
      <Modal
        opened={refusing !== null}
        onClose={() => setRefusing(null)}
        title={m.proposals.refuseTitle(refusing?.length ?? 0)}
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ "aria-label": m.common.close }}
      >
        <p className="small">{m.proposals.refuseNote}</p>
        <Textarea
          label={m.common.reason}
          required
          autosize
          minRows={2}
          data-autofocus
          value={why}
          onChange={(e) => setWhy(e.currentTarget.value)}
        />
        {refuse.isError && <ProblemNotice error={refuse.error} />}
        <Button
          mt={16}
          disabled={why.trim() === ""}
          loading={refuse.isPending}
          onClick={() => refusing && refuse.mutate(refusing)}
        >
          {m.proposals.refuse}
        </Button>
      </Modal>
    </div>
  );
}
