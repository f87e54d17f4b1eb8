import type { TopLevelSpec } from "vega-lite";
import { formatTime, formatTimes } from "../report/format.js";
import { CLOSURES, CODEGEN, HAND_WRITTEN } from "../suites/names.js";
import type { RuleResult } from "../suites/predicate.js";
import { BASELINE, INK, MUTED, OURS, PEER } from "./theme.js";
import { DECADES, TIME_LABEL } from "./time-label.js";

/** One rule's contenders, fastest first, on a logarithmic scale since they lie decades apart. */
export function predicateChart({ about, contenders }: RuleResult): TopLevelSpec {
  const values = contenders.map(({ name, nanoseconds, ratio }) => ({
    name,
    nanoseconds,
    label: `${formatTime(nanoseconds)} · ${formatTimes(ratio)}`,
    color: colorOf(name),
  }));
  const start =
    10 ** Math.floor(Math.log10(Math.min(...values.map((each) => each.nanoseconds)) / 1.5));
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: {
      text: "One rule on one message",
      subtitle: [
        about,
        "nanoseconds on a logarithmic scale, and times hand-written code; shorter is better",
      ],
    },
    width: 430,
    height: { step: 28 },
    padding: 16,
    data: { values },
    encoding: {
      y: {
        field: "name",
        type: "nominal",
        sort: null,
        axis: { title: null, labelColor: INK, labelLimit: 0 },
      },
      x: {
        field: "nanoseconds",
        type: "quantitative",
        scale: { type: "log", domainMin: start, nice: false },
        axis: { title: null, labelExpr: TIME_LABEL, values: [...DECADES], labelColor: MUTED },
      },
    },
    layer: [
      {
        mark: { type: "bar", cornerRadiusEnd: 3, height: 18 },
        encoding: {
          x2: { datum: start },
          color: { field: "color", type: "nominal", scale: null },
        },
      },
      {
        mark: { type: "text", align: "left", dx: 8, color: INK },
        encoding: { text: { field: "label" } },
      },
    ],
  };
}

function colorOf(name: string): string {
  if (name === CLOSURES || name === CODEGEN) return OURS;
  return name === HAND_WRITTEN ? BASELINE : PEER;
}
