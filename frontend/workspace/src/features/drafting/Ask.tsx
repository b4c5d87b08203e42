import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useMessages } from "../../shared/i18n";
import { ProblemNotice } from "../../shared/ui/states";

/** A question in a window of its own: what it does, its fields, one button. */
export function Ask({
  title,
  hint,
  error,
  pending,
  ready,
  submit,
  grave = false,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  hint?: ReactNode;
  error: unknown;
  pending: boolean;
  ready: boolean;
  submit: string;
  grave?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const m = useMessages();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": m.common.close }}
    >
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          onSubmit();
        }}
      >
        {hint && <p className="small soft">{hint}</p>}
        {error !== null && <ProblemNotice error={error} />}
        {children}
        <Button type="submit" color={grave ? "red" : undefined} loading={pending} disabled={!ready}>
          {submit}
        </Button>
      </form>
    </Modal>
  );
}
