import { NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import type { AppraisalCard, AppraisalStage, AppraisalWhose, QueueSummary } from "../../shared/api/appraisals";
import { api } from "../../shared/api/client";
import type { Due, Page } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { showNumber } from "../../shared/numbers";
import { DueMark } from "../../shared/ui/DueMark";
import { ListFrame } from "../../shared/ui/ListFrame";
import { PageHead } from "../../shared/ui/page";
import { Empty } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { dueOfCard } from "./clock";
import "./appraisal.css";

const WHOSE: readonly AppraisalWhose[] = ["UNIT", "MINE", "FREE", "ALL"];

/** What lies at the appraisal desk, due first before. */
export function Component() {
  const m = useMessages();
  const { get, set } = useAddress();
  const stage = get("giai-doan") as AppraisalStage | "";
  const asked = get("cua") as AppraisalWhose;
  const whose = WHOSE.includes(asked) ? asked : "UNIT";
  const [words, setWords] = useState(get("q"));
  const [settled] = useDebouncedValue(words.trim(), 300);
  useEffect(() => set({ q: settled }), [settled, set]);
  const summary = useQuery({
    queryKey: ["appraisals", "queue", "summary", whose],
    queryFn: ({ signal }) => api.get<QueueSummary>("/appraisals/summary", { whose }, signal),
    refetchInterval: 60_000,
  });
  const list = useInfiniteQuery({
    queryKey: ["appraisals", "queue", stage, whose, settled],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<AppraisalCard>>("/appraisals", { stage, whose, q: settled, size: 25, after: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 60_000,
  });
  const items = list.data?.pages.flatMap((p) => p.items) ?? [];
  const counted = (s: string) =>
    s === "" ? summary.data?.open : (summary.data?.stages.find((one) => one.stage === s)?.count ?? undefined);
  return (
    <div className="page stack">
      <PageHead title={m.appraisal.title} intro={m.appraisal.queueIntro} />
      <div className="appraisal-filters">
        <NativeSelect
          label={m.appraisal.stage}
          value={stage}
          onChange={(e) => set({ "giai-doan": e.currentTarget.value })}
          data={Object.entries(m.appraisal.stages).map(([value, label]) => {
            const n = counted(value);
            return { value, label: n === undefined ? label : `${label} (${showNumber(n)})` };
          })}
        />
        <NativeSelect
          label={m.appraisal.whose}
          value={whose}
          onChange={(e) => set({ cua: e.currentTarget.value === "UNIT" ? "" : e.currentTarget.value })}
          data={WHOSE.filter((w) => summary.data?.whose.includes(w) ?? w !== "ALL").map((w) => ({
            value: w,
            label: m.appraisal.whoseOf[w] ?? w,
          }))}
        />
        <TextInput
          type="search"
          label={m.appraisal.words}
          value={words}
          onChange={(e) => setWords(e.currentTarget.value)}
        />
      </div>
      <ListFrame
        list={list}
        items={items}
        headings={[m.appraisal.draft, m.appraisal.stage, m.appraisal.officer, m.appraisal.due]}
        empty={<Empty title={m.appraisal.empty} hint={m.appraisal.emptyHint} />}
      >
        {(card) => (
          <tr key={card.id}>
            <td className="title">
              <Link to={`/tham-dinh/${card.dossierId}`}>{card.title}</Link>
              <div className="small soft">
                {card.draftingBody} · {m.appraisal.received(showDay(card.receivedOn))}
                {whose === "ALL" && ` · ${card.body}`}
              </div>
            </td>
            <td data-label={m.appraisal.stage}>{m.appraisal.stages[card.stage] ?? card.stageLabel}</td>
            <td data-label={m.appraisal.officer}>
              {card.officer ?? <span className="soft">{m.appraisal.noOfficer}</span>}
            </td>
            <td data-label={m.appraisal.due}>
              <CardDue card={card} />
            </td>
          </tr>
        )}
      </ListFrame>
    </div>
  );
}

function CardDue({ card }: { card: AppraisalCard }) {
  const m = useMessages();
  const due: Due | null = dueOfCard(card);
  if (due !== null) return <DueMark due={due} />;
  if (card.reportNumber) return <>{m.appraisal.reportOf(card.reportNumber, showDay(card.reportOn))}</>;
  return <span className="soft">{card.stage === "RETURNED" ? m.common.none : m.appraisal.noClock}</span>;
}
