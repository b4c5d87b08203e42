import { notifications } from "@mantine/notifications";
import type { ReactNode } from "react";

/** A word about what was done, said to screen readers as well; failures stay in the page, where they can be read again. */
export function say(message: ReactNode): void {
  notifications.show({ message, autoClose: 8000, withBorder: true });
}
