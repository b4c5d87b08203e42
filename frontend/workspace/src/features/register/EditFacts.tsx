import { Button, Checkbox, Modal, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { api } from "../../shared/api/client";
import { asProblem } from "../../shared/api/problem";
import type { LegalDocument } from "../../shared/api/types";
import { showDay, showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { DayField } from "../../shared/ui/DayField";
import { IssuerPicker } from "../../shared/ui/IssuerPicker";
import { fieldWords, ProblemNotice } from "../../shared/ui/states";
import { useDraft } from "../../shared/ui/useDraft";

interface Facts {
  number: string;
  type: string;
  issuerId: number | null;
  issuerName: string;
  level: string;
  title: string;
  issuedOn: string | null;
  signer: string;
  capacity: string;
  place: string;
  field: string;
  normative: boolean;
}

function factsOf(d: LegalDocument): Facts {
  return {
    number: d.number ?? "",
    type: d.type,
    issuerId: d.issuerId ?? null,
    issuerName: d.issuer,
    level: d.level,
    title: d.title,
    issuedOn: d.issuedOn ?? null,
    signer: d.signer ?? "",
    capacity: d.capacity ?? "",
    place: d.place ?? "",
    field: d.field ?? "",
    normative: d.normative,
  };
}

const SHOWN: readonly (keyof Facts)[] = [
  "number",
  "type",
  "issuerName",
  "level",
  "title",
  "issuedOn",
  "signer",
  "capacity",
  "place",
  "field",
  "normative",
];

/** Correcting confirmed facts, with a reason. Where someone was faster, both values stand side by side. */
export default function EditFacts({ document, onClose }: { document: LegalDocument; onClose: () => void }) {
  const m = useMessages();
  const queries = useQueryClient();
  const initial = useMemo(() => factsOf(document), [document]);
  const [facts, setFacts, drafted, forget] = useDraft<Facts>(`document.${document.id}`, initial);
  const [reason, setReason] = useState("");
  const [version, setVersion] = useState(document.version);
  const save = useMutation({
    mutationFn: () => api.put<LegalDocument>(`/documents/${document.id}`, { version, ...facts, reason }),
    onSuccess: () => {
      forget();
      say(m.document.saved);
      queries.invalidateQueries();
      onClose();
    },
  });
  const problem = save.isError ? asProblem(save.error) : null;
  const overtaken = problem?.conflict === true && problem.code.endsWith("changed-meanwhile");
  const theirs = useQuery({
    queryKey: ["documents", document.id, "conflict", problem?.body.currentVersion],
    queryFn: ({ signal }) => api.get<LegalDocument>(`/documents/${document.id}`, {}, signal),
    enabled: overtaken,
  });
  const put = (change: Partial<Facts>) => setFacts((f) => ({ ...f, ...change }));
  const written = (f: Facts, name: keyof Facts): string => {
    if (name === "type") return m.types[f.type] ?? f.type;
    if (name === "level") return m.levels[f.level] ?? f.level;
    if (name === "issuedOn") return showDay(f.issuedOn);
    if (name === "normative") return f.normative ? m.common.yes : m.common.no;
    return String(f[name] ?? "");
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={m.document.editTitle}
      size="xl"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": m.common.close }}
    >
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          save.mutate();
        }}
      >
        {overtaken && theirs.data && (
          <div className="notice warn-notice" role="alert">
            <strong>{m.document.conflictTitle}</strong>
            <div>
              {problem.body.changedBy
                ? m.document.conflict(problem.body.changedBy, showInstant(problem.body.changedAt))
                : m.document.conflictUnknown}
            </div>
            <table className="list">
              <thead>
                <tr>
                  <td />
                  <th scope="col">{m.document.conflictTheirs}</th>
                  <th scope="col">{m.document.conflictYours}</th>
                </tr>
              </thead>
              <tbody>
                {SHOWN.filter((n) => written(facts, n) !== written(factsOf(theirs.data), n)).map((n) => (
                  <tr key={n}>
                    <th scope="row">{m.fields[n]}</th>
                    <td>{written(factsOf(theirs.data), n)}</td>
                    <td>{written(facts, n)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <div style={{ display: "flex", gap: 8 }}>
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  setFacts(factsOf(theirs.data));
                  setVersion(theirs.data.version);
                  save.reset();
                }}
              >
                {m.document.conflictReload}
              </Button>
              <Button
                size="xs"
                onClick={() => {
                  setVersion(theirs.data.version);
                  save.reset();
                }}
              >
                {m.document.conflictKeep}
              </Button>
            </div>
          </div>
        )}
        {problem && !overtaken && <ProblemNotice error={problem} />}
        <div style={{ display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(240px, 1fr))", gap: 16 }}>
          <TextInput
            label={m.fields.number}
            value={facts.number}
            error={
              problem?.code === "document-number-not-readable" ? m.problems.byCode[problem.code]?.detail : undefined
            }
            onChange={(e) => put({ number: e.currentTarget.value })}
          />
          <NativeSelect
            label={m.fields.type}
            value={facts.type}
            onChange={(e) => put({ type: e.currentTarget.value })}
            data={Object.entries(m.types).map(([value, label]) => ({ value, label }))}
          />
          <IssuerPicker
            label={m.fields.issuer}
            required
            id={facts.issuerId}
            name={facts.issuerName}
            on={facts.issuedOn}
            error={problem ? fieldWords(problem, "issuerName", m) : undefined}
            onChange={(issuerId, issuerName) => put({ issuerId, issuerName })}
          />
          <NativeSelect
            label={m.fields.level}
            value={facts.level}
            onChange={(e) => put({ level: e.currentTarget.value })}
            data={Object.entries(m.levels).map(([value, label]) => ({ value, label }))}
          />
          <DayField label={m.fields.issuedOn} value={facts.issuedOn} onChange={(issuedOn) => put({ issuedOn })} />
          <TextInput
            label={m.fields.signer}
            value={facts.signer}
            onChange={(e) => put({ signer: e.currentTarget.value })}
          />
          <TextInput
            label={m.fields.capacity}
            value={facts.capacity}
            onChange={(e) => put({ capacity: e.currentTarget.value })}
          />
          <TextInput
            label={m.fields.place}
            value={facts.place}
            onChange={(e) => put({ place: e.currentTarget.value })}
          />
          <TextInput
            label={m.fields.field}
            value={facts.field}
            onChange={(e) => put({ field: e.currentTarget.value })}
          />
        </div>
        <Textarea
          label={m.fields.title}
          required
          autosize
          minRows={2}
          value={facts.title}
          onChange={(e) => put({ title: e.currentTarget.value })}
        />
        <Checkbox
          label={m.fields.normative}
          checked={facts.normative}
          onChange={(e) => put({ normative: e.currentTarget.checked })}
        />
        <TextInput
          label={m.document.editReason}
          required
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        {drafted && <p className="small soft">{m.common.draftKept}</p>}
        <div style={{ display: "flex", gap: 8 }}>
          <Button type="submit" loading={save.isPending} disabled={overtaken}>
            {m.common.save}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              forget();
              onClose();
            }}
          >
            {m.common.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
