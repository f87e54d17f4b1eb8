import { describe, expect, test } from "@jest/globals";
import { parseRules } from "integration-router";
import {
  alwaysTrue,
  coveringContexts,
  diffRouting,
  disjoint,
  equivalent,
  implies,
  lintIntegrations,
  satisfiable,
} from "integration-router/analysis";
import { novu } from "integration-router/novu";

const rules = { "<": [{ var: "payload.n" }, 18] };
const list = [{ identifier: "one", channel: "email", active: true, rules }];
const options = { semantics: novu } as object;

describe("nothing is said of what another semantics decides", () => {
  test.each<[string, () => unknown]>([
    ["satisfiable", () => satisfiable(rules, options)],
    ["alwaysTrue", () => alwaysTrue(rules, options)],
    ["disjoint", () => disjoint(rules, rules, options)],
    ["implies", () => implies(rules, rules, options)],
    ["equivalent", () => equivalent(rules, rules, options)],
    ["lintIntegrations", () => lintIntegrations(list, options)],
    ["diffRouting", () => diffRouting(list, list, options)],
    ["coveringContexts", () => coveringContexts(list, options)],
  ])("%s refuses the option", (_, ask) => {
    expect(ask).toThrow(
      new TypeError(
        "semantics: found an object; expected none, only the standard one can be analysed",
      ),
    );
  });

  test("an opaque predicate is no tree", () => {
    const { tree } = parseRules(rules, { semantics: novu });
    expect(tree?.kind).toBe("opaque");
    expect(() => satisfiable(tree)).toThrow(TypeError);
    expect(() => implies(rules, tree)).toThrow(
      new TypeError("conditions: found an opaque predicate; expected a tree, conditions or rules"),
    );
  });
});
