import type { SelectionContext } from "integration-router";
import type { Narrowing } from "../options.js";

const SCOPING_KEYS: readonly (keyof SelectionContext)[] = [
  "channel",
  "kind",
  "identifier",
  "integrationId",
  "providerId",
  "organizationId",
  "environmentId",
];

/** Fills what a command was narrowed to in where a context does not say it. */
export type FillIn = (context: SelectionContext) => SelectionContext;

/** Makes a {@link FillIn}. A key that is `null` is not given. */
export function contextDefaults({ channel, environment, organization }: Narrowing): FillIn {
  const defaults: readonly (readonly [keyof SelectionContext, string | undefined])[] = [
    ["channel", channel],
    ["environmentId", environment],
    ["organizationId", organization],
  ];
  const given = defaults.filter(([, value]) => value !== undefined);
  return (context) => {
    const lacking = given.filter(([key]) => (context[key] ?? undefined) === undefined);
    if (lacking.length === 0) return context;
    const filled = new Map(Object.entries({ ...context, ...Object.fromEntries(lacking) }));
    // What scopes the choice goes first, as in every context that the library makes.
    const scoping = SCOPING_KEYS.filter((key) => filled.has(key));
    return Object.fromEntries([...scoping, ...filled.keys()].map((key) => [key, filled.get(key)]));
  };
}
