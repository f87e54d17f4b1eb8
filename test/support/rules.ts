import {
  type ConditionContext,
  compileRules,
  type IssueCode,
  type ParseOptions,
  parseRules,
} from "integration-router";
import { codegen } from "integration-router/codegen";

/** A field for rules: `payload.a`, as in the tests of conditions. */
export const A = { var: "payload.a" } as const;

/** A second field, for references: `payload.b`. */
export const B = { var: "payload.b" } as const;

/** Whether rules pass in a context of any shape, as closures and as generated code. */
export function rulesPassIn(rules: unknown, ctx: object, options?: ParseOptions): boolean {
  const passed = compileRules(rules, options)(ctx as ConditionContext);
  const generated = compileRules(rules, { ...options, codegen });
  if (generated(ctx as ConditionContext) !== passed) throw new Error("generated code disagrees");
  return passed;
}

/** Whether rules pass where `payload.a` and `payload.b` are these values. */
export function ruleHolds(rules: unknown, a: unknown, b?: unknown): boolean {
  return rulesPassIn(rules, { payload: { a, b } });
}

/** Code and path of each issue of rules, `"rules"`, the start of every path, left out. */
export function placesInRules(
  rules: unknown,
  options?: ParseOptions,
): (readonly [IssueCode, ...(string | number)[]])[] {
  return parseRules(rules, options).issues.map(
    ({ code, path }) => [code, ...path.slice(1)] as const,
  );
}

/** The codes of the issues of rules. */
export function codesInRules(rules: unknown, options?: ParseOptions): IssueCode[] {
  return parseRules(rules, options).issues.map(({ code }) => code);
}
