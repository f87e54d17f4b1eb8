import type { IntegrationLike } from "../../integration.js";
import { refTo } from "../decision-lists/ref-to.js";
import type { LintRun } from "./run.js";

/** Tells of conditions that no context passes, and of those that every context passes. */
export function checkConstants<T extends IntegrationLike>(run: LintRun<T>): void {
  for (const { candidate, tree, place } of run.conditioned) {
    const integration = refTo(candidate);
    const { path } = place;
    const passing = run.questions.passing(tree);
    if (passing.verdict === "none") {
      run.tell("never-passes", integration, {
        path,
        message: "no context passes these conditions",
      });
      continue;
    }
    if (passing.verdict === "unknown") {
      run.leaveOpen("never-passes", integration, passing.because, { path });
    }
    const failing = run.questions.failing(tree);
    if (failing.verdict === "none") {
      const message = "every context passes these conditions";
      run.tell("always-passes", integration, { path, message });
    } else if (failing.verdict === "unknown") {
      run.leaveOpen("always-passes", integration, failing.because, { path });
    }
  }
}
