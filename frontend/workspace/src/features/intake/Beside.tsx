import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../shared/api/client";
import type { DocumentText, Duplicate } from "../../shared/api/types";
import { showDay } from "../../shared/dates";
import { useMessages } from "../../shared/i18n";
import { LegalText } from "../../shared/ui/LegalText";
import { LoadingRows, ProblemNotice } from "../../shared/ui/states";

const NONE: never[] = [];

/** The text of the file on the desk and that of a document of the register, in two panes. */
export default function Beside({
  fileName,
  text,
  duplicate,
  onClose,
}: {
  fileName: string;
  text: string;
  duplicate: Duplicate;
  onClose: () => void;
}) {
  const m = useMessages();
  const other = useQuery({
    queryKey: ["documents", duplicate.documentId, "text", "as-received"],
    queryFn: async ({ signal }) =>
      (await api.get<DocumentText | undefined>(`/documents/${duplicate.documentId}/text`, {}, signal)) ?? null,
  });
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={m.desk.besideTitle}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": m.common.close }}
    >
      <div className="beside">
        <section aria-label={m.desk.thisFile}>
          <h2 className="section-title">
            {m.desk.thisFile}: {fileName}
          </h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard */}
          <div className="panel beside-text" tabIndex={0}>
            <LegalText text={text} evidence={NONE} active={null} outline={NONE} />
          </div>
        </section>
        <section aria-label={m.desk.inRegister}>
          <h2 className="section-title">
            {m.desk.inRegister}: {duplicate.number} · {duplicate.issuer} · {showDay(duplicate.issuedOn)}
          </h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard */}
          <div className="panel beside-text" tabIndex={0}>
            {other.isPending && <LoadingRows rows={10} />}
            {other.isError && <ProblemNotice error={other.error} onRetry={() => other.refetch()} />}
            {other.isSuccess &&
              (other.data === null ? (
                <p className="soft">{m.document.noText}</p>
              ) : (
                <LegalText text={other.data.text} evidence={NONE} active={null} outline={NONE} />
              ))}
          </div>
        </section>
      </div>
    </Modal>
  );
}
