import type { RouterOptions } from "integration-router";
import type { Row } from "../../support/rows.js";

/** The two strategies that a router can have, as the options that ask for them. */
export const BOTH: readonly (readonly [name: string, options: RouterOptions<Row>])[] = [
  ["the index", {}],
  ["the scan", { index: false }],
];
