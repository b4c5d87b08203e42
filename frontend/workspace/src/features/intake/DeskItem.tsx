import { Button, Checkbox } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from "react";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import { asProblem } from "../../shared/api/problem";
import type { ConfirmedFields, Duplicate, Item, ItemDetail, SelectedValue } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { useMay } from "../../shared/session";
import { useKeys } from "../../shared/ui/keys";
import { LegalText, showEvidence } from "../../shared/ui/LegalText";
import { useSelected } from "../../shared/ui/selection";
import { fieldWords, ProblemNotice, wordsFor } from "../../shared/ui/states";
import { useDraft } from "../../shared/ui/useDraft";
import { Cards } from "./Cards";
import { Conflict } from "./Conflict";
import { Duplicates } from "./Duplicates";
import { Fields, focusField } from "./Fields";
import { Outcome } from "./outcomes";
import {
  ASSIGNABLE,
  asItStood,
  codeOf,
  DAYS,
  type DeskDraft,
  evidenceOf,
  FIELDS,
  type FieldName,
  firstMissing,
  pointedAt,
  proposed,
  withValue,
} from "./proposed";

const Beside = lazy(() => import("./Beside"));
const NONE: never[] = [];

/** One file on the desk: its text with evidence, the fields it is confirmed with, and what the register has already. */
export function DeskItem({
  detail,
  queue,
  pane,
  onGo,
}: {
  detail: ItemDetail;
  queue: ItemDetail["queue"];
  pane: string;
  onGo: (to: number | null | undefined) => void;
}) {
  const m = useMessages();
  const may = useMay();
  const queries = useQueryClient();
  const { item, reading } = detail;
  const text = detail.text ?? "";
  const initial = useMemo(() => proposed(detail, may("PUBLISH")), [detail, may]);
  const [draft, setDraft, drafted, forget] = useDraft<DeskDraft>(
    `desk.${item.id}.${item.sha256.slice(0, 12)}`,
    initial,
  );
  const [active, setActive] = useState<string | null>(null);
  const [missing, setMissing] = useState<FieldName | null>(null);
  const [asReceived, setAsReceived] = useState(false);
  const [beside, setBeside] = useState<Duplicate | null>(null);
  const textPane = useRef<HTMLElement>(null);
  const [selected, clearSelection] = useSelected(textPane);
  const accepted = draft.effects ?? initial.effects ?? NONE;

  const show = useCallback((key: string) => {
    setActive(key);
    showEvidence(key);
  }, []);
  const pick = useCallback((key: string) => {
    setActive(key);
    if (key.startsWith("field:")) focusField(key.slice("field:".length) as FieldName);
    else document.querySelector(`[aria-pressed="true"]`)?.scrollIntoView({ block: "nearest" });
  }, []);

  const confirm = useMutation({
    mutationFn: () =>
      api.post<{ documentId: number }>(`/intake/items/${item.id}/confirm`, {
        version: item.version,
        fields: draft.fields,
        publish: draft.publish && may("PUBLISH"),
        sameAs: draft.sameAs,
        effects: draft.sameAs === null ? accepted : null,
        evidence: pointedAt(draft.sources),
      }),
    onSuccess: ({ documentId }) => {
      say(
        <>
          {m.desk.confirmed(draft.fields.number ?? m.document.noNumber)}{" "}
          <Link to={`/van-ban/${documentId}`}>{m.desk.see}</Link>
        </>,
      );
      forget();
      queries.invalidateQueries();
      onGo(queue.nextId ?? queue.previousId);
    },
    onError: (error) => {
      if (asProblem(error).conflict) queries.invalidateQueries({ queryKey: ["intake", "list"] });
    },
  });
  const reopen = useMutation({
    mutationFn: (done: Item) => api.post<Item>(`/intake/items/${done.id}/reopen`, { version: done.version }),
    onSuccess: (back) => {
      queries.invalidateQueries({ queryKey: ["intake"] });
      onGo(back.id);
    },
  });
  const skip = useMutation({
    mutationFn: () => api.post<Item>(`/intake/items/${item.id}/skip`, { version: item.version }),
    onSuccess: (done) => {
      say(
        <>
          {m.desk.skipped}{" "}
          <Button size="compact-sm" variant="default" onClick={() => reopen.mutate(done)}>
            {m.common.undo}
          </Button>
        </>,
      );
      queries.invalidateQueries({ queryKey: ["intake"] });
      onGo(queue.nextId ?? queue.previousId);
    },
  });

  // the server reads the words, as it reads a whole file; the span stays with the value as its evidence
  const take = useMutation({
    mutationFn: ({ name, start, end }: { name: FieldName; start: number; end: number }) =>
      api.get<SelectedValue>(`/intake/items/${item.id}/value`, {
        field: codeOf(name),
        start,
        end,
        issuedOn: draft.fields.issuedOn,
      }),
    onSuccess: (taken, { name }) => {
      setDraft((d) => ({
        ...d,
        fields:
          name === "issuer" && taken.issuer
            ? { ...d.fields, issuerId: taken.issuer.organisationId, issuerName: taken.issuer.name }
            : withValue(d.fields, name, taken.value),
        sources: { ...d.sources, [name]: { from: "selection", start: taken.start, end: taken.end } },
      }));
      if (name === missing) setMissing(null);
      setActive(`field:${name}`);
      clearSelection();
    },
  });

  const problem = confirm.isError ? asProblem(confirm.error) : skip.isError ? asProblem(skip.error) : null;
  const open = item.actions.includes("confirm") && problem?.status !== 409;
  const busy = confirm.isPending || skip.isPending;
  const converted = (reading?.conversions.length ?? 0) > 0;

  const accept = () => {
    if (!open || busy) return;
    const first = draft.sameAs === null ? firstMissing(draft.fields) : null;
    setMissing(first);
    if (first !== null) focusField(first);
    else confirm.mutate();
  };
  const edit = () => {
    const doubtful = FIELDS.find((n) => reading?.fields[n]?.certain === false && draft.sources[n] === undefined);
    focusField(firstMissing(draft.fields) ?? doubtful ?? "number");
  };
  const assign = (name: FieldName) => {
    if (selected !== null && open && !asReceived && !take.isPending) take.mutate({ name, ...selected });
  };
  const change = (fields: ConfirmedFields, touched: FieldName) => {
    if (touched === missing) setMissing(null);
    setDraft((d) => ({ ...d, fields, sources: { ...d.sources, [touched]: { from: "hand" } } }));
  };

  useKeys({
    a: accept,
    "ctrl+Enter": accept,
    e: edit,
    s: () => {
      if (item.actions.includes("skip") && !busy) skip.mutate();
    },
    j: () => onGo(queue.nextId),
    n: () => onGo(queue.nextId),
    k: () => onGo(queue.previousId),
    p: () => onGo(queue.previousId),
    o: () => setAsReceived((on) => !on && converted),
    d: () => {
      const first = detail.duplicates.find((other) => !other.stub);
      if (first !== undefined) setBeside(first);
    },
    ...Object.fromEntries(ASSIGNABLE.map((name, n) => [String((n + 1) % 10), () => assign(name)])),
  });

  const errors: Partial<Record<FieldName, string>> = {};
  if (missing !== null) errors[missing] = m.desk.required;
  if (problem !== null) {
    for (const name of FIELDS) errors[name] ??= fieldWords(problem, name === "issuer" ? "issuerName" : name, m);
  }
  const evidence = useMemo(
    () =>
      evidenceOf(reading, draft.sources, (name) => {
        const ofDesk: Record<string, string> = {
          converted: m.desk.converted,
          doubtfulWord: m.desk.doubtfulWord,
          citations: m.desk.citations,
          bases: m.desk.bases,
          effects: m.desk.effects,
          transitions: m.desk.transitions,
        };
        return ofDesk[name] ?? m.fields[name] ?? name;
      }),
    [reading, draft.sources, m],
  );

  return (
    <>
      <section
        className="desk-text panel"
        ref={textPane}
        aria-label={m.desk.text}
        data-shown={pane === "text"} // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <div className="desk-text-head">
          <div className="desk-file">
            <strong style={{ overflowWrap: "anywhere" }}>{item.fileName}</strong>
            <a href={`/api/intake/items/${item.id}/file`} download>
              {m.desk.original}
            </a>
            {converted && (
              <Button
                size="compact-sm"
                variant="default"
                aria-pressed={asReceived}
                onClick={() => setAsReceived(!asReceived)}
              >
                {asReceived ? m.desk.showConverted : m.desk.showAsReceived}&nbsp;<kbd>O</kbd>
              </Button>
            )}
          </div>
          {selected !== null && open && !asReceived && (
            <div className="assign" role="toolbar" aria-label={m.desk.assign}>
              <span className="small">{m.desk.assign}:</span>
              {ASSIGNABLE.map((name, n) => (
                <Button
                  key={name}
                  size="compact-xs"
                  variant="default"
                  disabled={take.isPending}
                  onMouseDown={(e) => e.preventDefault()}
                  onClick={() => assign(name)}
                >
                  <kbd>{(n + 1) % 10}</kbd>&nbsp;{m.fields[name]}
                </Button>
              ))}
            </div>
          )}
          <div className="small" role="status">
            {take.isSuccess &&
              m.desk.taken(
                m.fields[take.variables.name] ?? take.variables.name,
                DAYS.includes(take.variables.name)
                  ? showDay(take.data.value)
                  : (take.data.issuer?.name ?? take.data.value),
              )}
            {take.isError && (
              <span className="bad">
                {m.fields[take.variables.name]}: {wordsFor(asProblem(take.error), m).detail}
              </span>
            )}
          </div>
        </div>
        {reading && reading.conversions.length > 0 && <p className="notice small">{m.desk.legacy(reading.encoding)}</p>}
        {reading?.notices.map((n) => (
          <p key={n} className="notice small">
            {m.desk.notices[n] ?? n}
          </p>
        ))}
        {reading && reading.scannedPages.length > 0 && (
          <p className="notice warn-notice small">
            {m.desk.scanned(reading.scannedPages.map((n) => n + 1).join(", "))}
          </p>
        )}
        {asReceived && <p className="notice small">{m.desk.asReceivedNote}</p>}
        {text === "" ? (
          <p className="soft">{m.desk.noText}</p>
        ) : asReceived ? (
          <LegalText
            text={asItStood(text, reading?.conversions ?? NONE)}
            evidence={NONE}
            active={null}
            outline={NONE}
          />
        ) : (
          <LegalText text={text} evidence={evidence} active={active} outline={reading?.outline ?? []} onPick={pick} />
        )}
      </section>
      <section className="desk-facts panel" aria-label={m.desk.facts} data-shown={pane === "facts"}>
        <div className="desk-scroll">
          {!item.actions.includes("confirm") && problem === null && (
            <div className="notice">
              <strong>{item.state === "READ" ? m.desk.readOnly : m.desk.decidedAlready}</strong>
              {item.state !== "READ" && <Outcome item={item} />}
              {item.documentId != null && <Link to={`/van-ban/${item.documentId}`}>{m.desk.see}</Link>}
              {item.actions.includes("reopen") && (
                <Button size="xs" variant="default" onClick={() => reopen.mutate(item)}>
                  {m.desk.reopen}
                </Button>
              )}
            </div>
          )}
          {problem?.code === "intake-decided-meanwhile" ? (
            <Conflict problem={problem} fields={draft.fields} onNext={() => onGo(queue.nextId ?? queue.previousId)} />
          ) : (
            problem !== null && <ProblemNotice error={problem} />
          )}
          {reopen.isError && <ProblemNotice error={reopen.error} />}
          <Duplicates
            duplicates={detail.duplicates}
            fields={draft.fields}
            sameAs={draft.sameAs}
            disabled={!open}
            onAttach={(sameAs) => setDraft((d) => ({ ...d, sameAs }))}
            onBeside={setBeside}
          />
          <Fields draft={draft} reading={reading} errors={errors} disabled={!open} onChange={change} onShow={show} />
          {reading && (
            <Cards
              reading={reading}
              active={active}
              onShow={show}
              accepted={accepted}
              onAccept={open && draft.sameAs === null ? (effects) => setDraft((d) => ({ ...d, effects })) : null}
            />
          )}
        </div>
        <div className="desk-foot">
          {missing !== null && (
            <p className="small bad" role="alert">
              {m.desk.requiredMissing}
            </p>
          )}
          {drafted && <p className="small soft">{m.common.draftKept}</p>}
          {open && may("PUBLISH") && (
            <Checkbox
              size="sm"
              label={m.desk.publish}
              checked={draft.publish}
              onChange={(e) => {
                const publish = e.currentTarget.checked;
                setDraft((d) => ({ ...d, publish }));
              }}
            />
          )}
          <div className="desk-buttons">
            {item.actions.includes("confirm") && (
              <Button onClick={accept} loading={confirm.isPending} disabled={!open}>
                {draft.publish && may("PUBLISH") ? m.desk.acceptPublish : m.desk.accept}
                {accepted.length > 0 && draft.sameAs === null && ` ${m.desk.withEffects(accepted.length)}`}&nbsp;
                <kbd>A</kbd>
              </Button>
            )}
            {item.actions.includes("skip") && (
              <Button variant="default" onClick={() => skip.mutate()} loading={skip.isPending} disabled={!open}>
                {m.desk.skip}&nbsp;<kbd>S</kbd>
              </Button>
            )}
            <Button variant="default" disabled={queue.previousId == null} onClick={() => onGo(queue.previousId)}>
              {m.desk.previous}&nbsp;<kbd>K</kbd>
            </Button>
            <Button variant="default" disabled={queue.nextId == null} onClick={() => onGo(queue.nextId)}>
              {m.desk.next}&nbsp;<kbd>J</kbd>
            </Button>
          </div>
        </div>
      </section>
      {beside !== null && (
        <Suspense fallback={null}>
          <Beside fileName={item.fileName} text={text} duplicate={beside} onClose={() => setBeside(null)} />
        </Suspense>
      )}
    </>
  );
}
