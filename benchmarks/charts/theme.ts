/** The chart's colours on a light page, and what each becomes on a dark one. */
export const INK = "#1f2328";
export const MUTED = "#59636e";
const GRID = "#d8dee4";
const PAGE = "#ffffff";
export const OURS = "#0969da";
export const OURS_SECOND = "#54aeff";
export const BASELINE = "#6e7781";
export const PEER = "#b6c0ca";

/** The peers' lines: of colours that lie apart on light and on dark pages alike. */
export const PEER_LINES: readonly string[] = [
  "#bc4c00",
  "#d4a72c",
  "#8250df",
  "#bf3989",
  "#2da44e",
  "#cf222e",
  "#1b7c83",
];

const DARK: Readonly<Record<string, string>> = {
  [INK]: "#e6edf3",
  [MUTED]: "#9198a1",
  [GRID]: "#2a313c",
  [PAGE]: "#0d1117",
  [OURS]: "#4493f8",
  [OURS_SECOND]: "#1f6feb",
  [BASELINE]: "#8b949e",
  [PEER]: "#3d444d",
};

/** Fonts that are on every machine. */
const FONT = "-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif";

/** Vega-Lite's configuration of everything that is not data. */
export const CONFIG = {
  background: PAGE,
  font: FONT,
  view: { stroke: null },
  title: {
    color: INK,
    subtitleColor: MUTED,
    fontSize: 16,
    subtitleFontSize: 12,
    anchor: "start",
    fontWeight: 600,
    offset: 16,
    subtitlePadding: 6,
  },
  axis: {
    labelColor: MUTED,
    titleColor: MUTED,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: "normal",
    gridColor: GRID,
    domain: false,
    ticks: false,
    labelPadding: 8,
    titlePadding: 12,
  },
  text: { color: INK, fontSize: 12 },
  legend: { labelColor: INK, labelFontSize: 12, rowPadding: 6, offset: 24 },
} as const;

/**
 * Makes a drawing follow the reader's colour scheme. Each colour is exchanged, the background's too,
 * so that the chart can be read wherever it stands, whatever the page around it does.
 */
export function followColorScheme(svg: string): string {
  const rules = Object.entries(DARK).flatMap(([light, dark]) =>
    ["fill", "stroke"].map((part) => `[${part}="${light}"]{${part}:${dark}}`),
  );
  const style = `<style>@media (prefers-color-scheme:dark){${rules.join("")}}</style>`;
  return svg.replace(/(<svg[^>]*>)/, `$1${style}`);
}
