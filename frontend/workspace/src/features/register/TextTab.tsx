import { Button, Group, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { api } from "../../shared/api/client";
import type { DocumentText, Heading, LegalDocument, TextHeading } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { LegalText } from "../../shared/ui/LegalText";
import { Empty, LoadingRows, ProblemNotice } from "../../shared/ui/states";

/** The line of the contents that an address stands under: itself, or the article around a clause. */
function headingOf(outline: TextHeading[], address: string): TextHeading | undefined {
  for (let around = address; around !== ""; around = around.slice(0, Math.max(0, around.lastIndexOf("__")))) {
    const found = outline.find((h) => h.eId === around);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The text with its contents; each article has an address of its own. */
export function TextTab({ document, on }: { document: LegalDocument; on: string }) {
  const m = useMessages();
  const { hash, search } = useLocation();
  const navigate = useNavigate();
  const address = decodeURIComponent(hash.slice(1));
  const [words, setWords] = useState("");
  // a long text comes by parts: the one asked for, or at first the one the address is in
  const [wanted, setWanted] = useState<{ part?: number; at?: string }>(address === "" ? {} : { at: address });
  const text = useQuery({
    queryKey: ["documents", document.id, "text", on, wanted.part, wanted.at],
    queryFn: async ({ signal }) =>
      (await api.get<DocumentText | undefined>(`/documents/${document.id}/text`, { on, ...wanted }, signal)) ?? null,
    placeholderData: keepPreviousData,
  });
  const shownPart = text.data?.part;
  const addressed = text.data == null || address === "" ? undefined : headingOf(text.data.outline, address);
  useEffect(() => {
    if (shownPart === undefined || addressed === undefined) return;
    if (addressed.part === shownPart) {
      const target = window.document.getElementById(address) ?? window.document.getElementById(addressed.eId);
      target?.scrollIntoView();
    } else setWanted({ part: addressed.part });
  }, [shownPart, addressed, address]);
  const inPart = useMemo(
    () =>
      (text.data?.outline ?? [])
        .filter((h) => h.part === text.data?.part)
        .map((h) => ({ ...h, start: h.start - (text.data?.start ?? 0), end: h.end - (text.data?.start ?? 0) })),
    [text.data],
  );
  function turn(part: number) {
    // the address names a place of another part
    if (hash !== "") navigate({ search, hash: "" }, { replace: true });
    setWanted({ part });
    window.scrollTo({ top: 0 });
  }
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
  const { outline, part, parts } = text.data;
  const shown = outline.filter((h) => h.line.toLowerCase().includes(words.trim().toLowerCase()));
  const turning = parts > 1 && (
    <Group component="nav" aria-label={m.document.parts} gap="sm" my="sm">
      <Button variant="default" size="xs" disabled={part === 1} onClick={() => turn(part - 1)}>
        {m.document.partBefore}
      </Button>
      <span className="small">{m.document.partOf(part, parts)}</span>
      <Button variant="default" size="xs" disabled={part === parts} onClick={() => turn(part + 1)}>
        {m.document.partAfter}
      </Button>
    </Group>
  );
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
                {h.line}
              </a>
            </li>
          ))}
        </ul>
      </aside>
      <article className="panel">
        {text.data.scannedPages.length > 0 && (
          <p className="notice warn-notice small">{m.desk.scanned(text.data.scannedPages.join(", "))}</p>
        )}
        {turning}
        <LegalText text={text.data.text} evidence={NONE} active={null} outline={inPart} anchor={anchor} />
        {turning}
      </article>
    </div>
  );
}

const NONE: never[] = [];
