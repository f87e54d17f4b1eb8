import { type ConditionContext, compileConditions, type ParseOptions } from "integration-router";
import { condition, group } from "./build.js";

/** Whether conditions pass in a context of any shape. */
export function matches(conditions: unknown, ctx: object, options?: ParseOptions): boolean {
  return compileConditions(conditions, options)(ctx as ConditionContext);
}

/** Whether one condition, alone in a group of the given type, passes in a context. */
export function passes(
  one: unknown,
  ctx: object,
  type: unknown = "GROUP",
  options?: ParseOptions,
): boolean {
  return matches([group([one], { type })], ctx, options);
}

/**
 * Whether the value `a` of a field compares so with an operand. The context has `payload.a`, the
 * field, and `payload.b`, for operands that refer to `{{payload.b}}`.
 */
export function holds(
  a: unknown,
  operator: string,
  operand: unknown,
  type: unknown = "GROUP",
  b?: unknown,
): boolean {
  return passes(condition(operator, operand), { payload: { a, b } }, type);
}
