import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import type { Batch, Page } from "../../shared/api/types";
import { showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { useMay } from "../../shared/session";
import { PageHead } from "../../shared/ui/page";
import { Empty, LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { useAddress } from "../../shared/ui/useAddress";
import { BatchProgress, waitingOf } from "./BatchProgress";
import { DropZone } from "./DropZone";
import { ItemList } from "./ItemList";
import "./intake.css";

export function Component() {
  const m = useMessages();
  const may = useMay();
  const address = useAddress();
  const batches = useInfiniteQuery({
    queryKey: ["intake", "batches"],
    queryFn: ({ pageParam, signal }) => api.get<Page<Batch>>("/intake/batches", { size: 10, after: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: (query) =>
      query.state.data?.pages.some((p) => p.items.some((b) => waitingOf(b) > 0 && b.state !== "CANCELLED"))
        ? 2000
        : 15_000,
  });
  const all = batches.data?.pages.flatMap((p) => p.items) ?? [];
  const filtered = address.get("state") !== "" || address.get("q") !== "";

  return (
    <div className="page stack">
      <PageHead title={m.intake.title} intro={m.intake.intro}>
        <Button component={Link} to="/tiep-nhan/xac-nhan" variant="default">
          {m.intake.openDesk}
        </Button>
      </PageHead>
      {may("RECEIVE_FILES") ? <DropZone /> : <p className="notice">{m.intake.readOnly}</p>}
      <section aria-labelledby="batches">
        <h2 className="section-title" id="batches">
          {m.intake.batches}
        </h2>
        <div className="panel">
          {batches.isPending && <LoadingRows rows={3} />}
          {batches.isError && <ProblemNotice error={batches.error} onRetry={() => batches.refetch()} />}
          {batches.isSuccess && all.length === 0 && (
            <Empty title={m.intake.batchesEmpty} hint={m.intake.batchesEmptyHint} />
          )}
          <ul className="plain batches">
            {all.map((batch) => (
              <li key={batch.id}>
                <div className="batch-head">
                  <Link className="number" to={`/tiep-nhan/dot/${batch.id}`}>
                    {batch.name}
                  </Link>
                  <span>{m.intake.states[batch.state] ?? batch.state}</span>
                  <span className="small soft">{m.common.by(batch.createdBy, showInstant(batch.createdAt))}</span>
                </div>
                <BatchProgress batch={batch} />
              </li>
            ))}
          </ul>
          {batches.hasNextPage && (
            <div className="pad">
              <Button variant="default" loading={batches.isFetchingNextPage} onClick={() => batches.fetchNextPage()}>
                {m.common.more}
              </Button>
            </div>
          )}
        </div>
      </section>
      {(filtered || all.length > 0) && <ItemList live={all.some((b) => waitingOf(b) > 0)} />}
    </div>
  );
}
