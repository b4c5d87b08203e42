import { useComputedColorScheme } from "@mantine/core";
import { useLayoutEffect } from "react";

/** Our tokens follow the scheme that the component library shows. */
export function ThemeTokens() {
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = scheme;
  }, [scheme]);
  return null;
}
