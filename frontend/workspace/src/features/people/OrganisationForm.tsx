import { Button, Modal, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../../shared/api/client";
import { asProblem } from "../../shared/api/problem";
import type { NamedId, Organisation } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { DayField } from "../../shared/ui/DayField";
import { IssuerPicker } from "../../shared/ui/IssuerPicker";
import { fieldWords, ProblemNotice } from "../../shared/ui/states";
import { useDraft } from "../../shared/ui/useDraft";

interface Draft {
  name: string;
  shortName: string;
  kind: string;
  level: string;
  validFrom: string | null;
  validTo: string | null;
  predecessors: NamedId[];
  adding: string;
}

export function OrganisationForm({
  organisation,
  onClose,
}: {
  organisation: Organisation | null;
  onClose: () => void;
}) {
  const m = useMessages();
  const queries = useQueryClient();
  const initial = useMemo<Draft>(
    () => ({
      name: organisation?.name ?? "",
      shortName: organisation?.shortName ?? "",
      kind: organisation?.kind ?? "DEPARTMENT",
      level: organisation?.level ?? "PROVINCE",
      validFrom: organisation?.validFrom ?? null,
      validTo: organisation?.validTo ?? null,
      predecessors: organisation?.predecessors ?? [],
      adding: "",
    }),
    [organisation],
  );
  const [draft, setDraft, , forget] = useDraft(`organisation.${organisation?.id ?? "new"}`, initial);
  const save = useMutation({
    mutationFn: () => {
      const body = {
        version: organisation?.version,
        name: draft.name,
        shortName: draft.shortName === "" ? null : draft.shortName,
        kind: draft.kind,
        level: draft.level,
        placeCode: organisation?.placeCode ?? null,
        placeName: organisation?.placeName ?? null,
        identifierCode: organisation?.identifierCode ?? null,
        parentId: organisation?.parentId ?? null,
        validFrom: draft.validFrom,
        validTo: draft.validTo,
        predecessors: draft.predecessors.map((p) => p.id),
      };
      return organisation === null
        ? api.post<Organisation>("/organisations", body)
        : api.put<Organisation>(`/organisations/${organisation.id}`, body);
    },
    onSuccess: () => {
      forget();
      say(m.organisations.saved);
      queries.invalidateQueries({ queryKey: ["organisations"] });
      onClose();
    },
  });
  const problem = save.isError ? asProblem(save.error) : null;
  const wrong = (field: string) => (problem ? fieldWords(problem, field, m) : undefined);
  const put = (change: Partial<Draft>) => setDraft((d) => ({ ...d, ...change }));
  const kinds = Object.entries(m.organisations.kinds).map(([value, label]) => ({ value, label }));
  if (!kinds.some((k) => k.value === draft.kind)) kinds.push({ value: draft.kind, label: draft.kind });
  return (
    <Modal
      opened
      onClose={onClose}
      title={organisation === null ? m.organisations.add : m.organisations.edit}
      size="lg"
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
        {problem && <ProblemNotice error={problem} />}
        <TextInput
          label={m.fields.name}
          required
          value={draft.name}
          error={wrong("name")}
          onChange={(e) => put({ name: e.currentTarget.value })}
        />
        <TextInput
          label={m.organisations.shortName}
          value={draft.shortName}
          error={wrong("shortName")}
          onChange={(e) => put({ shortName: e.currentTarget.value })}
        />
        <NativeSelect
          label={m.fields.kind}
          value={draft.kind}
          data={kinds}
          onChange={(e) => put({ kind: e.currentTarget.value })}
        />
        <NativeSelect
          label={m.fields.level}
          value={draft.level}
          data={Object.entries(m.levels)
            .filter(([value]) => value !== "UNKNOWN")
            .map(([value, label]) => ({ value, label }))}
          onChange={(e) => put({ level: e.currentTarget.value })}
        />
        <div style={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 16 }}>
          <DayField
            label={m.fields.validFrom}
            required
            withHint
            value={draft.validFrom}
            error={wrong("validFrom")}
            onChange={(validFrom) => put({ validFrom })}
          />
          <DayField
            label={m.fields.validTo}
            value={draft.validTo}
            error={wrong("validTo")}
            onChange={(validTo) => put({ validTo })}
          />
        </div>
        <div>
          <IssuerPicker
            label={m.organisations.predecessors}
            id={null}
            name={draft.adding}
            onChange={(id, name) => {
              if (id === null) put({ adding: name });
              else
                setDraft((d) => ({
                  ...d,
                  adding: "",
                  predecessors: [...d.predecessors.filter((p) => p.id !== id), { id, name }],
                }));
            }}
          />
          <ul className="plain small">
            {draft.predecessors.map((p) => (
              <li key={p.id}>
                {p.name}{" "}
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => put({ predecessors: draft.predecessors.filter((x) => x.id !== p.id) })}
                >
                  {m.common.cancel}
                </Button>
              </li>
            ))}
          </ul>
        </div>
        <Button type="submit" loading={save.isPending}>
          {m.common.save}
        </Button>
      </form>
    </Modal>
  );
}
