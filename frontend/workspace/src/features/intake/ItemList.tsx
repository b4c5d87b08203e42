import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import type { Item, Page } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { showSize } from "../../shared/numbers";
import { ListFrame } from "../../shared/ui/ListFrame";
import { Empty, ProblemNotice } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { Certainty, Outcome } from "./outcomes";

/** Files with their outcome, of one batch or of all. State and words stand in the address. */
export function ItemList({ batchId, live }: { batchId?: number; live: boolean }) {
  const m = useMessages();
  const address = useAddress();
  const queries = useQueryClient();
  const [words, setWords] = useState(address.get("q"));
  const [settled] = useDebouncedValue(words, 250);
  const state = address.get("state");
  const { set } = address;
  useEffect(() => set({ q: settled.trim() }), [settled, set]);

  const list = useInfiniteQuery({
    queryKey: ["intake", "items", batchId ?? "all", state, settled.trim()],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Item>>(
        "/intake/items",
        { batch: batchId, state, q: settled.trim(), size: 50, after: pageParam },
        signal,
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: live ? 3000 : false,
  });
  // the last file was read after the last look at the list
  const { refetch } = list;
  const was = useRef(live);
  useEffect(() => {
    if (was.current && !live) refetch();
    was.current = live;
  }, [live, refetch]);
  const retry = useMutation({
    mutationFn: (item: Item) => api.post<Item>(`/intake/items/${item.id}/retry`, { version: item.version }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["intake"] }),
  });
  const items = list.data?.pages.flatMap((p) => p.items) ?? [];

  return (
    <section aria-labelledby="items">
      <div className="page-head" style={{ marginBottom: 8 }}>
        <h2 className="section-title" id="items">
          {m.intake.items}
        </h2>
        <div style={{ display: "flex", gap: 8, flexWrap: "wrap" }}>
          <NativeSelect
            aria-label={m.intake.outcome}
            value={state}
            onChange={(e) => set({ state: e.currentTarget.value })}
            data={[
              { value: "", label: m.common.all },
              ...Object.entries(m.intake.itemStates).map(([value, label]) => ({ value, label })),
            ]}
          />
          <TextInput
            aria-label={m.intake.filterName}
            placeholder={m.intake.filterName}
            value={words}
            w={240}
            onChange={(e) => setWords(e.currentTarget.value)}
          />
        </div>
      </div>
      {retry.isError && <ProblemNotice error={retry.error} />}
      <ListFrame
        list={list}
        items={items}
        headings={[m.intake.file, m.intake.readAs, m.intake.outcome, { key: "act", unseen: m.common.open }]}
        empty={<Empty title={m.intake.itemsEmpty} hint={m.intake.itemsEmptyHint} />}
      >
        {(item) => (
          <tr key={item.id}>
            <td style={{ overflowWrap: "anywhere" }}>
              {item.state === "READ" && !item.sheetId ? (
                <Link to={`/tiep-nhan/xac-nhan/${item.id}${batchId === undefined ? "" : `?batch=${batchId}`}`}>
                  {item.fileName}
                </Link>
              ) : (
                item.fileName
              )}
              <div className="small soft num">{showSize(item.size)}</div>
            </td>
            <td className="title">
              {item.proposal.number && <strong>{item.proposal.number}</strong>}
              {item.proposal.issuedOn && <span className="num"> · {showDay(item.proposal.issuedOn)}</span>}
              {item.proposal.issuer && <span> · {item.proposal.issuer}</span>}
              {item.proposal.title && <div className="small">{item.proposal.title}</div>}
            </td>
            <td>
              <Outcome item={item} />
              {item.state === "READ" && !item.sheetId && <Certainty certain={item.proposal.certain} />}
            </td>
            <td className="nowrap">
              {item.documentId != null && <Link to={`/van-ban/${item.documentId}`}>{m.desk.see}</Link>}
              {item.sheetId != null && <Link to={`/bang-tinh/${item.sheetId}`}>{m.intake.sheet}</Link>}
              {item.actions.includes("retry") && (
                <Button size="xs" variant="default" onClick={() => retry.mutate(item)}>
                  {m.intake.retry}
                </Button>
              )}
            </td>
          </tr>
        )}
      </ListFrame>
    </section>
  );
}
