import type { TopLevelSpec } from "vega-lite";
import type { PeersResult } from "../suites/peers.js";
import type { SelectResult } from "../suites/select.js";

export function selectionChart(_select: SelectResult, _peers: PeersResult): TopLevelSpec {
  return { mark: "point", data: { values: [] } };
}
