import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

const action: MantineColorsTuple = [
  "#e8f0fa",
  "#cfe0f5",
  "#a9c9ee",
  "#8fc1ff",
  "#4a8bd0",
  "#2a6db8",
  "#175cab",
  "#0b4f9e",
  "#09427f",
  "#073466",
];
const gray: MantineColorsTuple = [
  "#f6f4f1",
  "#efece7",
  "#e4e0d8",
  "#d9d4cb",
  "#b9b2a8",
  "#8a8379",
  "#59544c",
  "#453f38",
  "#302c27",
  "#1f1d1a",
];
const dark: MantineColorsTuple = [
  "#ece8e1",
  "#d5cfc5",
  "#b3aca1",
  "#8a8379",
  "#4a463f",
  "#3b3833",
  "#262420",
  "#1a1917",
  "#131211",
  "#0c0b0b",
];
const red: MantineColorsTuple = [
  "#fbe9e7",
  "#f5cfcb",
  "#f2a09a",
  "#e87d75",
  "#d4544b",
  "#bf3730",
  "#a11d1d",
  "#8f1d1d",
  "#761717",
  "#5c1010",
];

/** The component library dressed in our tokens (frontend/tokens/tokens.css). */
export const theme = createTheme({
  fontFamily: "var(--sans)",
  headings: { fontFamily: "var(--sans)", fontWeight: "600" },
  primaryColor: "action",
  primaryShade: { light: 7, dark: 7 },
  colors: { action, gray, dark, red },
  black: "#1f1d1a",
  defaultRadius: 4,
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
});

const ours = {
  "--mantine-color-body": "var(--paper)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--soft)",
  "--mantine-color-anchor": "var(--action)",
  "--mantine-color-placeholder": "var(--soft)",
  "--mantine-color-error": "var(--bad)",
  "--mantine-color-default-border": "var(--line)",
};

/** The library's own variables take our tokens, which know light and dark themselves. */
export const variables: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours });
