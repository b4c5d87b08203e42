import { Button, Menu, Tabs } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useParams } from "react-router";
import type { Dossier } from "../../shared/api/dossiers";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { History } from "../../shared/ui/History";
import { PageHead } from "../../shared/ui/page";
import { LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { type TooLate, useDossier } from "./act";
import { Changed } from "./Changed";
import { CurrentStep } from "./CurrentStep";
import { DraftsTab } from "./DraftsTab";
import { Merge, Withdraw } from "./GiveUp";
import { PapersTab } from "./PapersTab";
import { StateMark } from "./StateMark";
import { StepLine } from "./StepLine";
import "./drafting.css";

/** Ids and checksums of the history: the names beside them say the same. */
const HIDDEN = ["paper", "sha256", "holderId", "draftingBodyId", "justiceBodyId", "officeId"];

const TABS = ["line", "drafts", "papers", "history"] as const;

/** A dossier: where it is and what is to be done now; then its way, its drafts, its papers, who did what. */
export function Component() {
  const id = Number(useParams().id);
  const found = useDossier(id);
  if (found.data === undefined)
    return (
      <div className="page">
        {found.isError ? <ProblemNotice error={found.error} onRetry={() => found.refetch()} /> : <LoadingRows />}
      </div>
    );
  return <Shown key={id} dossier={found.data} />;
}

function Shown({ dossier }: { dossier: Dossier }) {
  const m = useMessages();
  const t = m.dossiers.page;
  const { get, set } = useAddress();
  const [late, setLate] = useState<TooLate | null>(null);
  const [giving, setGiving] = useState<"withdraw" | "merge" | null>(null);
  const asked = get("tab");
  const tab = TABS.find((one) => one === asked) ?? "line";
  const may = (action: string) => dossier.actions.includes(action);
  const closing = { dossier, onClose: () => setGiving(null), onTooLate: setLate };
  return (
    <div className="page stack">
      <PageHead
        title={dossier.title}
        intro={
          <>
            <Link to="/ho-so">{m.dossiers.title}</Link> · {dossier.formLabel} · {m.levels[dossier.level]} ·{" "}
            {dossier.kindLabel}
          </>
        }
      >
        <StateMark state={dossier.state} label={dossier.stateLabel} />
        {(may("withdraw") || may("merge")) && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <Button variant="default" size="xs" leftSection={<IconDots size={16} aria-hidden />}>
                {t.more}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {may("merge") && <Menu.Item onClick={() => setGiving("merge")}>{m.dossiers.giveUp.merge}…</Menu.Item>}
              {may("withdraw") && (
                <Menu.Item onClick={() => setGiving("withdraw")}>{m.dossiers.giveUp.withdraw}…</Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </PageHead>
      {late && <Changed dossier={dossier} late={late} onSeen={() => setLate(null)} />}
      <Outcome dossier={dossier} />
      <div className="dossier-grid">
        <div className="stack">
          {dossier.current && <CurrentStep dossier={dossier} current={dossier.current} onTooLate={setLate} />}
          <Tabs
            value={tab}
            onChange={(to) => set({ tab: to === "line" ? null : to }, { push: true })}
            keepMounted={false}
          >
            <div className="tabs-scroll">
              <Tabs.List style={{ flexWrap: "nowrap" }}>
                {TABS.map((one) => (
                  <Tabs.Tab key={one} value={one}>
                    {t.tabs[one]}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
            </div>
            <Tabs.Panel value="line" pt={16}>
              <StepLine dossier={dossier} />
            </Tabs.Panel>
            <Tabs.Panel value="drafts" pt={16}>
              <DraftsTab dossier={dossier} />
            </Tabs.Panel>
            <Tabs.Panel value="papers" pt={16}>
              <PapersTab dossier={dossier} />
            </Tabs.Panel>
            <Tabs.Panel value="history" pt={16}>
              <History
                object={`dossier:${dossier.id}`}
                path={`/dossiers/${dossier.id}/history`}
                fields={m.dossiers.fields}
                values={Object.fromEntries(dossier.facts.map((f) => [f.event, f.label]))}
                hidden={HIDDEN}
              />
            </Tabs.Panel>
          </Tabs>
        </div>
        <Facts dossier={dossier} />
      </div>
      {giving === "withdraw" && <Withdraw {...closing} />}
      {giving === "merge" && <Merge {...closing} />}
    </div>
  );
}

/** What became of it, once something has. */
function Outcome({ dossier }: { dossier: Dossier }) {
  const m = useMessages();
  const t = m.dossiers.page;
  if (dossier.signedNumber && dossier.signedOn)
    return (
      <div className="notice good-notice">
        <strong>{t.signed(dossier.signedNumber, showDay(dossier.signedOn))}</strong>
        {dossier.documentId ? <Link to={`/van-ban/${dossier.documentId}`}>{t.toDocument}</Link> : t.toIntake}
      </div>
    );
  if (dossier.mergedInto)
    return (
      <div className="notice">
        {t.mergedInto} <Link to={`/ho-so/${dossier.mergedInto}`}>{t.openMerged}</Link>
      </div>
    );
  return null;
}

function Facts({ dossier }: { dossier: Dossier }) {
  const m = useMessages();
  const t = m.dossiers.page;
  const p = dossier.procedure;
  const lines: [string, string | null | undefined][] = [
    [t.purpose, dossier.purpose],
    [t.field, dossier.field],
    [t.draftingBody, dossier.draftingBody.name],
    [t.officer, dossier.officer],
    [t.justice, dossier.justiceBody.name],
    [t.office, dossier.office.name],
    [t.registeredOn, showDay(dossier.registeredOn)],
    [t.plannedOn, showDay(dossier.plannedOn)],
    [t.programme, dossier.programmeYear?.toString()],
  ];
  return (
    <aside aria-labelledby="facts">
      <h2 className="section-title" id="facts">
        {t.facts}
      </h2>
      <dl className="case-data">
        {lines
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        <div>
          <dt>{t.procedure}</dt>
          <dd>
            <Link to={`/quan-tri/thu-tuc/${p.code}?ban=${p.number}`}>{p.title}</Link>{" "}
            <span className="soft">({t.version(p.number)})</span>
            <div className="small">
              {p.why} <span className="soft">({p.article})</span>
            </div>
            {p.notes.map((n) => (
              <div key={n} className="small soft">
                {n}
              </div>
            ))}
          </dd>
        </div>
      </dl>
    </aside>
  );
}
