import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  explainSelection,
  rankIntegrations,
  resolveIntegration,
  type Trace,
} from "integration-router";
import { scenario } from "../reference/arbitraries/selections.js";
import { outOfScope, type Row } from "../reference/selection.js";
import { recordPasses } from "../reference/targeting.js";
import { argumentsOf, outcomeOf } from "./engine.js";
import { holdsFor } from "./law.js";
import { Tally } from "./tally.js";

/** Whether each node of the trace follows from those inside it. */
function followsFromInside(node: Trace): boolean {
  switch (node.kind) {
    case "and":
      return (
        node.passed === node.children.every(({ passed }) => passed) &&
        node.children.every(followsFromInside)
      );
    case "or":
      return (
        node.passed === node.children.some(({ passed }) => passed) &&
        node.children.every(followsFromInside)
      );
    case "not":
      return node.passed === !node.child.passed && followsFromInside(node.child);
    default:
      return true;
  }
}

/** Whether JSON can say it all: no `undefined`, no instances, no number that JSON does not have. */
function isPlainData(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string" || typeof value === "boolean" || value === null) return true;
  if (Array.isArray(value)) return value.every(isPlainData);
  return (
    typeof value === "object" &&
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.values(value).every(isPlainData)
  );
}

function ascending(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}

test("an explanation says what resolve says, and what is eligible is the rank", () => {
  const traced = new Tally("candidates with a trace");
  holdsFor(
    250,
    fc.property(scenario, ({ list: rawList, requests }) => {
      const { list, calls } = argumentsOf(rawList, requests);
      calls.forEach(({ context, options }, place) => {
        const explanation = outcomeOf(() => explainSelection(list, context, options));
        const resolution = outcomeOf(() => resolveIntegration(list, context, options));
        if (explanation === "TypeError" || resolution === "TypeError") {
          expect(explanation).toBe(resolution);
          return;
        }
        expect(explanation.reason).toBe(resolution.reason);
        const selected = explanation.selected?.index;
        const found = selected === undefined ? undefined : list[selected];
        expect(found === resolution.integration).toBe(true);
        expect(isPlainData(explanation)).toBe(true);

        const { candidates } = explanation;
        const objects = list.flatMap((entry, index) =>
          typeof entry === "object" && entry !== null ? [index] : [],
        );
        expect(ascending(candidates.map(({ integration }) => integration.index))).toEqual(objects);
        expect(explanation.omitted).toBe(0);

        const eligible = candidates.filter(({ outcome }) =>
          ["selected", "eligible"].includes(outcome),
        );
        const ranked = rankIntegrations(list, context, options);
        expect(eligible.map(({ integration }) => list[integration.index]).length).toBe(
          ranked.length,
        );
        const isSame = (record: unknown): boolean =>
          eligible.some(({ integration }) => list[integration.index] === record);
        expect(ranked.every(isSame)).toBe(true);
        expect(
          candidates
            .filter(({ outcome }) => outcome === "selected")
            .map((each) => each.integration),
        ).toEqual(explanation.selected === undefined ? [] : [explanation.selected]);

        const request = requests[place] ?? { context: {}, options: {} };
        for (const { integration, outcome, trace } of candidates) {
          const record = list[integration.index] as Row;
          const scopeOutcome = outOfScope(record, request.context, request.options);
          if (scopeOutcome !== undefined) expect(outcome).toBe(scopeOutcome);
          traced.add(trace !== undefined);
          if (outcome === "conditions-not-met") expect(trace?.passed).toBe(false);
          if (trace !== undefined) {
            expect(trace.passed).toBe(recordPasses(record, request.context, request.options));
            expect(followsFromInside(trace)).toBe(true);
          }
        }
      });
    }),
  );
  traced.expectShareBetween(0.05, 0.9);
});
