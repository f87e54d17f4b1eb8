import type { IntegrationLike, IntegrationRef } from "./integration.js";
import { isAbsent } from "./values/kinds.js";

/** What identifies a record, and nothing else of it. */
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
