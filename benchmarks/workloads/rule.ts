/**
 * What a rule asks, in no library's language. Each peer writes it in its own, so that all are asked
 * the same thing and none is timed on a translation at run time.
 */
export type Rule =
  | { readonly kind: "all" | "any"; readonly rules: readonly Rule[] }
  | { readonly kind: "not"; readonly rule: Rule }
  | Test;

/** One question about one field. */
export type Test =
  | { readonly kind: "equal"; readonly field: Field; readonly value: string | boolean }
  | { readonly kind: "in"; readonly field: Field; readonly values: readonly string[] }
  | { readonly kind: "between"; readonly field: Field; readonly low: number; readonly high: number }
  | { readonly kind: "at-least"; readonly field: Field; readonly low: number }
  | { readonly kind: "ends-with"; readonly field: Field; readonly suffix: string };

/** A path from the message down. */
export type Field =
  | "subscriber.email"
  | "subscriber.data.country"
  | "subscriber.data.plan"
  | "subscriber.data.vip"
  | "payload.order.amount"
  | "payload.order.weight"
  | "tenant.id";

export const all = (...rules: readonly Rule[]): Rule => ({ kind: "all", rules });
export const any = (...rules: readonly Rule[]): Rule => ({ kind: "any", rules });
export const not = (rule: Rule): Rule => ({ kind: "not", rule });
export const equal = (field: Field, value: string | boolean): Test => ({
  kind: "equal",
  field,
  value,
});
export const oneOf = (field: Field, values: readonly string[]): Test => ({
  kind: "in",
  field,
  values,
});
export const between = (field: Field, low: number, high: number): Test => ({
  kind: "between",
  field,
  low,
  high,
});
export const atLeast = (field: Field, low: number): Test => ({ kind: "at-least", field, low });
export const endsWith = (field: Field, suffix: string): Test => ({
  kind: "ends-with",
  field,
  suffix,
});

/** How many tests a rule holds: what building is counted by. */
export function countTests(rule: Rule): number {
  if (rule.kind === "not") return countTests(rule.rule);
  if (rule.kind !== "all" && rule.kind !== "any") return 1;
  return rule.rules.reduce((sum, child) => sum + countTests(child), 0);
}
