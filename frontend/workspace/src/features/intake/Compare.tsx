import { useMessages } from "../../shared/i18n";

function same(a: string | null | undefined, b: string | null | undefined): boolean {
  const plain = (t: string | null | undefined) => (t ?? "").normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
  return plain(a) === plain(b);
}

export interface Line {
  label: string | undefined;
  mine: string | null | undefined;
  theirs: string | null | undefined;
}

/** Two values of each fact beside each other; what differs is marked. */
export function Compare({ lines, mine, theirs }: { lines: Line[]; mine: string; theirs: string }) {
  const m = useMessages();
  return (
    <div className="scroll-x">
      <table className="list compare">
        <thead>
          <tr>
            <td />
            <th scope="col">{mine}</th>
            <th scope="col">{theirs}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.label}>
              <th scope="row">{line.label}</th>
              <td>{line.mine}</td>
              <td>{same(line.mine, line.theirs) ? line.theirs : <mark>{line.theirs || m.common.none}</mark>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
