import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../shared/api/client";
import type { Dossier } from "../../shared/api/dossiers";
import { asProblem, type Problem } from "../../shared/api/problem";

/** Lines of what somebody wanted to record when another was quicker: label and value. */
export type Wanted = [label: string, value: string][];

/** An act that came too late, and what it would have recorded. */
export interface TooLate {
  problem: Problem;
  wanted: Wanted;
}

export function useDossier(id: number) {
  return useQuery({
    queryKey: ["dossiers", "one", id],
    queryFn: ({ signal }) => api.get<Dossier>(`/dossiers/${id}`, {}, signal),
  });
}

/** An act on a dossier: what the server answers is the dossier as it is then; lists and tasks are asked for anew. */
export function useAct<A = void>(
  id: number,
  send: (asked: A) => Promise<Dossier>,
  done: (now: Dossier) => void,
  tooLate?: (problem: Problem) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (now) => {
      queries.setQueryData(["dossiers", "one", id], now);
      queries.invalidateQueries({ queryKey: ["dossiers", "list"] });
      queries.invalidateQueries({ queryKey: ["dossiers", "board"] });
      queries.invalidateQueries({ queryKey: ["history", `dossier:${id}`] });
      queries.invalidateQueries({ queryKey: ["work"] });
      done(now);
    },
    onError: (error) => {
      const problem = asProblem(error);
      if (problem.code !== "drafting-changed-meanwhile") return;
      queries.invalidateQueries({ queryKey: ["dossiers"] });
      tooLate?.(problem);
    },
  });
}
