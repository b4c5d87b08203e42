import { NativeSelect } from "@mantine/core";
import type { Appraisal, DraftProvision } from "../../shared/api/appraisals";
import { Findings } from "../../shared/findings/Findings";
import { useMessages } from "../../shared/i18n";
import { Empty } from "../../shared/ui/states";
import { Conclusion } from "./Conclusion";
import { Opinions } from "./Opinions";
import { Papers } from "./Papers";
import type { Place } from "./provisions";
import { Remarks } from "./Remarks";
import { Subjects } from "./Subjects";

export const WORK_TABS = ["papers", "subjects", "remarks", "findings", "opinions", "conclusion"] as const;
export type WorkTab = (typeof WORK_TABS)[number];

/** Everything an appraisal must say, one part at a time. */
export function WorkPane({
  appraisal: a,
  tab,
  hasDraft,
  provisions,
  text,
  onTab,
  onShow,
}: {
  appraisal: Appraisal;
  tab: WorkTab;
  hasDraft: boolean;
  provisions: readonly DraftProvision[];
  text: string;
  onTab: (tab: WorkTab) => void;
  onShow: (place: Place) => void;
}) {
  const m = useMessages();
  const label = (t: WorkTab) => {
    if (t === "remarks") return `${m.appraisal.tabs[t]} (${a.remarks.length})`;
    if (t === "opinions") return `${m.appraisal.tabs[t]} (${a.opinions.length})`;
    return m.appraisal.tabs[t] ?? t;
  };
  const at = `/dossiers/${a.dossierId}/appraisal/findings`;
  return (
    <>
      <div className="bench-tabs">
        {/* six names do not fit side by side on a telephone */}
        <NativeSelect
          className="bench-tabs-narrow"
          aria-label={m.appraisal.work}
          value={tab}
          onChange={(e) => onTab(e.currentTarget.value as WorkTab)}
          data={WORK_TABS.map((t) => ({ value: t, label: label(t) }))}
        />
        <div className="bench-tabs-wide">
          {WORK_TABS.map((t) => (
            <button key={t} type="button" aria-pressed={t === tab} onClick={() => onTab(t)}>
              {label(t)}
            </button>
          ))}
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard */}
      <section className="bench-scroll" tabIndex={0} aria-label={m.appraisal.tabs[tab]}>
        {/* on a telephone the pane stands alone under the page's title */}
        <h2 className="visually-hidden">{m.appraisal.tabs[tab]}</h2>
        {tab === "papers" && <Papers appraisal={a} />}
        {tab === "subjects" && <Subjects appraisal={a} />}
        {tab === "remarks" && <Remarks appraisal={a} provisions={provisions} text={text} onShow={onShow} />}
        {tab === "findings" &&
          (hasDraft ? (
            <Findings
              source={at}
              decisions={at}
              textUrl={`/tham-dinh/${a.dossierId}`}
              onPlace={(start, end) => onShow({ start, end })}
            />
          ) : (
            <Empty title={m.appraisal.noDraft} />
          ))}
        {tab === "opinions" && <Opinions appraisal={a} />}
        {tab === "conclusion" && <Conclusion appraisal={a} />}
      </section>
    </>
  );
}
