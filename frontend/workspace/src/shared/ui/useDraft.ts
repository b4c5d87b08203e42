import { useCallback, useEffect, useState } from "react";

const PREFIX = "qppl.draft.";
const LONGEST = 30 * 24 * 3600 * 1000;

/** Drafts older than thirty days are nobody's any more. */
function sweep(): void {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(PREFIX)) continue;
    const kept = readKept(key);
    if (kept === null || Date.now() - kept.at > LONGEST) localStorage.removeItem(key);
  }
}

function readKept(key: string): { at: number; value: unknown } | null {
  const text = localStorage.getItem(key);
  if (text === null) return null;
  try {
    return JSON.parse(text) as { at: number; value: unknown };
  } catch {
    // written by an older version of this page: as good as none
    return null;
  }
}

/**
 * A value that is kept on this machine while it differs from where it began.
 *
 * @param key names the form and the object; another key begins anew
 * @returns value, setter, whether a draft is kept, and what forgets it
 */
export function useDraft<T>(key: string, initial: T): [T, (next: T | ((now: T) => T)) => void, boolean, () => void] {
  const name = PREFIX + key;
  const [held, setHeld] = useState<{ name: string; value: T; drafted: boolean }>(() => begin(name, initial));
  const current = held.name === name ? held : begin(name, initial);

  useEffect(() => {
    if (held.name !== name) setHeld(begin(name, initial));
  }, [held.name, name, initial]);

  useEffect(sweep, []);

  const change = useCallback(
    (next: T | ((now: T) => T)) =>
      setHeld((h) => {
        const now = h.name === name ? h.value : begin(name, initial).value;
        const value = typeof next === "function" ? (next as (now: T) => T)(now) : next;
        localStorage.setItem(name, JSON.stringify({ at: Date.now(), value }));
        return { name, value, drafted: true };
      }),
    [name, initial],
  );
  const forget = useCallback(() => {
    localStorage.removeItem(name);
    setHeld({ name, value: initial, drafted: false });
  }, [name, initial]);
  return [current.value, change, current.drafted, forget];
}

function begin<T>(name: string, initial: T): { name: string; value: T; drafted: boolean } {
  const kept = readKept(name);
  return kept === null ? { name, value: initial, drafted: false } : { name, value: kept.value as T, drafted: true };
}
