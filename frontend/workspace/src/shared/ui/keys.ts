import { useLayoutEffect, useRef } from "react";

/** Whether the keyboard belongs to a field or an open dialog just now. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("[role=dialog],[role=menu],[role=listbox]") !== null) return true;
  return ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

export type Keys = Record<string, (event: KeyboardEvent) => void>;

/** Single keys of a page ("j", "Enter", "ctrl+Enter"). They rest while someone types; those with ctrl do not. */
export function useKeys(keys: Keys): void {
  const now = useRef(keys);
  now.current = keys;
  // before the page is painted: whoever sees it may press its keys
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.isComposing) return;
      const held = event.ctrlKey || event.metaKey;
      if (!held && isTyping(event.target)) return;
      if (document.querySelector("[role=dialog]") !== null) return;
      const act =
        now.current[held ? `ctrl+${event.key}` : event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
