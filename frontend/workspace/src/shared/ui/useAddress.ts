import { useCallback } from "react";
import { useSearchParams } from "react-router";

/** The state of a page as it stands in its address. Empty values leave the address. */
export function useAddress(): {
  get: (name: string) => string;
  all: (name: string) => string[];
  set: (values: Record<string, string | readonly string[] | null>, options?: { push?: boolean }) => void;
} {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (values: Record<string, string | readonly string[] | null>, options?: { push?: boolean }) =>
      setParams(
        (before) => {
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
        },
        { replace: options?.push !== true },
      ),
    [setParams],
  );
  return { get: (name) => params.get(name) ?? "", all: (name) => params.getAll(name), set };
}
