import { useCallback, useRef } from "react";
import { useSearchParams } from "react-router";

type Values = Record<string, string | readonly string[] | null>;

/** An address with some of its values changed; empty ones leave it. */
export function withValues(before: URLSearchParams, values: Values): URLSearchParams {
  const next = new URLSearchParams(before);
  for (const [name, value] of Object.entries(values)) {
    next.delete(name);
    if (typeof value === "string") {
      if (value !== "") next.set(name, value);
    } else if (value !== null) {
      for (const one of value) next.append(name, one);
    }
  }
  return next;
}

/**
 * The state of a page as it stands in its address. {@code set} stays the same function, and does nothing where nothing changes: a
 * needless navigation would cut off one that is under way to another page.
 */
export function useAddress(): {
  get: (name: string) => string;
  all: (name: string) => string[];
  set: (values: Values, options?: { push?: boolean }) => void;
} {
  const [params, setParams] = useSearchParams();
  const now = useRef({ params, setParams });
  now.current = { params, setParams };
  const set = useCallback((values: Values, options?: { push?: boolean }) => {
    const { params: before, setParams: go } = now.current;
    const next = withValues(before, values);
    const written = (p: URLSearchParams) =>
      [...p.entries()]
        .map((e) => e.join("="))
        .sort()
        .join("&");
    if (written(next) === written(before)) return;
    // a second change in the same moment builds on this one
    now.current = { params: next, setParams: go };
    go(next, { replace: options?.push !== true });
  }, []);
  return { get: (name) => params.get(name) ?? "", all: (name) => params.getAll(name), set };
}
