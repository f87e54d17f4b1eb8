import type { IntegrationLike } from "../../integration.js";
import { refTo } from "../decision-lists/ref-to.js";
import { type LintRun, namesOf } from "./run.js";

/** Tells of integrations that no context selects, with what stands in their way. */
export function checkReachability<T extends IntegrationLike>(run: LintRun<T>): void {
  for (const [candidate, reachability] of run.reachability) {
    const integration = refTo(candidate);
    if (reachability.verdict === "unknown") {
      run.leaveOpen("never-reached", integration, reachability.because);
    }
    if (reachability.verdict !== "never") continue;
    const related = reachability.by.map(refTo);
    if (related.length === 0) {
      const message =
        "it has no conditions and may not be a default: only its identifier or id selects it";
      run.tell("not-a-default", integration, { message });
      continue;
    }
    const isBlocked = reachability.by.some(({ conditions }) => conditions.kind === "invalid");
    const takes = related.length === 1 ? "takes" : "take";
    const message = isBlocked
      ? `never selected: ${namesOf(related)} has invalid conditions, and ends every search before it`
      : `never selected: ${namesOf(related)} ${takes} everything that it matches`;
    run.tell("never-reached", integration, { message, related });
  }
}
