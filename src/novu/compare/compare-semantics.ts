import type { ParseOptions } from "../../conditions/reading/parse-options.js";
import { readTargeting } from "../../conditions/targeting.js";
import type { SelectionContext } from "../../context.js";
import { clockOf } from "../../evaluate/clock.js";
import type { IntegrationLike } from "../../integration.js";
import { refOf } from "../../integration-ref.js";
import { nameRecord } from "../../issues/record-issues.js";
import { resolveExplainSettings } from "../../routing/explain/explain-settings.js";
import type { ExplainOptions } from "../../routing/options.js";
import type { Candidate } from "../../routing/selection/candidate.js";
import { novu as novuSemantics } from "../novu.js";
import type { SemanticsComparison, SemanticsDifference } from "./comparison.js";
import { type Part, partOf } from "./part.js";
import { Side } from "./side.js";

/** How semantics are compared. */
export interface CompareOptions<T>
  extends Omit<ExplainOptions<T>, "semantics" | "onIssue" | "limit"> {
  /** How many differences are told, the first ones; all of them without it. */
  readonly limit?: number | undefined;
}

/**
 * Compares what this package selects with what Novu's own code would: the report to read before a
 * platform switches from `semantics: novu` to the standard.
 *
 * @param integrations - the records, in the order that decides where nothing else does
 * @param contexts - messages, past ones at best
 * @param options - how to parse, to select and to tell; they hold for both
 * @throws TypeError where {@link selectIntegration} throws one; it names the context
 *
 * @example
 * ```ts
 * const { compared, different, differences } = compareSemantics(integrations, [context]);
 * console.log(`${different} of ${compared} messages go another way`);
 * for (const { index, standard, novu } of differences) {
 *   console.log(index, novu.selected?.identifier, "becomes", standard.selected?.identifier);
 * }
 * ```
 */
export function compareSemantics<T extends IntegrationLike>(
  integrations: readonly T[],
  contexts: Iterable<SelectionContext>,
  options: CompareOptions<T> = {},
): SemanticsComparison {
  const { redact, limit } = resolveExplainSettings(options);
  const standard = new Side(integrations, options);
  const novu = new Side(integrations, { ...options, semantics: novuSemantics });
  const parts = new PartTable(options);
  const differences: SemanticsDifference[] = [];
  let compared = 0;
  let different = 0;
  for (const context of contexts) {
    const index = compared++;
    const [here, there] = [standard.ask(context, index), novu.ask(context, index)] as const;
    if (here.index === there.index) continue;
    if (different++ >= limit) continue;
    const reading = { context, now: clockOf(context), redact };
    const indexes = new Set([here.index, there.index, here.blockingIndex, there.blockingIndex]);
    differences.push({
      index,
      ...(redact === undefined && { context }),
      standard: here.selection,
      novu: there.selection,
      integrations: [...indexes].flatMap((at) => {
        const [own, other] = [standard.at(at), novu.at(at)];
        if (own === undefined || other === undefined) return [];
        const integration = refOf(own.integration, own.sequence);
        const { conditions } = own;
        return {
          integration,
          standard: here.outcomeOf(own),
          novu: there.outcomeOf(other),
          conditions: parts.of(own).differences(reading),
          ...(conditions.kind === "invalid" && {
            issues: nameRecord(conditions.issues, integration),
          }),
        };
      }),
    });
  }
  return { compared, different, differences };
}

/** The parts of each record's conditions, parsed when they are first asked for. */
class PartTable {
  readonly #options: ParseOptions;
  readonly #parts = new Map<number, Part>();

  constructor({ sources, limits }: ParseOptions) {
    this.#options = { ...(sources && { sources }), ...(limits && { limits }) };
  }

  of<T extends IntegrationLike>({ integration, sequence }: Candidate<T>): Part {
    const known = this.#parts.get(sequence);
    if (known !== undefined) return known;
    const part = partOf(readTargeting(integration), this.#options);
    this.#parts.set(sequence, part);
    return part;
  }
}
