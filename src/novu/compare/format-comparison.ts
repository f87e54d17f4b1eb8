import { formatPath } from "../../issues/format-path.js";
import { clean, valueText } from "../../routing/explain/format-condition.js";
import { shortNameOf } from "../../routing/explain/format-ref.js";
import { formatField } from "../../values/field.js";
import type {
  ComparedIntegration,
  ComparedSelection,
  SemanticsComparison,
  SemanticsDifference,
} from "./comparison.js";
import type { ComparedPart, PartResult } from "./part.js";

/**
 * Prints a comparison for people: for each context that selects differently which integration Novu
 * selects and which this package does, and the conditions that they decide differently.
 *
 * @param comparison - what {@link compareSemantics} gave
 * @returns lines of text, without a line break at the end
 *
 * @example
 * ```ts
 * console.log(formatComparison(compareSemantics(integrations, [context])));
 * // 0 of 1 contexts select differently
 * ```
 */
export function formatComparison(comparison: SemanticsComparison): string {
  const { compared, different, differences } = comparison;
  const omitted = different - differences.length;
  return [
    `${different} of ${compared} contexts select differently`,
    ...differences.flatMap(differenceLines),
    ...(omitted > 0 ? [`… ${omitted} more, left out by the limit`] : []),
  ].join("\n");
}

function differenceLines({
  index,
  standard,
  novu,
  integrations,
}: SemanticsDifference): readonly string[] {
  return [
    `contexts[${index}]: Novu selects ${selectionText(novu)}, the standard ${selectionText(standard)}`,
    ...integrations.flatMap(integrationLines),
  ];
}

function selectionText({ selected, reason }: ComparedSelection): string {
  return selected === undefined ? `nothing (${reason})` : `${shortNameOf(selected)} (${reason})`;
}

function integrationLines({
  integration,
  standard,
  novu,
  conditions,
  issues = [],
}: ComparedIntegration): readonly string[] {
  return [
    `  ${shortNameOf(integration)}: Novu ${outcomeText(novu)}, the standard ${outcomeText(standard)}`,
    ...conditions.map((part) => `    ${partText(part)}`),
    ...issues.map(({ message }) => `    ${clean(message)}`),
  ];
}

function outcomeText(outcome: string): string {
  return outcome.replaceAll("-", " ");
}

function partText({ path, on, field, operator, standard, novu }: ComparedPart): string {
  const name = formatField(on ?? "", field ?? "");
  const what = clean([name, operator].filter((part) => part !== "").join(" "));
  const values = (result: PartResult): string => (on === undefined ? "" : valuesText(result));
  const [here, there] = [values(standard), values(novu)];
  const place = clean(formatPath(path));
  return here === there || standard.invalid
    ? `${place}: ${what}${there}: Novu ${resultText(novu)}, the standard ${resultText(standard)}`
    : `${place}: ${what}: Novu${there} ${resultText(novu)}, the standard${here} ${resultText(standard)}`;
}

function valuesText({ expected, actual }: PartResult): string {
  const wanted = expected === undefined ? "" : ` ${valueText(expected)}`;
  return `${wanted}, found ${actual === undefined ? "nothing" : valueText(actual)}`;
}

function resultText({ passed, invalid }: PartResult): string {
  if (invalid) return "is invalid";
  return passed ? "passes" : "fails";
}
