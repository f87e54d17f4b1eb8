import type { SelectionContext } from "../context.js";
import type { Policy } from "./options.js";
import type { Scope } from "./scope.js";

/** One question to a list: for which message, and how to choose. */
export interface Query<T> {
  readonly context: SelectionContext;
  readonly scope: Scope;
  readonly policy: Policy<T>;
}
