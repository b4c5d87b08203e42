import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useLocation } from "react-router";
import { api } from "../../shared/api/client";
import type { DocumentText, Heading, LegalDocument } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { LegalText } from "../../shared/ui/LegalText";
import { Empty, LoadingRows, ProblemNotice } from "../../shared/ui/states";

/** The unit as it is called: "Điều 3", "Chương II"; the number may carry its word already. */
function nameOf(heading: Heading, text: string): string {
  const line = text.slice(heading.start, heading.end).split("\n")[0] ?? "";
  return line.length > 120 ? `${line.slice(0, 117)}…` : line;
}

/** The text with its contents; each article has an address of its own. */
export function TextTab({ document, on }: { document: LegalDocument; on: string }) {
  const m = useMessages();
  const { hash } = useLocation();
  const [words, setWords] = useState("");
  const text = useQuery({
    queryKey: ["documents", document.id, "text", on],
    queryFn: async ({ signal }) =>
      (await api.get<DocumentText | undefined>(`/documents/${document.id}/text`, { on }, signal)) ?? null,
  });
  const loaded = text.data != null;
  useEffect(() => {
    if (loaded && hash !== "") window.document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [loaded, hash]);
  const anchor = useCallback(
    (heading: Heading) => (
      <a
        className="anchor"
        href={`#${heading.eId}`}
        aria-label={m.document.anchor(heading.label ?? heading.number ?? heading.eId)}
      >
        #
      </a>
    ),
    [m],
  );
  if (text.isPending) return <LoadingRows rows={12} />;
  if (text.isError) {
    return (
      <div style={{ marginTop: 16 }}>
        <ProblemNotice error={text.error} onRetry={() => text.refetch()} />
      </div>
    );
  }
  if (text.data === null || text.data.text.trim() === "") {
    return (
      <div className="panel" style={{ marginTop: 16 }}>
        <Empty title={m.document.noText} hint={m.document.noTextHint} />
      </div>
    );
  }
  const { outline } = text.data;
  const whole = text.data.text;
  const shown = outline.filter((h) => nameOf(h, whole).toLowerCase().includes(words.trim().toLowerCase()));
  return (
    <div className="reader">
      <aside aria-label={m.document.contents}>
        <h2 className="section-title">{m.document.contents}</h2>
        {outline.length === 0 && <p className="small soft">{m.document.noContents}</p>}
        {outline.length > 12 && (
          <TextInput
            size="xs"
            mb={8}
            aria-label={m.document.filterContents}
            placeholder={m.document.filterContents}
            value={words}
            onChange={(e) => setWords(e.currentTarget.value)}
          />
        )}
        <ul className="outline">
          {shown.map((h) => (
            <li key={h.eId}>
              <a
                href={`#${h.eId}`}
                style={{ paddingLeft: 8 + 12 * h.depth }}
                aria-current={hash === `#${h.eId}` ? "location" : undefined}
              >
                {nameOf(h, whole)}
              </a>
            </li>
          ))}
        </ul>
      </aside>
      <article className="panel">
        {text.data.scannedPages.length > 0 && (
          <p className="notice warn-notice small">{m.desk.scanned(text.data.scannedPages.join(", "))}</p>
        )}
        <LegalText text={whole} evidence={NONE} active={null} outline={outline} anchor={anchor} />
      </article>
    </div>
  );
}

const NONE: never[] = [];
