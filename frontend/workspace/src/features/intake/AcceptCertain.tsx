import { Button, Checkbox, Modal } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../shared/api/client";
import type { Item, Page } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { say } from "../../shared/notify";
import { useMay } from "../../shared/session";
import { Empty, LoadingRows, ProblemNotice } from "../../shared/ui/states";

const MOST = 500;

/** Items that are read with certainty, page after page; at most {@link MOST}. */
async function certainItems(batch: string, signal: AbortSignal): Promise<Item[]> {
  const found: Item[] = [];
  let after = "";
  do {
    const page = await api.get<Page<Item>>("/intake/items", { batch, state: "READ", size: 100, after }, signal);
    found.push(...page.items.filter((i) => i.proposal.certain && i.actions.includes("confirm")));
    after = page.next ?? "";
  } while (after !== "" && found.length < MOST);
  return found.slice(0, MOST);
}

/** Explicit acceptance of everything certain: a preview of what will be confirmed first, in the name of who accepts. */
export default function AcceptCertain({ batch, onClose }: { batch: string; onClose: () => void }) {
  const m = useMessages();
  const may = useMay();
  const queries = useQueryClient();
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [publish, setPublish] = useState(false);
  const list = useQuery({
    queryKey: ["intake", "certain", batch],
    queryFn: ({ signal }) => certainItems(batch, signal),
    staleTime: 0,
  });
  const chosen = (list.data ?? []).filter((i) => !left.has(i.id));
  const accept = useMutation({
    mutationFn: () =>
      api.post<{ confirmed: number; left: number }>("/intake/items/confirm-certain", {
        batch: batch === "" ? null : Number(batch),
        publish,
        ids: chosen.map((i) => i.id),
      }),
    onSuccess: (result) => {
      say(m.desk.acceptAllDone(result.confirmed, result.left));
      queries.invalidateQueries();
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.desk.acceptAllTitle}
      size="xl"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": m.common.close }}
    >
      <p className="small">{m.desk.acceptAllNote}</p>
      {list.isPending && <LoadingRows />}
      {list.isError && <ProblemNotice error={list.error} onRetry={() => list.refetch()} />}
      {list.isSuccess && list.data.length === 0 && <Empty title={m.desk.acceptAllNone} />}
      {list.isSuccess && list.data.length > 0 && (
        <>
          <table className="list cards">
            <thead>
              <tr>
                <td />
                <th scope="col">{m.fields.number}</th>
                <th scope="col">{m.fields.title}</th>
                <th scope="col">{m.fields.issuedOn}</th>
              </tr>
            </thead>
            <tbody>
              {list.data.map((item) => (
                <tr key={item.id}>
                  <td>
                    <Checkbox
                      aria-label={`${item.proposal.number ?? ""} ${item.fileName}`}
                      checked={!left.has(item.id)}
                      onChange={(e) => {
                        const next = new Set(left);
                        if (e.currentTarget.checked) next.delete(item.id);
                        else next.add(item.id);
                        setLeft(next);
                      }}
                    />
                  </td>
                  <td className="nowrap">
                    <strong>{item.proposal.number}</strong>
                  </td>
                  <td>
                    {item.proposal.title}
                    <div className="small soft">
                      {item.proposal.issuer} · {item.fileName}
                    </div>
                  </td>
                  <td className="nowrap num">{showDay(item.proposal.issuedOn)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {accept.isError && <ProblemNotice error={accept.error} />}
          <div className="modal-foot">
            {may("PUBLISH") && (
              <Checkbox
                label={m.desk.publish}
                description={m.desk.publishHint}
                checked={publish}
                onChange={(e) => setPublish(e.currentTarget.checked)}
              />
            )}
            <Button disabled={chosen.length === 0} loading={accept.isPending} onClick={() => accept.mutate()}>
              {m.desk.acceptAllGo(chosen.length)}
            </Button>
          </div>
        </>
      )}
    </Modal>
  );
}
