import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Appraisal, ReportPreview as Preview, ReportLine } from "../../shared/api/appraisals";
import { api } from "../../shared/api/client";
import { useMessages } from "../../shared/i18n";
import { LoadingRows, ProblemNotice } from "../../shared/ui/states";

/** The report as its lines read, and the file itself. */
export function ReportPreview({ appraisal: a }: { appraisal: Appraisal }) {
  const m = useMessages();
  const [open, setOpen] = useState(false);
  const report = useQuery({
    queryKey: ["appraisals", "report", a.dossierId, a.version],
    queryFn: ({ signal }) => api.get<Preview>(`/dossiers/${a.dossierId}/appraisal/report/preview`, {}, signal),
    enabled: open,
  });
  return (
    <section aria-label={m.appraisal.report}>
      <div className="bench-buttons">
        <Button size="xs" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {m.appraisal.preview}
        </Button>
        <Button
          size="xs"
          variant="default"
          component="a"
          href={`/api/dossiers/${a.dossierId}/appraisal/report`}
          download
        >
          {m.appraisal.download}
        </Button>
      </div>
      {open && report.isPending && <LoadingRows rows={8} />}
      {open && report.isError && <ProblemNotice error={report.error} onRetry={() => report.refetch()} />}
      {open && report.data && (
        <div className="report-preview legal">
          {report.data.blocks.map((block, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one report never move
            <div key={n} className={block.cells.length > 1 ? "report-row" : undefined}>
              {block.cells.map((cell, c) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one report never move
                <div key={c}>
                  {cell.map((line, l) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one report never move
                    <Line key={l} line={line} />
                  ))}
                </div>
              ))}
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

function Line({ line }: { line: ReportLine }) {
  // rules are drawn in the file; here they are only gaps
  if (line.text.trim() === "" || /^_+$/.test(line.text.trim())) return null;
  return (
    <p
      style={{
        textAlign: line.centred ? "center" : undefined,
        fontWeight: line.bold ? 700 : undefined,
        fontStyle: line.italic ? "italic" : undefined,
      }}
    >
      {line.text}
    </p>
  );
}
