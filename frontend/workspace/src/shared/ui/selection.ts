import { type RefObject, useEffect, useState } from "react";

export interface Selected {
  start: number;
  end: number;
}

function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const run = element?.closest("[data-o]");
  if (run instanceof HTMLElement && node.nodeType === Node.TEXT_NODE) return Number(run.dataset.o) + offset;
  // between two runs: take the run that follows
  const inner = node instanceof Element ? (node.childNodes[offset] ?? node) : node;
  const next = inner instanceof Element ? (inner.matches("[data-o]") ? inner : inner.querySelector("[data-o]")) : null;
  return next instanceof HTMLElement ? Number(next.dataset.o) : null;
}

/** The stretch of the text that is selected within {@code root}, in offsets; null where nothing is. */
export function useSelected(root: RefObject<HTMLElement | null>): [Selected | null, () => void] {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const listen = () => {
      const selection = document.getSelection();
      if (selection === null || selection.isCollapsed || selection.rangeCount === 0) {
        setSelected(null);
        return;
      }
      const range = selection.getRangeAt(0);
      if (!root.current?.contains(range.commonAncestorContainer)) {
        setSelected(null);
        return;
      }
      const start = offsetOf(range.startContainer, range.startOffset);
      const end = offsetOf(range.endContainer, range.endOffset);
      setSelected(start !== null && end !== null && end > start ? { start, end } : null);
    };
    document.addEventListener("selectionchange", listen);
    return () => document.removeEventListener("selectionchange", listen);
  }, [root]);
  return [
    selected,
    () => {
      document.getSelection()?.removeAllRanges();
      setSelected(null);
    },
  ];
}
