import { loader, parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { CONFIG, followColorScheme } from "./theme.js";

/** Draws without a browser. Nothing in a chart is fetched. */
export async function render(spec: TopLevelSpec): Promise<string> {
  const view = new View(parse(compile({ ...spec, config: CONFIG }).spec), {
    renderer: "none",
    loader: loader({ mode: "file" }),
  });
  const svg = await view.toSVG();
  view.finalize();
  return `${followColorScheme(svg)}\n`;
}
