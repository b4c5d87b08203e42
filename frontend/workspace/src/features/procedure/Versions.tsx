import { Button } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../shared/api/client";
import type { Page, ProcedureDifference, ProcedureVersion } from "../../shared/api/types";
import { showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { ListFrame } from "../../shared/ui/ListFrame";
import { LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { Differences } from "./Differences";

/** Who corrected a procedure when and why; each version to open, or to hold to the current one. */
export function Versions({
  code,
  shown,
  current,
  onShow,
}: {
  code: string;
  shown: number;
  current: number;
  onShow: (number: number) => void;
}) {
  const m = useMessages();
  const [compared, setCompared] = useState<number | null>(null);
  const list = useInfiniteQuery({
    queryKey: ["procedures", "versions", code],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<ProcedureVersion>>(`/procedures/${code}/versions`, { after: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const difference = useQuery({
    queryKey: ["procedures", "compare", code, compared, current],
    queryFn: ({ signal }) =>
      api.get<{ differences: ProcedureDifference[] }>(
        `/procedures/${code}/compare`,
        { from: compared ?? 0, to: current },
        signal,
      ),
    enabled: compared !== null,
  });
  const versions = list.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <section aria-labelledby="versions" className="stack">
      <h2 className="section-title" id="versions">
        {m.procedures.versions}
      </h2>
      <p className="small soft">{m.procedures.versionsIntro}</p>
      <ListFrame
        list={list}
        items={versions}
        rows={2}
        headings={[m.procedures.version, m.common.reason, m.audit.who, { key: "act", unseen: m.procedures.view }]}
        empty={null}
      >
        {(v) => (
          <tr key={v.number}>
            <td className="nowrap">
              <strong>{m.procedures.versionOf(v.number)}</strong>
              <div className="small soft">
                {v.number === current
                  ? m.procedures.current
                  : v.adopted
                    ? v.builtIn
                      ? m.procedures.builtIn
                      : m.procedures.corrected
                    : m.procedures.proposed}
              </div>
            </td>
            <td>{v.reason}</td>
            <td>
              {v.createdBy ?? m.audit.machine}
              <div className="small soft">{showInstant(v.createdAt)}</div>
            </td>
            <td>
              <div className="acts">
                {v.number !== shown && (
                  <Button size="xs" variant="default" onClick={() => onShow(v.number)}>
                    {m.procedures.view}
                  </Button>
                )}
                {v.number !== current && (
                  <Button size="xs" variant="default" onClick={() => setCompared(v.number)}>
                    {m.procedures.compare}
                  </Button>
                )}
              </div>
            </td>
          </tr>
        )}
      </ListFrame>
      {compared !== null && (
        <div role="status" className="stack">
          <h3 className="section-title">{m.procedures.compareOf(compared, current)}</h3>
          {difference.isPending && <LoadingRows rows={3} />}
          {difference.isError && <ProblemNotice error={difference.error} onRetry={() => difference.refetch()} />}
          {difference.data && <Differences differences={difference.data.differences} />}
        </div>
      )}
    </section>
  );
}
