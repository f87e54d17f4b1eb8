import { mix } from "./mix.js";
import { opaque } from "./opaque.js";
import { tenants } from "./tenants.js";
import { overlapping, windows } from "./windows.js";
import type { Workload } from "./workload.js";

export const WORKLOADS = { tenants, mix, windows, overlapping, opaque } as const satisfies Record<
  string,
  Workload
>;

export type WorkloadName = keyof typeof WORKLOADS;

export const WORKLOAD_NAMES: readonly WorkloadName[] = [
  "tenants",
  "mix",
  "windows",
  "overlapping",
  "opaque",
];
