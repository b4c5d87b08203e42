import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useMessages } from "../i18n";
import { LoadingRows, ProblemNotice } from "./states";

/** What a list needs of its query; one that comes page after page has the last three too. */
export interface Listed {
  isPending: boolean;
  isError: boolean;
  isSuccess: boolean;
  error: unknown;
  refetch: () => unknown;
  hasNextPage?: boolean;
  isFetchingNextPage?: boolean;
  fetchNextPage?: () => unknown;
}

/** A column's heading; an icon column or one of buttons has its name for those who listen only. */
export type Heading = string | { key: string; unseen: string | undefined } | { key: string; shown: ReactNode };

function Head({ heading }: { heading: Heading }) {
  if (typeof heading === "string") return <th scope="col">{heading}</th>;
  if ("shown" in heading) return <th scope="col">{heading.shown}</th>;
  return (
    <th scope="col">
      <span className="visually-hidden">{heading.unseen}</span>
    </th>
  );
}

/**
 * The frame of every list: the shape of what comes, the problem, what would fill it, the rows, and more of them.
 *
 * @param children one row, a {@code tr} with its key
 * @param empty said where there is nothing; also where the first rows are left out by a filter
 * @param wide scrolls sideways instead of folding into cards on a telephone
 */
export function ListFrame<T>({
  list,
  items,
  headings,
  children,
  empty,
  rows,
  wide = false,
  className,
  after,
}: {
  list: Listed;
  items: readonly T[];
  headings: readonly (Heading | undefined)[];
  children: (item: T, index: number) => ReactNode;
  empty: ReactNode;
  rows?: number;
  wide?: boolean;
  className?: string;
  after?: ReactNode;
}) {
  const m = useMessages();
  const known = headings.filter((h) => h !== undefined);
  const table = (
    <table className={["list", wide ? "" : "cards", className ?? ""].filter(Boolean).join(" ")}>
      {known.length > 0 && (
        <thead>
          <tr>
            {known.map((h) => (
              <Head key={typeof h === "string" ? h : h.key} heading={h} />
            ))}
          </tr>
        </thead>
      )}
      <tbody>{items.map(children)}</tbody>
    </table>
  );
  return (
    <div className="panel" aria-busy={list.isPending || list.isFetchingNextPage === true}>
      {list.isPending && <LoadingRows rows={rows} />}
      {list.isError && <ProblemNotice error={list.error} onRetry={() => list.refetch()} />}
      {list.isSuccess && items.length === 0 && empty}
      {items.length > 0 &&
        (wide ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table that scrolls must be reachable by keyboard
          <div className="scroll-x" tabIndex={0}>
            {table}
          </div>
        ) : (
          table
        ))}
      {list.hasNextPage && (
        <div className="pad">
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage?.()}>
            {m.common.more}
          </Button>{" "}
          <span className="small soft">{m.common.shown(items.length)}</span>
        </div>
      )}
      {after}
    </div>
  );
}
