import type { IntegrationLike } from "../../integration.js";
import { countTenants } from "../../routing/selection/tenancy.js";
import { reach } from "../decision-lists/reach.js";
import { refTo } from "../decision-lists/ref-to.js";
import type { Route } from "../decision-lists/routes.js";
import { withKeys } from "../decision-lists/scopes.js";
import type { LintRun } from "./run.js";

/**
 * Tells where a message on email or sms can be left without an integration. Who sets the option
 * `fallback: "none"` wants that, and hears nothing.
 */
export function checkDefaults<T extends IntegrationLike>(run: LintRun<T>): void {
  if (run.list.policy.fallback === "none") return;
  for (const route of run.routes) {
    const { keys, inScope, list } = route;
    const [first] = inScope;
    const position = list.rules.length - 1;
    if (first === undefined || list.rules[position]?.reason !== "none" || !isHeld(run, route))
      continue;
    const integration = refTo(first);
    const answer = reach([{ list, position }], run.queries.ask);
    if (answer.verdict === "unknown") run.leaveOpen("no-default", integration, answer.because);
    if (answer.verdict !== "found") continue;
    run.tell("no-default", integration, {
      message: `no default on ${keys.channel}: what no condition claims is not sent; expected a primary integration without conditions`,
      context: withKeys(keys, answer.context),
    });
  }
}

/** Whether a scope is one environment's email or sms. */
function isHeld<T extends IntegrationLike>(run: LintRun<T>, { keys }: Route<T>): boolean {
  const { environments, organizations } = countTenants(run.list.candidates);
  return (
    (keys.channel === "email" || keys.channel === "sms") &&
    keys.kind === undefined &&
    keys.providerId === undefined &&
    (keys.environmentId !== undefined || environments === 1) &&
    (keys.organizationId !== undefined || organizations === 1)
  );
}
