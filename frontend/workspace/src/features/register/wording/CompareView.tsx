import { useQuery } from "@tanstack/react-query";
import { api } from "../../../shared/api/client";
import { showDay } from "../../../shared/dates";
import { useMessages } from "../../../shared/i18n";
import { Empty, LoadingRows, ProblemNotice } from "../../../shared/ui/states";
import { instantOf } from "../KnownAt";
import type { Compared, Difference } from "./types";
import { Notes } from "./WordedText";

/** One side of a changed provision, word by word. */
function Side({ difference: d, after }: { difference: Difference; after: boolean }) {
  const m = useMessages();
  const whole = after ? d.after : d.before;
  if (whole == null) return <p className="soft">{after ? m.wording.gone : m.wording.isNew}</p>;
  if (d.pieces.length === 0) return <p>{whole}</p>;
  return (
    <p>
      {d.pieces.map((piece, n) => {
        const words = after ? piece.after : piece.before;
        if (words === "") return null;
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one comparison never move
        if (piece.kind === "same") return <span key={n}>{words}</span>;
        const Mark = after ? "ins" : "del";
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one comparison never move
        return <Mark key={n}>{words}</Mark>;
      })}
    </p>
  );
}

/** Old and new beside each other, provision by provision, with the clause that made the difference. */
export function CompareView({ id, from, to, knownOn }: { id: number; from: string; to: string; knownOn: string }) {
  const m = useMessages();
  const compared = useQuery({
    queryKey: ["documents", id, "compare", from, to, knownOn],
    queryFn: ({ signal }) =>
      api.get<Compared>(`/documents/${id}/compare`, { from, to, knownAt: instantOf(knownOn) }, signal),
  });
  if (compared.isPending) return <LoadingRows rows={8} />;
  if (compared.isError) return <ProblemNotice error={compared.error} onRetry={() => compared.refetch()} />;
  if (compared.data.items.length === 0) {
    return (
      <div className="panel">
        <Empty title={m.wording.noDifference} hint={m.wording.noDifferenceHint} />
      </div>
    );
  }
  return (
    <div className="panel">
      <table className="list cards old-new">
        <thead>
          <tr>
            <th scope="col">{m.wording.on(showDay(from))}</th>
            <th scope="col">{m.wording.on(showDay(to))}</th>
          </tr>
        </thead>
        <tbody>
          {compared.data.items.map((d) => (
            <DifferenceRows key={d.address} difference={d} from={from} to={to} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DifferenceRows({ difference: d, from, to }: { difference: Difference; from: string; to: string }) {
  const m = useMessages();
  return (
    <>
      <tr>
        <th scope="rowgroup" colSpan={2}>
          {d.label} {d.heading && <span className="soft">{d.heading}</span>}
          {/* the notes say what was done; said twice it is read twice */}
          {d.causes.length === 0 && <> · {m.wording.changes[d.change] ?? d.change}</>}
          <Notes causes={d.causes} />
        </th>
      </tr>
      <tr>
        <td className="legal" data-label={m.wording.on(showDay(from))}>
          <Side difference={d} after={false} />
        </td>
        <td className="legal" data-label={m.wording.on(showDay(to))}>
          <Side difference={d} after />
        </td>
      </tr>
    </>
  );
}
