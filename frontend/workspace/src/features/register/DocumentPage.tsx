import { Button, Modal, Tabs, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Link, useParams } from "react-router";
import { api } from "../../shared/api/client";
import type { LegalDocument } from "../../shared/api/types";
import { showDay, showInstant, today } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { useMay } from "../../shared/session";
import { DayField } from "../../shared/ui/DayField";
import { History } from "../../shared/ui/History";
import { usePageTitle } from "../../shared/ui/page";
import { StatusBadge } from "../../shared/ui/StatusBadge";
import { LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { Causes } from "./Causes";
import { EffectsTab } from "./EffectsTab";
import { FilesTab } from "./FilesTab";
import { instantOf, KnownAt, KnownNotice } from "./KnownAt";
import { RelationsTab } from "./RelationsTab";
import { TextTab } from "./TextTab";
import "./register.css";

const EditFacts = lazy(() => import("./EditFacts"));
const Findings = lazy(() => import("../../shared/findings/Findings").then((f) => ({ default: f.Findings })));
const TABS = ["text", "effect", "relations", "findings", "files", "history"] as const;

export function Component() {
  const m = useMessages();
  const id = Number(useParams().id);
  const address = useAddress();
  const queries = useQueryClient();
  const on = address.get("on") || today();
  const may = useMay();
  const tabs = TABS.filter((t) => t !== "findings" || may("READ_FINDINGS"));
  const tab = tabs.find((t) => t === address.get("tab")) ?? "text";
  const why = address.get("vi-sao") === "1";
  const knownOn = address.get("biet");
  const [editing, setEditing] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const [reason, setReason] = useState("");
  const document = useQuery({
    queryKey: ["documents", id, on, knownOn],
    queryFn: ({ signal }) => api.get<LegalDocument>(`/documents/${id}`, { on, knownAt: instantOf(knownOn) }, signal),
    placeholderData: (before) => (before?.id === id ? before : undefined),
  });
  const d = document.data;
  usePageTitle(d ? d.number || d.title : m.documents.title);
  const publish = useMutation({
    mutationFn: (version: number) => api.post<LegalDocument>(`/documents/${id}/publish`, { version }),
    onSuccess: () => {
      say(m.document.publishedNow);
      queries.invalidateQueries();
    },
  });
  const withdraw = useMutation({
    mutationFn: (version: number) => api.post<LegalDocument>(`/documents/${id}/withdraw`, { version, reason }),
    onSuccess: () => {
      setWithdrawing(false);
      setReason("");
      say(m.document.withdrawn);
      queries.invalidateQueries();
    },
  });

  if (document.isPending) {
    return (
      <div className="page panel">
        <LoadingRows rows={12} />
      </div>
    );
  }
  if (document.isError) {
    return (
      <div className="page">
        <ProblemNotice error={document.error} onRetry={() => document.refetch()} />
      </div>
    );
  }
  if (d === undefined) return null;
  const { status } = d;

  return (
    <div className="page">
      <div className="doc-head">
        <div>
          <p className="doc-kind soft">
            {d.typeLabel} · <strong>{d.number || m.document.noNumber}</strong> · {d.issuer}
            {d.issuerNow.length > 0 && ` (${m.document.issuerNow(d.issuerNow.join(", "))})`}
          </p>
          <h1>{d.title}</h1>
          <p className="small soft doc-kind">
            {[
              d.issuedOn && `${m.document.issued} ${showDay(d.issuedOn)}`,
              d.signer && `${d.capacity ? `${d.capacity} ` : ""}${d.signer}`,
              d.field,
              d.normative ? m.documents.normative : m.documents.notNormative,
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {d.stub && (
            <p className="notice warn-notice">
              {m.document.stub} <Link to="/tiep-nhan">{m.document.stubDo}</Link>
            </p>
          )}
          {d.withdrawnReason && <p className="notice warn-notice">{m.document.withdrawnBecause(d.withdrawnReason)}</p>}
        </div>
        <div className="doc-actions">
          {d.actions.includes("publish") && (
            <Button loading={publish.isPending} onClick={() => publish.mutate(d.version)}>
              {m.document.publish}
            </Button>
          )}
          {d.actions.includes("edit") && (
            <Button variant="default" onClick={() => setEditing(true)}>
              {m.document.edit}
            </Button>
          )}
          {d.published && (
            <Button variant="default" component="a" href={`/van-ban/${d.id}`} target="_blank">
              {m.document.public}
            </Button>
          )}
          {d.actions.includes("withdraw") && (
            <Button variant="default" onClick={() => setWithdrawing(true)}>
              {m.document.withdraw}
            </Button>
          )}
        </div>
      </div>
      {publish.isError && <ProblemNotice error={publish.error} onRetry={() => document.refetch()} />}
      <KnownNotice value={knownOn} onBack={() => address.set({ biet: null })} />
      <section className="panel doc-status" aria-label={m.fields.status}>
        <div className="grow">
          <StatusBadge code={status.code} label={status.label} on={status.on} large />
          <span className="small soft">
            {[
              status.since && m.document.since(showDay(status.since)),
              status.until && m.document.until(showDay(status.until)),
            ]
              .filter(Boolean)
              .join(" ")}
          </span>{" "}
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={why}
            onClick={() => address.set({ "vi-sao": why ? null : "1" })}
          >
            {m.document.why}
          </Button>
        </div>
        <DayField
          label={m.document.on}
          width={200}
          value={on}
          onChange={(day) => address.set({ on: day === null || day === today() ? null : day })}
        />
        <KnownAt value={knownOn} onChange={(biet) => address.set({ biet })} />
        {why && (
          <div style={{ flexBasis: "100%" }}>
            {status.causes.length === 0 ? (
              <p>
                {m.document.whyNone}{" "}
                {d.actions.includes("addEffect") && knownOn === "" && (
                  <Button size="compact-sm" variant="default" onClick={() => address.set({ tab: "effect", add: "1" })}>
                    {m.document.whyDo}
                  </Button>
                )}
              </p>
            ) : (
              <Causes causes={status.causes} self={d.id} />
            )}
          </div>
        )}
      </section>
      <Tabs
        value={tab}
        onChange={(t) => address.set({ tab: t === "text" ? null : t }, { push: true })}
        keepMounted={false}
      >
        <div className="tabs-scroll">
          <Tabs.List style={{ flexWrap: "nowrap" }}>
            {tabs.map((t) => (
              <Tabs.Tab key={t} value={t}>
                {m.document.tabs[t]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </div>
        <Tabs.Panel value="text">
          <TextTab document={d} on={on} knownOn={knownOn} />
        </Tabs.Panel>
        <Tabs.Panel value="effect" pt={16}>
          <EffectsTab
            document={d}
            knownOn={knownOn}
            adding={address.get("add") === "1"}
            onAdding={(open) => address.set({ add: open ? "1" : null })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="relations" pt={16}>
          <RelationsTab document={d} on={on} />
        </Tabs.Panel>
        <Tabs.Panel value="findings" pt={16}>
          <Suspense fallback={<LoadingRows rows={6} />}>
            <Findings source={`/documents/${d.id}/findings`} textUrl={`/van-ban/${d.id}`} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="files" pt={16}>
          <FilesTab document={d} />
        </Tabs.Panel>
        <Tabs.Panel value="history" pt={16}>
          <p className="small soft">
            {[
              d.confirmation?.by && m.document.confirmedBy(d.confirmation.by, showInstant(d.confirmation.at)),
              d.publication?.by && m.document.publishedBy(d.publication.by, showInstant(d.publication.at)),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <History object={`document:${d.id}`} />
        </Tabs.Panel>
      </Tabs>
      {editing && (
        <Suspense fallback={null}>
          <EditFacts document={d} onClose={() => setEditing(false)} />
        </Suspense>
      )}
      <Modal
        opened={withdrawing}
        onClose={() => setWithdrawing(false)}
        title={m.document.withdraw}
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ "aria-label": m.common.close }}
      >
        <p className="small">{m.document.withdrawNote}</p>
        <Textarea
          label={m.common.reason}
          required
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
          autosize
          minRows={2}
        />
        {withdraw.isError && <ProblemNotice error={withdraw.error} />}
        <Button
          mt={16}
          color="red"
          disabled={reason.trim() === ""}
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate(d.version)}
        >
          {m.document.withdraw}
        </Button>
      </Modal>
    </div>
  );
}
