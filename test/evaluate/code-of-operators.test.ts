import { expect, test } from "@jest/globals";
import type { TreeOperatorName } from "integration-router";
import type { WriteTests } from "../../src/codegen/operators/tests.js";
import { WRITERS } from "../../src/codegen/operators/writers.js";
import type { OperandByShape, OperandShape } from "../../src/operators/operand.js";
import { operators, TREE_OPERATOR_NAMES } from "../../src/operators/registry.js";

/** `calling` makes a writer for each that it is called for: they are told apart by what they write. */
function written(name: TreeOperatorName): unknown {
  const write = WRITERS[name] as WriteTests<OperandShape> | undefined;
  const { shape } = operators[name];
  return OPERANDS[shape].map((operand) => write?.(operand, "inferred", "v", String));
}

const OPERANDS: { readonly [S in OperandShape]: readonly OperandByShape[S][] } = {
  none: [{ kind: "none" }],
  scalar: [
    { kind: "scalar", term: "a" },
    { kind: "scalar", term: 1 },
  ],
  pattern: [
    { kind: "scalar", term: "a%" },
    { kind: "scalar", term: "%a_A" },
  ],
  list: [{ kind: "list", items: ["a", 1] }],
  range: [{ kind: "range", low: 1, high: 2 }],
  duration: [{ kind: "duration", amount: 1, unit: "days" }],
};

test("an operator and its complement are written alike", () => {
  const pairs = TREE_OPERATOR_NAMES.flatMap((name) =>
    TREE_OPERATOR_NAMES.filter(
      (other) => name !== other && operators[name].compile === operators[other].compile,
    ).map((other) => [name, other] as const),
  );
  expect(pairs).toHaveLength(20);
  for (const [name, other] of pairs) expect(written(name)).toEqual(written(other));
});

test("only what is counted from the clock is left to its matcher whole", () => {
  const left = TREE_OPERATOR_NAMES.filter((name) => WRITERS[name] === undefined);
  expect(left).toEqual(TREE_OPERATOR_NAMES.filter((name) => operators[name].usesClock));
});
