import {
  type CompiledPredicate,
  compileConditions,
  createRouter,
  type Router,
} from "integration-router";
import { codegen } from "integration-router/codegen";
import { toConditions } from "../workloads/conditions.js";
import type { Rule } from "../workloads/rule.js";
import type { List, Row } from "../workloads/workload.js";

/** The package's own ways to evaluate a rule. */
export type Ours = "closures" | "codegen";

export function compileOurs(rule: Rule, how: Ours): CompiledPredicate {
  return compileConditions(toConditions(rule), how === "codegen" ? { codegen } : {});
}

/** The router with its index. */
export function makeIndexed(list: List): Router<Row> {
  return createRouter(list.rows);
}

/** The plain scan, which the index's figures are held against. */
export function makeScan(list: List): Router<Row> {
  return createRouter(list.rows, { index: false });
}
