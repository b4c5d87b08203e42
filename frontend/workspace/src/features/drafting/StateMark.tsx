import {
  IconArrowBackUp,
  IconArrowMerge,
  IconCircleCheck,
  IconCircleDot,
  IconCircleX,
  IconLogout,
} from "@tabler/icons-react";
import type { DossierState } from "../../shared/api/dossiers";

const LOOKS = {
  OPEN: [IconCircleDot, ""],
  RETURNED: [IconArrowBackUp, "warn"],
  WITHDRAWN: [IconLogout, "soft"],
  MERGED: [IconArrowMerge, "soft"],
  ISSUED: [IconCircleCheck, "good"],
  ENDED: [IconCircleX, "soft"],
} as const;

/** Where a dossier stands as a whole: icon, word and colour. */
export function StateMark({ state, label }: { state: DossierState; label: string }) {
  const [Icon, tone] = LOOKS[state];
  return (
    <span className={`status ${tone}`}>
      <Icon size={16} aria-hidden />
      {label}
    </span>
  );
}
