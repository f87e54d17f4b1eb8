import { type ConditionTrace, explainSelection, type Trace } from "integration-router";
import type { Raw } from "../../support/build.js";
import { message, row } from "./rows.js";

/** The trace of conditions, as the explanation of the one record that has them tells it. */
export function traceOf(conditions: unknown, fields: Raw = {}): Trace | undefined {
  const list = [row("only", { conditions })];
  return explainSelection(list, message(fields)).candidates[0]?.trace;
}

/** The conditions of a trace, in order. */
export function conditionsIn(trace: Trace | undefined): ConditionTrace[] {
  if (trace === undefined) return [];
  switch (trace.kind) {
    case "constant":
      return [];
    case "condition":
      return [trace];
    case "not":
      return conditionsIn(trace.child);
    default:
      return trace.children.flatMap(conditionsIn);
  }
}
