import { SegmentedControl } from "@mantine/core";
import { useMessages } from "../../shared/i18n";
import { Proposals } from "../../shared/proposals/Proposals";
import { PageHead } from "../../shared/ui/page";
import { Empty } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";

/** The desk of effects that were read and not placed by themselves. */
export function Component() {
  const m = useMessages();
  const address = useAddress();
  const state = address.get("state") || "OPEN";
  return (
    <div className="page stack">
      <PageHead title={m.proposals.title} intro={m.proposals.intro}>
        <SegmentedControl
          value={state}
          onChange={(value) => address.set({ state: value === "OPEN" ? null : value })}
          data={[
            { value: "OPEN", label: m.proposals.open },
            { value: "ACCEPTED", label: m.proposals.accepted },
            { value: "REFUSED", label: m.proposals.refused },
          ]}
        />
      </PageHead>
      <Proposals
        key={state}
        state={state}
        keyboard
        empty={
          <Empty
            title={state === "OPEN" ? m.proposals.empty : m.proposals.emptyState}
            hint={state === "OPEN" ? m.proposals.emptyHint : undefined}
          />
        }
      />
      <p className="small soft keys-hint">{m.proposals.keys}</p>
    </div>
  );
}
