import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "../../routing/selection/candidate.js";
import { comparePrecedence } from "../../routing/selection/order.js";
import { getOrMake } from "../../util/get-or-make.js";
import { refTo } from "../decision-lists/ref-to.js";
import { type LintRun, namesOf } from "./run.js";

/** Tells of channels with several primaries, and of primaries that cannot be defaults. */
export function checkPrimaries<T extends IntegrationLike>(run: LintRun<T>): void {
  const byChannel = new Map<string, Candidate<T>[]>();
  for (const candidate of run.list.candidates) {
    const { active, deleted, primary, kind, channel, organizationId, environmentId } = candidate;
    if (!active || deleted || !primary || kind !== "delivery") continue;
    const key = JSON.stringify([organizationId, environmentId, channel]);
    getOrMake(byChannel, key, (): Candidate<T>[] => []).push(candidate);
    if (candidate.conditions.kind !== "conditional") continue;
    run.tell("conditional-primary", refTo(candidate), {
      path: ["primary"],
      message: "found a primary with conditions, which is no default; expected one or the other",
    });
  }
  for (const primaries of byChannel.values()) {
    const [first, ...others] = primaries.sort(comparePrecedence).map(refTo);
    if (first === undefined) continue;
    for (const integration of others) {
      run.tell("several-primaries", integration, {
        path: ["primary"],
        message: `${namesOf([first])} is primary on ${integration.channel}, too, and goes first; expected one`,
        related: [first],
      });
    }
  }
}
