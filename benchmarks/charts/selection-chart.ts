import type { TopLevelSpec } from "vega-lite";
import { HAND_WRITTEN } from "../suites/names.js";
import type { PeersResult } from "../suites/peers.js";
import type { SelectResult } from "../suites/select.js";
import { BASELINE, INK, OURS, OURS_SECOND, PEER_LINES } from "./theme.js";
import { DECADES, TIME_LABEL } from "./time-label.js";

const INDEX = "integration-router, index";
const SCAN = "integration-router, scan";

interface Point {
  readonly name: string;
  readonly size: number;
  readonly nanoseconds: number;
  readonly panel: string;
}

/** A selection's time against the list's size, each workload in a panel, both axes logarithmic. */
export function selectionChart(select: SelectResult, peers: PeersResult): TopLevelSpec {
  const panels = peers.workloads.map(({ name }) => name);
  const values = panels.flatMap((panel) => pointsOf(panel, select, peers));
  const largest = Math.max(...values.map(({ size }) => size));
  const names = [...new Set(values.map(({ name }) => name))];
  const others = names.filter((name) => ![INDEX, SCAN, HAND_WRITTEN].includes(name));
  const domain = [INDEX, SCAN, HAND_WRITTEN, ...others];
  const color = {
    field: "name",
    type: "nominal",
    scale: { domain, range: [OURS, OURS_SECOND, BASELINE, ...PEER_LINES] },
    legend: {
      title: null,
      orient: "bottom",
      columns: 3,
      symbolType: "circle",
      symbolSize: 70,
      labelLimit: 0,
    },
  } as const;
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: {
      text: "One selection, against the number of integrations in the list",
      subtitle: [
        ...panels.map((panel) => `${panel}: ${aboutOf(panel, select)}`),
        "both axes logarithmic; lower is better, and a flat line does not mind the list's size",
      ],
    },
    padding: 16,
    data: { values },
    hconcat: panels.map((panel) => ({
      title: { text: panel, fontSize: 13, offset: 8, color: INK, anchor: "middle" },
      width: 340,
      height: 300,
      transform: [{ filter: { field: "panel", equal: panel } }],
      encoding: {
        x: {
          field: "size",
          type: "quantitative",
          scale: { type: "log", nice: false, domainMax: largest },
          axis: {
            title: "integrations",
            format: ",",
            values: sizesOf(values),
            grid: false,
            labelOverlap: false,
          },
        },
        y: {
          field: "nanoseconds",
          type: "quantitative",
          scale: { type: "log" },
          axis: { title: null, labelExpr: TIME_LABEL, values: [...DECADES] },
        },
        color,
      },
      layer: [
        {
          mark: { type: "line" },
          encoding: {
            strokeWidth: {
              condition: { test: `datum.name === '${INDEX}'`, value: 3.5 },
              value: 1.8,
            },
            strokeDash: {
              condition: { test: `datum.name === '${HAND_WRITTEN}'`, value: [5, 4] },
              value: [1, 0],
            },
          },
        },
        { mark: { type: "point", filled: true, size: 36, opacity: 1 } },
      ],
    })),
    resolve: { scale: { y: "shared", color: "shared" } },
  };
}

function pointsOf(panel: string, select: SelectResult, peers: PeersResult): Point[] {
  const ours = select.workloads.find(({ name }) => name === panel)?.sizes ?? [];
  const contenders = peers.workloads.find(({ name }) => name === panel)?.contenders ?? [];
  return [
    ...ours.flatMap(({ size, indexed, scan }) => [
      { name: INDEX, size, nanoseconds: indexed, panel },
      { name: SCAN, size, nanoseconds: scan, panel },
    ]),
    ...contenders.flatMap(({ name, sizes }) =>
      sizes.map(({ size, nanoseconds }) => ({ name, size, nanoseconds, panel })),
    ),
  ];
}

function aboutOf(panel: string, select: SelectResult): string {
  return select.workloads.find(({ name }) => name === panel)?.about ?? "";
}

function sizesOf(points: readonly Point[]): number[] {
  return [...new Set(points.map(({ size }) => size))];
}
