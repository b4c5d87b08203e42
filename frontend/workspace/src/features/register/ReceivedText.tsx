import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useLocation } from "react-router";
import { api } from "../../shared/api/client";
import type { DocumentText, Heading, LegalDocument } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { LegalText } from "../../shared/ui/LegalText";
import { Empty, LoadingRows, ProblemNotice } from "../../shared/ui/states";

export interface Entry {
  eId: string;
  name: string;
  depth: number;
  note?: string | null;
}

/** The contents beside a text, filtered as one types; also brings the text to the address's anchor once it is there. */
export function Contents({ entries }: { entries: readonly Entry[] }) {
  const m = useMessages();
  const { hash } = useLocation();
  const [words, setWords] = useState("");
  useEffect(() => {
    if (hash !== "") window.document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [hash]);
  const shown = entries.filter((e) => e.name.toLowerCase().includes(words.trim().toLowerCase()));
  return (
    <aside aria-label={m.document.contents}>
      <h2 className="section-title">{m.document.contents}</h2>
      {entries.length === 0 && <p className="small soft">{m.document.noContents}</p>}
      {entries.length > 12 && (
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
        {shown.map((e) => (
          <li key={e.eId}>
            <a
              href={`#${e.eId}`}
              style={{ paddingLeft: 8 + 12 * e.depth }}
              aria-current={hash === `#${e.eId}` ? "location" : undefined}
            >
              {e.name}
              {e.note && <span className="small soft"> · {e.note}</span>}
            </a>
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** The unit as it is called: "Điều 3", "Chương II"; the number may carry its word already. */
function nameOf(heading: Heading, text: string): string {
  const line = text.slice(heading.start, heading.end).split("\n")[0] ?? "";
  return line.length > 120 ? `${line.slice(0, 117)}…` : line;
}

/** The text of the received file, with its contents; each article has an address of its own. */
export function ReceivedText({ document }: { document: LegalDocument }) {
  const m = useMessages();
  const text = useQuery({
    queryKey: ["documents", document.id, "text"],
    queryFn: async ({ signal }) =>
      (await api.get<DocumentText | undefined>(`/documents/${document.id}/text`, {}, signal)) ?? null,
  });
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
  const { outline, encoding, fileId } = text.data;
  const whole = text.data.text;
  return (
    <div className="reader">
      <Contents entries={outline.map((h) => ({ eId: h.eId, depth: h.depth, name: nameOf(h, whole) }))} />
      <article className="panel">
        {text.data.scannedPages.length > 0 && (
          <p className="notice warn-notice small">{m.desk.scanned(text.data.scannedPages.join(", "))}</p>
        )}
        {encoding !== "UNICODE" && (
          <p className="notice small">
            {m.desk.legacy(encoding)}{" "}
            <a href={`/api/documents/${document.id}/files/${fileId}`} download>
              {m.document.files.download}
            </a>
          </p>
        )}
        <LegalText text={whole} evidence={NONE} active={null} outline={outline} anchor={anchor} />
      </article>
    </div>
  );
}

const NONE: never[] = [];
