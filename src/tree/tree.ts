import type { OperandByShape } from "../operators/operand.js";
import type { ShapeOf, TreeOperatorName } from "../operators/registry.js";
import type { ComparisonType } from "../values/domain.js";
import type { Field } from "../values/field.js";

/** Passes, or does not, on every context. */
export interface ConstantNode {
  readonly kind: "constant";
  readonly value: boolean;
}

/** Passes when all children pass. */
export interface AndNode {
  readonly kind: "and";
  readonly children: readonly Tree[];
}

/** Passes when at least one child passes. */
export interface OrNode {
  readonly kind: "or";
  readonly children: readonly Tree[];
}

/** Passes when its child does not. */
export interface NotNode {
  readonly kind: "not";
  readonly child: Tree;
}

/** Passes when the operator is true for the field's value. */
export type ConditionNode<N extends TreeOperatorName = TreeOperatorName> = {
  readonly [Name in N]: {
    readonly kind: "condition";
    readonly field: Field;
    readonly operator: Name;
    readonly operand: OperandByShape[ShapeOf<Name>];
    readonly type: ComparisonType;
  };
}[N];

/**
 * Conditions or rules, parsed: the one form that everything after the parsers reads. Groups without
 * children are constants, operands are of the shape that their operator takes, and nothing needs checking
 * again.
 */
export type Tree = ConstantNode | AndNode | OrNode | NotNode | ConditionNode;

/** What passes always: no conditions at all, a group without children. */
export const PASSES: Tree = { kind: "constant", value: true };
