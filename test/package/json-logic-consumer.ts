/*
 * What a user of the subpath would write, in a project without json-logic-js: the package itself
 * needs none. The package tests copy this file beside the installed tarball.
 */
import { ConditionsError, parseConditions, parseRules } from "integration-router";
import {
  addOperators,
  type JsonLogicRule,
  type Operation,
  toJsonLogic,
} from "integration-router/json-logic";

const operations = new Map<string, Operation>();
addOperators({ add_operation: (name, operation) => operations.set(name, operation) });

const { tree } = parseConditions([
  {
    type: "TEXT",
    value: "AND",
    children: [{ on: "subscriber", field: "data.country", operator: "IN", value: "DE, FR" }],
  },
]);

/** Exported without a type, as users do: what is inferred must be nameable in a declaration. */
export const rule = tree && toJsonLogic(tree);

export const typed: JsonLogicRule = { and: [{ "!!": [true] }, { "ir:EQUAL": [] }] };
// @ts-expect-error there is no such operator
export const wrong: JsonLogicRule = { "ir:EQUALS": [] };

function apply(...given: readonly unknown[]): unknown {
  try {
    return operations.get("ir:IN")?.call({ subscriber: { data: { country: "FR" } } }, ...given);
  } catch (error) {
    // Both entries of the package share one class.
    return error instanceof ConditionsError && error.issues.map(({ code }) => code);
  }
}

const field = { source: "subscriber", path: "data.country" };

/** What the run found out; all of it survives JSON. */
export const jsonLogicReport = {
  rule,
  passes: apply(field, ["DE", "FR"], "TEXT"),
  codes: apply(field, []),
  issues: parseRules(rule).issues,
};
