import { Button } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { Link, useNavigate } from "react-router";
import { api } from "../../shared/api/client";
import type { Page, Sheet } from "../../shared/api/types";
import { useMessages } from "../../shared/i18n";
import { showNumber } from "../../shared/numbers";
import { useMay } from "../../shared/session";
import { ListFrame } from "../../shared/ui/ListFrame";
import { PageHead } from "../../shared/ui/page";
import { Empty, ProblemNotice } from "../../shared/ui/states";

const COUNTS = ["ok", "warning", "error", "duplicate", "imported"];

export function Component() {
  const m = useMessages();
  const may = useMay();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const list = useInfiniteQuery({
    queryKey: ["sheets"],
    queryFn: ({ pageParam, signal }) => api.get<Page<Sheet>>("/sheets", { size: 20, after: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const upload = useMutation({
    mutationFn: (file: File) => api.upload<Sheet>("/sheets", [file]),
    onSuccess: (sheet) => navigate(`/bang-tinh/${sheet.id}`),
  });
  const sheets = list.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <div className="page stack">
      <PageHead title={m.sheet.title} intro={m.sheet.intro}>
        {may("RECEIVE_FILES") && (
          <Button
            leftSection={<IconUpload size={16} aria-hidden />}
            loading={upload.isPending}
            onClick={() => input.current?.click()}
          >
            {m.sheet.upload}
          </Button>
        )}
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.xls,.csv"
          aria-label={m.sheet.upload}
          data-testid="sheet"
          onChange={(e) => {
            const file = e.currentTarget.files?.[0];
            e.currentTarget.value = "";
            if (file !== undefined) upload.mutate(file);
          }}
        />
      </PageHead>
      {upload.isPending && <p role="status">{m.sheet.uploading}</p>}
      {upload.isError && <ProblemNotice error={upload.error} />}
      <ListFrame
        list={list}
        items={sheets}
        headings={[m.intake.file, m.fields.state, ...COUNTS.map((k) => m.sheet.counts[k])]}
        empty={<Empty title={m.sheet.empty} hint={m.sheet.emptyHint} />}
        rows={4}
      >
        {(s) => (
          <tr key={s.id}>
            <td>
              <Link to={`/bang-tinh/${s.id}`}>{s.fileName}</Link>
              <div className="small soft">{m.sheet.rowCount(s.rowCount)}</div>
            </td>
            <td>{m.sheet.states[s.state] ?? s.state}</td>
            {COUNTS.map((k) => (
              <td key={k} className="num" data-label={m.sheet.counts[k]}>
                {showNumber(s.counts[k] ?? 0)}
              </td>
            ))}
          </tr>
        )}
      </ListFrame>
    </div>
  );
}
