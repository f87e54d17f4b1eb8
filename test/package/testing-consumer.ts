/*
 * What a user of the testing kit would write. The package tests copy this file beside the installed
 * tarball and fast-check, type-check it and run it in each format.
 */
import fc from "fast-check";
import { parseIntegrations, type SelectionContext } from "integration-router";
import {
  alwaysSelects,
  conditions,
  context,
  contextFor,
  implies,
  integrations,
  LawError,
  type LawParameters,
  neverSelects,
  reachable,
  rules,
} from "integration-router/testing";

const row = (identifier: string, priority: number, country: string) => ({
  identifier,
  channel: "email",
  active: true,
  priority,
  rules: { "==": [{ var: "subscriber.country" }, country] },
});
const list = [row("ses", 1, "DE"), row("shadowed", 0, "DE"), row("sendgrid", 0, "US")];
const email: SelectionContext = { channel: "email", subscriber: { country: "DE" } };
const parameters: LawParameters<(typeof list)[number]> = { seed: 42, numRuns: 50 };

// Were the types lost on the way, this would be no error, and the directive itself were one.
// @ts-expect-error there is no such channel
export const wrongChannel = (): void => alwaysSelects(list, { channel: "letter" });

/** Exported without a type, as users do: what is inferred must be nameable in a declaration. */
export const contexts = contextFor(list, { scope: email });
export const made = { conditions: conditions(), rules: rules(), context: context() };

function breachOf(law: () => void): readonly unknown[] {
  try {
    law();
    return [];
  } catch (error) {
    if (!(error instanceof LawError)) throw error;
    return [error.law, error.integrations.map(({ identifier }) => identifier)];
  }
}

/** What the run found out; all of it survives JSON. */
export const report = {
  issues: fc.sample(integrations(), 20).flatMap((sample) => parseIntegrations(sample).issues),
  channels: [...new Set(fc.sample(contexts, 20).map(({ channel }) => channel))],
  always: breachOf(() => alwaysSelects(list, email, parameters)),
  never: breachOf(() => neverSelects(list, ({ priority }) => priority === 1, email, parameters)),
  reachable: breachOf(() => reachable(list, parameters)),
  implies: breachOf(() =>
    implies(
      list,
      () => true,
      (selected) => selected?.identifier !== "sendgrid",
      parameters,
    ),
  ),
};
