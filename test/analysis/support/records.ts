import type { IntegrationLike } from "integration-router";

/** A condition on a field of the subscriber. */
export function when(field: string, operator: string, value?: unknown): object {
  return { on: "subscriber", field, operator, value };
}

/** An active record on `chat` whose conditions must all pass; without any it has none. */
export function chat(identifier: string, ...children: object[]): IntegrationLike {
  return {
    _id: `id-${identifier}`,
    identifier,
    providerId: "slack",
    channel: "chat",
    active: true,
    ...(children.length > 0 && { conditions: [{ value: "AND", children }] }),
  };
}

/** The same on `email`. */
export function email(identifier: string, ...children: object[]): IntegrationLike {
  return { ...chat(identifier, ...children), providerId: "sendgrid", channel: "email" };
}
