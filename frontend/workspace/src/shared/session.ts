import { useQuery } from "@tanstack/react-query";
import { api } from "./api/client";
import { asProblem } from "./api/problem";
import type { Me } from "./api/types";

export const SESSION = ["session"] as const;

/** Who works here; null when nobody is signed in. */
export function useSession() {
  return useQuery({
    queryKey: SESSION,
    queryFn: async ({ signal }) => {
      try {
        return await api.get<Me>("/session", {}, signal);
      } catch (e) {
        if (asProblem(e).status === 401) return null;
        throw e;
      }
    },
    staleTime: 5 * 60_000,
  });
}

/** For navigation only: what may be done to a thing is told by the thing's own {@code actions}. */
export function useMay(): (permission: string) => boolean {
  const me = useSession().data;
  return (permission) => me?.permissions.includes(permission) ?? false;
}
