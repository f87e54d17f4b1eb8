import type { Run } from "./expression.js";

/** What an operator makes of its arguments, which are evaluated, and of the data that they were. */
export type Operation = (given: readonly unknown[], data: unknown, run: Run) => unknown;
