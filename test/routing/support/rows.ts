import type { IntegrationLike, SelectionContext } from "integration-router";
import { condition, group, type Raw } from "../../support/build.js";

/** A record with a label that no selection reads: tests tell records apart by it. */
export interface Row extends IntegrationLike {
  readonly name: string;
}

/** An active, unconditional chat integration, of whatever else `fields` says. */
export function row(name: string, fields: Raw = {}): Row {
  return {
    _id: `id-${name}`,
    _environmentId: "env",
    _organizationId: "org",
    identifier: name,
    providerId: "slack",
    channel: "chat",
    active: true,
    deleted: false,
    primary: false,
    name,
    ...fields,
  };
}

/** The same, as rows of the order given: the first has the highest priority. */
export function inOrder(...rows: readonly Row[]): Row[] {
  return rows.map((each, index) => ({ ...each, priority: rows.length - index }));
}

/** The context of a chat message that `MATCHING` passes in, of whatever else `fields` says. */
export function message(fields: Raw = {}): SelectionContext {
  return { channel: "chat", payload: { a: "x" }, ...fields };
}

/** Conditions that pass for every {@link message}. */
export const MATCHING = [group([condition("EQUAL", "x")])];

/** Conditions that pass for no {@link message}. */
export const FAILING = [group([condition("EQUAL", "y")])];

/** Conditions with one issue, at `conditions[0].value`. */
export const INVALID = [group([condition("EQUAL", "x")], { value: "NOR" })];
