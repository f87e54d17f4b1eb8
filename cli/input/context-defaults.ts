import type { SelectionContext } from "integration-router";
import type { Narrowing } from "../options.js";

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
    return lacking.length === 0 ? context : { ...context, ...Object.fromEntries(lacking) };
  };
}
