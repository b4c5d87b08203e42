import { Button, Progress } from "@mantine/core";
import { IconFolder, IconUpload } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Link } from "react-router";
import { useMessages } from "../../shared/i18n";
import { ProblemNotice } from "../../shared/ui/states";
import { droppedFiles, wanted } from "./dropped";
import { problemWords } from "./outcomes";
import { resumeSending, send, stopSending, useSending } from "./sending";

/** Where files, folders and zips are dropped or chosen. */
export function DropZone({ batchId = null }: { batchId?: number | null }) {
  const m = useMessages();
  const sending = useSending();
  const queries = useQueryClient();
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);

  const start = async (chosen: File[], name: string | null) => {
    await send(chosen, batchId, name);
    await queries.invalidateQueries({ queryKey: ["intake"] });
  };
  const resume = async () => {
    await resumeSending();
    await queries.invalidateQueries({ queryKey: ["intake"] });
  };
  const picked = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])].filter(wanted);
    const path = chosen[0]?.webkitRelativePath ?? "";
    input.value = "";
    start(chosen, path.includes("/") ? (path.split("/")[0] ?? null) : null);
  };

  return (
    <section
      className={over ? "panel drop over" : "panel drop"}
      aria-label={m.intake.drop}
      onDragOver={(e) => {
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(e) => {
        e.preventDefault();
        setOver(false);
        droppedFiles(e.dataTransfer).then((d) => start(d.files, d.name));
      }}
    >
      <p className="drop-title">{m.intake.drop}</p>
      <p className="soft small">{m.intake.dropHint}</p>
      <div className="drop-buttons">
        <Button
          leftSection={<IconUpload size={16} aria-hidden />}
          disabled={sending.active}
          onClick={() => files.current?.click()}
        >
          {m.intake.chooseFiles}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFolder size={16} aria-hidden />}
          disabled={sending.active}
          onClick={() => folder.current?.click()}
        >
          {m.intake.chooseFolder}
        </Button>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={m.intake.chooseFiles}
        data-testid="files"
        onChange={(e) => picked(e.currentTarget)}
      />
      <input
        ref={(node) => {
          folder.current = node;
          node?.setAttribute("webkitdirectory", "");
        }}
        type="file"
        multiple
        hidden
        aria-label={m.intake.chooseFolder}
        onChange={(e) => picked(e.currentTarget)}
      />
      <div aria-live="polite">
        {sending.active && (
          <div className="drop-progress">
            <p>{m.intake.sending(sending.done, sending.total)}</p>
            <Progress
              value={(100 * sending.done) / Math.max(1, sending.total)}
              aria-label={m.intake.sending(sending.done, sending.total)}
            />
            <Button size="xs" variant="default" mt={8} onClick={stopSending}>
              {m.intake.stopSending}
            </Button>
          </div>
        )}
        {!sending.active && sending.done > 0 && sending.left.length === 0 && (
          <p>
            {m.intake.sent(sending.done)}{" "}
            {sending.batchId !== null && sending.batchId !== batchId && (
              <Link to={`/tiep-nhan/dot/${sending.batchId}`}>{m.intake.runningLink}</Link>
            )}
          </p>
        )}
      </div>
      {!sending.active && sending.left.length > 0 && (
        <div className="drop-progress">
          {sending.error !== null && <ProblemNotice error={sending.error} />}
          <p>{m.intake.sendFailed}</p>
          <Button size="xs" onClick={resume}>
            {m.intake.resend} ({sending.left.length})
          </Button>
        </div>
      )}
      {sending.refused.length > 0 && (
        <div className="notice warn-notice drop-progress">
          <strong>{m.intake.notTaken}</strong>
          <ul>
            {sending.refused.slice(0, 50).map((r) => (
              <li key={r.fileName}>
                {r.fileName}: {problemWords(r.problem ?? "", m)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
