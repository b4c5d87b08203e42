import type { ProcedureDifference } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";

/** Fact by fact, what was and what is. */
export function Differences({ differences }: { differences: ProcedureDifference[] }) {
  const m = useMessages();
  if (differences.length === 0) return <p className="notice">{m.procedures.same}</p>;
  return (
    <div className="panel">
      <table className="list cards">
        <thead>
          <tr>
            <th scope="col">{m.procedures.place}</th>
            <th scope="col">{m.procedures.old}</th>
            <th scope="col">{m.procedures.now}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((d) => (
            <tr key={d.place}>
              <td>{d.place}</td>
              <td data-label={m.procedures.old} className="soft">
                {d.old ?? m.common.none}
              </td>
              <td data-label={m.procedures.now}>{d.now ?? m.common.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
