import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type RawGroup, validGroup } from "../reference/arbitraries/conditions.js";
import { conditionContext } from "../reference/arbitraries/contexts.js";
import { compile } from "./engine.js";
import { holdsFor } from "./law.js";

const contexts = fc.array(conditionContext, { minLength: 3, maxLength: 3 });
const groupWithChildren = validGroup.filter(({ children }) => children.length > 0);

/** The opposite of one child, in a group of the type that its conditions were compared under. */
function negated(child: unknown, type: string | null | undefined): unknown {
  return { isNegated: true, type, value: "AND", children: [child] };
}

test("De Morgan: not all is one that is not, not any is all that are not", () => {
  holdsFor(
    400,
    fc.property(groupWithChildren, contexts, (group, each) => {
      const { type, value, children } = group;
      const opposite = compile([{ ...group, isNegated: true }]);
      const swapped = compile([
        {
          value: value === "AND" ? "OR" : "AND",
          children: children.map((child) => negated(child, type)),
        },
      ]);
      for (const context of each) expect(swapped(context)).toBe(opposite(context));
    }),
  );
});

test("a double negation changes nothing, a single one turns the result round", () => {
  holdsFor(
    400,
    fc.property(groupWithChildren, contexts, (group: RawGroup, each) => {
      const plain = compile([group]);
      const once = compile([negated(group, null)]);
      const twice = compile([negated(negated(group, null), "NUMBER")]);
      for (const context of each) {
        expect(once(context)).toBe(!plain(context));
        expect(twice(context)).toBe(plain(context));
      }
    }),
  );
});
