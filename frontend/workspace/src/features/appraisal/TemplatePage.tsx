import { Button, FileInput, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ReportTemplate } from "../../shared/api/appraisals";
import { api, queryString } from "../../shared/api/client";
import { showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { ListFrame } from "../../shared/ui/ListFrame";
import { PageHead } from "../../shared/ui/page";
import { ProblemNotice } from "../../shared/ui/states";
import "./appraisal.css";

const KEY = ["templates", "appraisal-report"];
const AT = "/templates/appraisal-report";

/** The template of the appraisal report, with what its places mean; an administrator puts another in its stead. */
export function Component() {
  const m = useMessages();
  const t = m.appraisal.template;
  const template = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<ReportTemplate>(`${AT}/info`, {}, signal),
  });
  const inUse = template.data;
  return (
    <div className="page stack">
      <PageHead title={t.title} intro={t.intro}>
        <Button component="a" href={`/api${AT}`} download variant="default">
          {t.download}
        </Button>
      </PageHead>
      {inUse && (
        <p>
          <strong>{inUse.builtIn ? t.builtIn : t.own(inUse.fileName ?? "")}</strong>
          {inUse.putBy && (
            <span className="small soft">
              {" "}
              {m.common.by(inUse.putBy, showInstant(inUse.putAt))} · {inUse.reason}
            </span>
          )}
        </p>
      )}
      <ListFrame list={template} items={inUse?.places ?? []} headings={[t.place, t.meaning, t.needed]} empty={null}>
        {(p) => (
          <tr key={p.name}>
            <td>
              <code>{`{{${p.name}}}`}</code>
            </td>
            <td>
              {p.meaning}
              {p.lines && <div className="small soft">{t.lines}</div>}
            </td>
            <td data-label={t.needed}>{p.needed ? m.common.yes : m.common.no}</td>
          </tr>
        )}
      </ListFrame>
      {inUse &&
        (inUse.actions.includes("replace") ? <Replace template={inUse} /> : <p className="soft">{t.readOnly}</p>)}
    </div>
  );
}

function Replace({ template }: { template: ReportTemplate }) {
  const m = useMessages();
  const t = m.appraisal.template;
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [reason, setReason] = useState("");
  const done = (words: string) => {
    setFile(null);
    setReason("");
    queries.invalidateQueries({ queryKey: KEY });
    say(words);
  };
  const replace = useMutation({
    mutationFn: () => api.upload<void>(`${AT}${queryString({ reason: reason.trim() })}`, file === null ? [] : [file]),
    onSuccess: () => done(t.replaced),
  });
  const reset = useMutation({
    mutationFn: () => api.post<void>(`${AT}/reset`, { reason: reason.trim() }),
    onSuccess: () => done(t.wasReset),
  });
  return (
    <form
      className="panel pad bench-form"
      onSubmit={(e) => {
        e.preventDefault();
        replace.mutate();
      }}
    >
      <FileInput label={t.file} accept=".docx" value={file} onChange={setFile} clearable />
      <Textarea
        label={m.common.reason}
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
      {replace.isError && <ProblemNotice error={replace.error} />}
      {reset.isError && <ProblemNotice error={reset.error} />}
      <div className="bench-buttons">
        <Button type="submit" loading={replace.isPending} disabled={file === null || reason.trim() === ""}>
          {t.replace}
        </Button>
        {template.actions.includes("reset") && (
          <Button
            variant="default"
            loading={reset.isPending}
            disabled={reason.trim() === ""}
            onClick={() => reset.mutate()}
          >
            {t.reset}
          </Button>
        )}
      </div>
    </form>
  );
}
