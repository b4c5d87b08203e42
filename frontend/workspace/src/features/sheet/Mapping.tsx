import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../shared/api/client";
import type { Sheet } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { IssuerPicker } from "../../shared/ui/IssuerPicker";
import { ProblemNotice } from "../../shared/ui/states";

/** Which column is what, with a few cells of each; applying it makes the dry run again. */
export function Mapping({ sheet }: { sheet: Sheet }) {
  const m = useMessages();
  const queries = useQueryClient();
  const [columns, setColumns] = useState(() => sheet.columns.map((c) => ({ index: c.index, field: c.field ?? null })));
  const [issuer, setIssuer] = useState<{ id: number | null; name: string }>({
    id: sheet.defaultIssuerId ?? null,
    name: "",
  });
  const [type, setType] = useState(sheet.defaultType ?? "");
  const apply = useMutation({
    mutationFn: () =>
      api.put<Sheet>(`/sheets/${sheet.id}/mapping`, {
        version: sheet.version,
        headerRow: sheet.headerRow,
        columns,
        defaults: { issuerId: issuer.id, type: type === "" ? null : type },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["sheets"] }),
  });
  const editable = sheet.actions.includes("map");
  const fields = Object.entries(m.sheet.columnFields).map(([value, label]) => ({ value, label }));
  return (
    <section className="panel pad" aria-labelledby="mapping">
      <h2 className="section-title" id="mapping">
        {m.sheet.columns}
      </h2>
      <p className="small soft">{m.sheet.columnsHint}</p>
      <div className="scroll-x">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{m.sheet.column}</th>
              <th scope="col">{m.sheet.target}</th>
              <th scope="col">{m.sheet.sample}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.columns.map((c) => (
              <tr key={c.index}>
                <td>
                  <strong>{c.header || m.common.none}</strong>
                </td>
                <td>
                  <NativeSelect
                    aria-label={`${m.sheet.target}: ${c.header}`}
                    disabled={!editable}
                    value={columns.find((x) => x.index === c.index)?.field ?? ""}
                    data={[{ value: "", label: m.sheet.ignore }, ...fields]}
                    onChange={(e) => {
                      const field = e.currentTarget.value === "" ? null : e.currentTarget.value;
                      setColumns((all) =>
                        all.map((x) =>
                          x.index === c.index ? { ...x, field } : x.field === field ? { ...x, field: null } : x,
                        ),
                      );
                    }}
                  />
                </td>
                <td className="small soft">{c.sample.slice(0, 3).join(" · ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div style={{ display: "flex", flexWrap: "wrap", gap: 16, alignItems: "end", marginTop: 16 }}>
        <IssuerPicker
          label={m.sheet.defaultIssuer}
          id={issuer.id}
          name={issuer.name}
          width={320}
          onChange={(id, name) => setIssuer({ id, name })}
        />
        <NativeSelect
          label={m.sheet.defaultType}
          value={type}
          onChange={(e) => setType(e.currentTarget.value)}
          data={[
            { value: "", label: m.common.none },
            ...Object.entries(m.types).map(([value, label]) => ({ value, label })),
          ]}
        />
        {editable && (
          <Button variant="default" loading={apply.isPending} onClick={() => apply.mutate()}>
            {m.sheet.apply}
          </Button>
        )}
      </div>
      <p className="small soft">{m.sheet.defaults}</p>
      {apply.isError && <ProblemNotice error={apply.error} />}
    </section>
  );
}
