import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { validConditions } from "../reference/arbitraries/conditions.js";
import { conditionContext } from "../reference/arbitraries/contexts.js";
import { compile } from "./engine.js";
import { holdsFor } from "./law.js";

/** Every list of groups and children the other way round, all the way down. */
function reversed(nodes: readonly unknown[]): unknown[] {
  return [...nodes].reverse().map((node) => {
    const { children } = node as { children?: readonly unknown[] };
    return children === undefined ? node : { ...Object(node), children: reversed(children) };
  });
}

test("neither the order of children nor that of the groups matters", () => {
  holdsFor(
    500,
    fc.property(
      validConditions,
      fc.array(conditionContext, { minLength: 3, maxLength: 3 }),
      (conditions, contexts) => {
        const forwards = compile(conditions);
        const backwards = compile(reversed(conditions));
        for (const context of contexts) expect(backwards(context)).toBe(forwards(context));
      },
    ),
  );
});
