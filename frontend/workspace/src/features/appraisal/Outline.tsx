import { IconAlertTriangle, IconMessage } from "@tabler/icons-react";
import { useEffect } from "react";
import type { DraftProvision } from "../../shared/api/appraisals";
import { useMessages } from "../../shared/i18n";
import type { Marks } from "./provisions";

/** The draft's provisions, each with what was said about it. */
export function Outline({
  shown,
  provisions,
  marks,
  active,
  onPick,
}: {
  shown: boolean;
  provisions: readonly DraftProvision[];
  marks: Map<string, Marks>;
  active: string | null;
  onPick: (provision: DraftProvision) => void;
}) {
  const m = useMessages();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another provision moves the outline
  useEffect(() => {
    document.querySelector(".bench-outline [aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <nav className="bench-outline panel" aria-label={m.appraisal.outline} data-shown={shown}>
      <p className="small soft bench-keys">{m.appraisal.outlineKeys}</p>
      <ul className="plain">
        {provisions.map((p) => {
          const one = marks.get(p.address);
          return (
            <li key={p.address} style={{ paddingLeft: Math.min(p.depth, 4) * 12 }}>
              <button
                type="button"
                className="bench-provision"
                aria-current={p.address === active ? "location" : undefined}
                onClick={() => onPick(p)}
              >
                <span>{short(p)}</span>
                {one !== undefined && (
                  <span className="bench-marks">
                    {one.remarks > 0 && (
                      <span aria-hidden>
                        <IconMessage size={14} />
                        {one.remarks}
                      </span>
                    )}
                    {one.findings > 0 && (
                      <span className="warn" aria-hidden>
                        <IconAlertTriangle size={14} />
                        {one.findings}
                      </span>
                    )}
                    <span className="visually-hidden">{m.appraisal.marks(one.remarks, one.findings)}</span>
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Under its article a clause need not name it again. */
function short(p: DraftProvision): string {
  return p.depth === 0 ? p.label : (/^(?:khoản|điểm) \S+/u.exec(p.label)?.[0] ?? p.label);
}
