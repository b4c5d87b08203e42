import { Button, NativeSelect } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import type { Page, ProcedureSummary } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { ListFrame } from "../../shared/ui/ListFrame";
import { PageHead } from "../../shared/ui/page";
import { Empty } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { WhichProcedure } from "./WhichProcedure";
import "./procedure.css";

/** The law of today first, then from the province down, then the ordinary before the others. */
function order(p: ProcedureSummary): number {
  const law = p.regimes.includes("B2") ? 0 : p.regimes.includes("B1") ? 1 : 2;
  const level = ["PROVINCE", "DISTRICT", "COMMUNE"].indexOf(p.level);
  const kind = ["ORDINARY", "WITH_POLICY_PROPOSAL", "SHORTENED"].indexOf(p.kind);
  return law * 100 + level * 10 + kind;
}

/** All procedures, by law and level. */
export function Component() {
  const m = useMessages();
  const { get, set } = useAddress();
  const law = get("luat");
  const level = get("cap");
  const list = useQuery({
    queryKey: ["procedures"],
    queryFn: ({ signal }) => api.get<Page<ProcedureSummary>>("/procedures", {}, signal),
  });
  const shown = (list.data?.items ?? [])
    .filter((p) => (law === "" || p.regimes.some((r) => r.startsWith(law))) && (level === "" || p.level === level))
    .sort((one, other) => order(one) - order(other));
  return (
    <div className="page stack">
      <PageHead title={m.procedures.title} intro={m.procedures.intro} />
      <WhichProcedure />
      <div className="filters">
        <NativeSelect
          label={m.procedures.law}
          value={law}
          onChange={(e) => set({ luat: e.currentTarget.value })}
          data={Object.entries(m.procedures.laws).map(([value, label]) => ({ value, label }))}
        />
        <NativeSelect
          label={m.procedures.level}
          value={level}
          onChange={(e) => set({ cap: e.currentTarget.value })}
          data={[
            { value: "", label: m.common.all },
            ...["PROVINCE", "DISTRICT", "COMMUNE"].map((value) => ({ value, label: m.levels[value] ?? value })),
          ]}
        />
      </div>
      <ListFrame
        list={list}
        items={shown}
        headings={[
          m.procedures.name,
          m.procedures.steps,
          m.procedures.limits,
          m.procedures.check,
          m.procedures.version,
        ]}
        empty={
          <Empty title={m.procedures.empty}>
            <Button variant="default" onClick={() => set({ luat: "", cap: "" })}>
              {m.common.clearFilters}
            </Button>
          </Empty>
        }
      >
        {(p) => (
          <tr key={p.code}>
            <td className="title">
              <Link to={`/quan-tri/thu-tuc/${p.code}`}>{p.title}</Link>
              <div className="small soft">
                {m.levels[p.level] ?? p.level} · {m.procedures.kinds[p.kind] ?? p.kindLabel}
              </div>
            </td>
            <td className="num" data-label={m.procedures.steps}>
              {p.steps}
            </td>
            <td className="num" data-label={m.procedures.limits}>
              {p.limits}
            </td>
            <td data-label={m.procedures.check}>
              {p.recalled === 0 ? (
                <span className="soft">{m.procedures.checkNone}</span>
              ) : (
                <span className="status warn">
                  <IconAlertTriangle size={16} aria-hidden />
                  {m.procedures.checkSome(p.recalled)}
                </span>
              )}
            </td>
            <td className="nowrap" data-label={m.procedures.version}>
              {p.number} · {p.corrected ? m.procedures.corrected : m.procedures.builtIn}
              {p.newerBuiltIn && <div className="small warn">{m.procedures.newer}</div>}
            </td>
          </tr>
        )}
      </ListFrame>
    </div>
  );
}
