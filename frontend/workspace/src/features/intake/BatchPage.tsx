import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { api } from "../../shared/api/client";
import type { Batch } from "../../shared/api/types";
import { showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { PageHead } from "../../shared/ui/page";
import { LoadingRows, ProblemNotice } from "../../shared/ui/states";
import { BatchProgress } from "./BatchProgress";
import { DropZone } from "./DropZone";
import { ItemList } from "./ItemList";
import "./intake.css";

export function Component() {
  const m = useMessages();
  const id = Number(useParams().id);
  const batch = useQuery({
    queryKey: ["intake", "batch", id],
    queryFn: ({ signal }) => api.get<Batch>(`/intake/batches/${id}`, {}, signal),
    // until it says that it is done: the last file is read a moment before that
    refetchInterval: (query) => (query.state.data?.state === "RUNNING" ? 1500 : false),
  });
  return (
    <div className="page stack">
      <PageHead
        title={batch.data?.name ?? m.intake.batch}
        intro={batch.data && m.common.by(batch.data.createdBy, showInstant(batch.data.createdAt))}
      >
        <Button component={Link} to="/tiep-nhan" variant="default">
          {m.intake.batches}
        </Button>
        <Button component={Link} to={`/tiep-nhan/xac-nhan?batch=${id}`}>
          {m.intake.openDesk}
        </Button>
      </PageHead>
      {batch.isPending && <LoadingRows rows={3} />}
      {batch.isError && <ProblemNotice error={batch.error} onRetry={() => batch.refetch()} />}
      {batch.isSuccess && (
        <>
          <section className="panel pad" aria-label={m.intake.batch}>
            <p style={{ margin: "0 0 8px" }}>
              <strong>{m.intake.states[batch.data.state] ?? batch.data.state}</strong>
            </p>
            <BatchProgress batch={batch.data} />
          </section>
          <ItemList batchId={id} live={batch.data.state === "RUNNING"} />
          {batch.data.actions.includes("upload") && <DropZone batchId={id} />}
        </>
      )}
    </div>
  );
}
