import type { IntegrationLike } from "../../integration.js";
import { describe } from "../../issues/describe.js";
import { isAbsent } from "../../values/kinds.js";
import { refTo } from "../decision-lists/ref-to.js";
import type { LintRun } from "./run.js";

/** Tells of agents with a channel. */
export function checkAgents<T extends IntegrationLike>(run: LintRun<T>): void {
  for (const candidate of run.list.candidates) {
    if (candidate.kind !== "agent" || isAbsent(candidate.channel)) continue;
    run.tell("agent-channel", refTo(candidate), {
      path: ["channel"],
      message: `found ${describe(candidate.channel)}; expected nothing, an agent's channel is not read`,
    });
  }
}
