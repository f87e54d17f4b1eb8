import { isUnconditional, mistakeIn, passes } from "./conditions.js";
import type { ReadingOptions } from "./options.js";
import { areNoRules, mistakeInRules, rulesPass } from "./rules.js";

/** What says of a record when it is wanted. */
export interface Targeting {
  readonly conditions?: unknown;
  readonly rules?: unknown;
}

/** The first mistake in a record's rules, or in its conditions where it has none. */
export function mistakeInRecord(record: Targeting, options: ReadingOptions): string | undefined {
  return areNoRules(record.rules)
    ? mistakeIn(record.conditions, options)
    : mistakeInRules(record.rules, options);
}

/** Whether a record without mistakes is wanted whatever the context. */
export function isRecordUnconditional(record: Targeting): boolean {
  return areNoRules(record.rules) && isUnconditional(record.conditions);
}

/** Whether a record without mistakes is wanted in the context. */
export function recordPasses(record: Targeting, context: object, options: ReadingOptions): boolean {
  return areNoRules(record.rules)
    ? passes(record.conditions, context, options)
    : rulesPass(record.rules, context, options);
}
