import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Appraisal, DraftText } from "../../shared/api/appraisals";
import { api } from "../../shared/api/client";
import { asProblem } from "../../shared/api/problem";
import { say } from "../../shared/notify";

export function appraisalKey(dossier: number) {
  return ["appraisals", "one", dossier];
}

export function useAppraisal(dossier: number) {
  return useQuery({
    queryKey: appraisalKey(dossier),
    queryFn: ({ signal }) => api.get<Appraisal>(`/dossiers/${dossier}/appraisal`, {}, signal),
    retry: false,
  });
}

export function useDraft(dossier: number, shown: boolean) {
  return useQuery({
    queryKey: ["appraisals", "draft", dossier],
    queryFn: ({ signal }) => api.get<DraftText>(`/dossiers/${dossier}/appraisal/draft`, {}, signal),
    enabled: shown,
    retry: false,
    staleTime: 60_000,
  });
}

/**
 * An act at the desk. The server answers with the appraisal as it is then, or with a problem; where somebody else was faster the page is
 * asked for anew and what was written stays in its field.
 */
export function useAct<A>(
  dossier: number,
  send: (asked: A) => Promise<Appraisal>,
  done: (now: Appraisal, asked: A) => string,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (now, asked) => {
      queries.setQueryData(appraisalKey(dossier), now);
      for (const queryKey of [["appraisals", "queue"], ["appraisals", "report", dossier], ["dossiers"], ["work"]])
        queries.invalidateQueries({ queryKey });
      say(done(now, asked));
    },
    onError: (error) => {
      if (asProblem(error).status === 409) queries.invalidateQueries({ queryKey: appraisalKey(dossier) });
    },
  });
}

export function useSend(a: Appraisal) {
  const at = `/dossiers/${a.dossierId}/appraisal`;
  return {
    /** With the version that was seen, so that nobody's change is overwritten. */
    step: (what: string, body: object = {}) => api.post<Appraisal>(`${at}/${what}`, { version: a.version, ...body }),
    post: (what: string, body: object = {}) => api.post<Appraisal>(`${at}/${what}`, body),
    put: (what: string, body: object) => api.put<Appraisal>(`${at}/${what}`, body),
  };
}
