const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&#x27;": "'",
};

/** Pieces of escaped text whose only markup is {@code <mark>}. Anything else shows as it is written: nothing is put in as HTML. */
export function markedPieces(html: string): { text: string; marked: boolean; at: number }[] {
  const pieces: { text: string; marked: boolean; at: number }[] = [];
  let at = 0;
  let marked = false;
  for (const part of html.split(/(<\/?mark>)/)) {
    if (part === "<mark>") marked = true;
    else if (part === "</mark>") marked = false;
    else if (part !== "")
      pieces.push({ text: part.replace(/&(?:amp|lt|gt|quot|#39|#x27);/g, (e) => ENTITIES[e] ?? e), marked, at });
    at += part.length;
  }
  return pieces;
}

/** What was asked for, marked. */
export function Marked({ html }: { html: string }) {
  return (
    <>
      {markedPieces(html).map((p) => (p.marked ? <mark key={p.at}>{p.text}</mark> : <span key={p.at}>{p.text}</span>))}
    </>
  );
}
