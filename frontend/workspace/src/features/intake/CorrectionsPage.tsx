import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api } from "../../shared/api/client";
import type { Correction, Page } from "../../shared/api/types";
import { showDay, showInstant } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import type { Messages } from "../../shared/i18n/vi";
import { ListFrame } from "../../shared/ui/ListFrame";
import { PageHead } from "../../shared/ui/page";
import { Empty } from "../../shared/ui/states";

function written(value: string | null | undefined, m: Messages) {
  if (value == null) return <span className="soft">{m.common.none}</span>;
  if (value === "true" || value === "false") return value === "true" ? m.common.yes : m.common.no;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? showDay(value) : value;
}

/** Where people confirmed another value than the machine read: examples for the reader's tests. */
export function Component() {
  const m = useMessages();
  const list = useInfiniteQuery({
    queryKey: ["intake", "corrections"],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Correction>>("/intake/corrections", { size: 50, after: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const corrections = list.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <div className="page stack">
      <PageHead title={m.corrections.title} intro={m.corrections.intro}>
        {corrections.length > 0 && (
          <Button
            component="a"
            href="/api/intake/corrections/export"
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {m.corrections.export}
          </Button>
        )}
      </PageHead>
      <ListFrame
        list={list}
        items={corrections}
        headings={[m.intake.file, m.corrections.field, m.corrections.read, m.corrections.corrected, m.audit.who]}
        empty={<Empty title={m.corrections.empty} hint={m.corrections.emptyHint} />}
      >
        {(c) => (
          <tr key={c.id}>
            <td style={{ overflowWrap: "anywhere" }}>
              <Link to={`/tiep-nhan/xac-nhan/${c.itemId}`}>{c.fileName}</Link>
            </td>
            <td>{m.fields[c.field] ?? c.field}</td>
            <td data-label={m.corrections.read}>{written(c.readValue, m)}</td>
            <td data-label={m.corrections.corrected}>
              {written(c.correctedValue, m)}
              <div className="small soft">{c.start == null ? m.corrections.typed : m.corrections.pointed}</div>
            </td>
            <td className="small">
              {c.by}
              <div className="soft num">{showInstant(c.at)}</div>
            </td>
          </tr>
        )}
      </ListFrame>
    </div>
  );
}
