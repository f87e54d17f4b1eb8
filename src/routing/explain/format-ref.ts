import type { IntegrationRef } from "../../integration.js";
import { clean } from "./format-condition.js";

/** Names a record for people, with its provider and channel. */
export function nameOf(integration: IntegrationRef): string {
  const { providerId, channel } = integration;
  const details = [providerId, channel].filter((detail) => detail !== undefined).map(clean);
  const name = shortNameOf(integration);
  return details.length === 0 ? name : `${name} (${details.join(", ")})`;
}

/** Names a record for people in one word. */
export function shortNameOf({ identifier, _id, index }: IntegrationRef): string {
  return clean(identifier || _id || `#${index}`);
}
