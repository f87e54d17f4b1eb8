import { parseIntegrations } from "../../conditions/parse-integrations.js";
import type { IntegrationLike } from "../../integration.js";
import type { LintRun } from "./run.js";

/** Tells every issue of the records and their conditions. */
export function checkIssues<T extends IntegrationLike>(run: LintRun<T>): void {
  const { sources, limits } = run.options;
  const { issues } = parseIntegrations(run.integrations, {
    ...(sources !== undefined && { sources }),
    ...(limits !== undefined && { limits }),
  });
  for (const { code, message, path, integration } of issues) {
    if (integration !== undefined) {
      run.tell("invalid-integration", integration, { message, path, issue: code });
    }
  }
}
