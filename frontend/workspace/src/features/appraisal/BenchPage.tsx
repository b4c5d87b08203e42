import { Button, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { Link, useParams } from "react-router";
import type { DraftProvision } from "../../shared/api/appraisals";
import { api } from "../../shared/api/client";
import { asProblem } from "../../shared/api/problem";
import type { CheckedText } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { useKeys } from "../../shared/ui/keys";
import { usePageTitle } from "../../shared/ui/page";
import { Empty, LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { useAppraisal, useDraft } from "./act";
import { Bar } from "./Bar";
import { DraftPane } from "./DraftPane";
import { Outline } from "./Outline";
import { firstLine, marksOf, next, type Place } from "./provisions";
import { RemarkForm } from "./RemarkForm";
import { WORK_TABS, WorkPane, type WorkTab } from "./WorkPane";
import "./appraisal.css";

const PANES = ["outline", "draft", "work"] as const;

/** The appraiser's bench: outline with marks, the draft, and beside it everything an appraisal must say. */
export function Component() {
  const m = useMessages();
  const id = Number(useParams().id);
  const { get, set } = useAddress();
  const pane = get("o") || "work";
  const appraisal = useAppraisal(id);
  usePageTitle(appraisal.data?.dossierTitle ?? m.appraisal.desk);
  const draft = useDraft(id, appraisal.isSuccess);
  const findings = useQuery({
    queryKey: ["findings", `/dossiers/${id}/appraisal/findings`],
    queryFn: ({ signal }) => api.get<CheckedText>(`/dossiers/${id}/appraisal/findings`, {}, signal),
    enabled: draft.isSuccess,
    retry: false,
  });
  const [active, setActive] = useState<string | null>(null);
  const [shown, setShown] = useState<Place | null>(null);
  const [remarking, setRemarking] = useState<{ provision: DraftProvision; place: Place } | null>(null);
  const provisions = draft.data?.provisions ?? NO_PROVISIONS;
  const text = draft.data?.text ?? "";
  const asked = get("viec") as WorkTab;
  const tab = WORK_TABS.includes(asked) ? asked : appraisal.data === undefined ? "papers" : usual(appraisal.data.stage);
  const writes = appraisal.data?.actions.includes("write") === true;

  const show = useCallback(
    (place: Place) => {
      setShown({ ...place });
      set({ o: "draft" });
    },
    [set],
  );
  const go = useCallback((provision: DraftProvision | null) => {
    if (provision === null) return;
    setActive(provision.address);
    setShown({ start: provision.start, end: provision.start });
  }, []);
  const begin = (provision: DraftProvision | undefined, place?: Place) => {
    if (provision === undefined) return;
    setRemarking({ provision, place: place ?? firstLine(text, provision) });
  };
  useKeys({
    j: () => go(next(provisions, active, 1)),
    k: () => go(next(provisions, active, -1)),
    n: () => writes && begin(provisions.find((p) => p.address === active)),
  });
  const marks = useMemo(
    () => marksOf(provisions, appraisal.data?.remarks ?? [], findings.data?.findings ?? []),
    [provisions, appraisal.data?.remarks, findings.data?.findings],
  );

  if (appraisal.isPending) return <LoadingRows rows={12} />;
  if (appraisal.isError) {
    const none = asProblem(appraisal.error).code === "appraisal-no-such-appraisal";
    return (
      <div className="page stack">
        <h1>{m.appraisal.desk}</h1>
        {none ? (
          <Empty title={m.appraisal.none} hint={m.appraisal.noneHint}>
            <Button component={Link} to={`/ho-so/${id}`} variant="default">
              {m.appraisal.openDossier}
            </Button>
          </Empty>
        ) : (
          <ProblemNotice error={appraisal.error} onRetry={() => appraisal.refetch()} />
        )}
      </div>
    );
  }
  const a = appraisal.data;
  return (
    <div className="bench">
      <Bar appraisal={a} onGo={(to) => set({ o: "work", viec: to })} />
      <SegmentedControl
        className="bench-panes"
        aria-label={m.appraisal.paneOf}
        value={pane}
        onChange={(o) => set({ o })}
        fullWidth
        data={PANES.map((p) => ({ value: p, label: m.appraisal.panes[p] }))}
      />
      <div className="bench-of">
        <Outline
          shown={pane === "outline"}
          provisions={provisions}
          marks={marks}
          active={active}
          onPick={(p) => {
            go(p);
            set({ o: "draft" });
          }}
        />
        <DraftPane
          appraisal={a}
          draft={draft}
          findings={findings.data?.findings ?? NO_FINDINGS}
          shown={pane === "draft"}
          place={shown}
          active={active}
          writes={writes}
          onRemark={begin}
        />
        <section className="bench-work panel" aria-label={m.appraisal.work} data-shown={pane === "work"}>
          <WorkPane
            appraisal={a}
            tab={tab}
            hasDraft={draft.isSuccess}
            provisions={provisions}
            text={text}
            onTab={(viec) => set({ viec })}
            onShow={show}
          />
        </section>
      </div>
      {remarking !== null && draft.data !== undefined && (
        <RemarkForm
          appraisal={a}
          draft={draft.data}
          provision={remarking.provision}
          place={remarking.place}
          onClose={() => setRemarking(null)}
        />
      )}
    </div>
  );
}

const NO_PROVISIONS: DraftProvision[] = [];
const NO_FINDINGS: CheckedText["findings"] = [];

/** Where the work is at each stage. */
function usual(stage: string): WorkTab {
  if (stage === "RECEIVED" || stage === "ASKED") return "papers";
  if (stage === "COMPLETE") return "subjects";
  return stage === "SENT" ? "remarks" : "conclusion";
}
