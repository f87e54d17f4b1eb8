import type { IntegrationLike } from "../../integration.js";
import { quote } from "../../issues/describe.js";
import type { Candidate } from "../../routing/selection/candidate.js";
import { getOrMake } from "../../util/get-or-make.js";
import { refTo } from "../decision-lists/ref-to.js";
import type { LintRun } from "./run.js";

/** Tells where an identifier names several records of one environment, active or not. */
export function checkIdentifiers<T extends IntegrationLike>(run: LintRun<T>): void {
  const byIdentifier = new Map<string, Candidate<T>[]>();
  for (const candidate of run.list.candidates) {
    const { identifier, deleted, organizationId, environmentId } = candidate;
    if (deleted || typeof identifier !== "string") continue;
    const key = JSON.stringify([organizationId, environmentId, identifier]);
    getOrMake(byIdentifier, key, (): Candidate<T>[] => []).push(candidate);
  }
  for (const [first, ...others] of byIdentifier.values()) {
    if (first === undefined) continue;
    for (const candidate of others) {
      run.tell("duplicate-identifier", refTo(candidate), {
        path: ["identifier"],
        message: `found ${quote(String(candidate.identifier))}, which record ${first.sequence} of the list has too; expected one of the environment to have it`,
        related: [refTo(first)],
      });
    }
  }
}
