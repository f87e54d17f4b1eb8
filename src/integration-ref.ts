import type { IntegrationLike, IntegrationRef } from "./integration.js";
import { isAbsent } from "./values/kinds.js";

/**
 * What identifies a record, and nothing else of it: what may be logged of one that was selected. An
 * `_id` that is no text, such as a number or an ObjectId, is given as its text, as ids compare.
 *
 * @param integration - the record
 * @param index - its place in its list
 *
 * @example
 * ```ts
 * const record = { _id: 42, identifier: "ses", credentials: { apiKey: "secret" } };
 * refOf(record, 3); // { _id: "42", identifier: "ses", index: 3 }
 * ```
 */
export function refOf(integration: IntegrationLike, index: number): IntegrationRef {
  const { identifier, providerId, channel } = integration;
  const _id = idText(integration._id);
  return {
    ...(_id !== undefined && { _id }),
    ...(typeof identifier === "string" && { identifier }),
    ...(typeof providerId === "string" && { providerId }),
    ...(typeof channel === "string" && { channel }),
    index,
  };
}

/** An id as text, which is how ids compare; `undefined` where there is none. */
export function idText(id: unknown): string | undefined {
  if (isAbsent(id)) return undefined;
  if (typeof id === "string") return id;
  try {
    return String(id);
  } catch {
    // An object without a text (`Object.create(null)`) identifies nothing.
    return undefined;
  }
}
