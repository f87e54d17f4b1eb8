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
 * A condition, or a whole rule, as another system decides it: by a test of its own, which no operator
 * of this package has a part in.
 */
export interface ForeignNode {
  readonly kind: "foreign";
  /** Whether its test looks at the clock. */
  readonly usesClock: boolean;
  /** Decides it; never throws. */
  readonly passes: (context: object, now: number) => boolean;
  /** Tells how it decides; never throws. */
  readonly inspect: (context: object, now: number) => Finding;
}

/** What a foreign condition finds in one context. */
export interface ConditionFinding {
  readonly kind: "condition";
  readonly passed: boolean;
  /** Where the field is read from; empty where what is compared is no field. */
  readonly on: string;
  readonly field: string;
  readonly operator: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** How a foreign node comes to its result in one context, part by part. */
export type Finding =
  | ConditionFinding
  | { readonly kind: "constant"; readonly passed: boolean }
  | { readonly kind: "not"; readonly passed: boolean; readonly child: Finding }
  | {
      readonly kind: "and" | "or";
      readonly passed: boolean;
      readonly children: readonly Finding[];
    };

/**
 * Conditions or rules, parsed: the one form that everything after the parsers reads. Groups without
 * children are constants, operands are of the shape that their operator takes, and nothing needs checking
 * again.
 */
export type Tree = ConstantNode | AndNode | OrNode | NotNode | ConditionNode | ForeignNode;

/** What passes always: no conditions at all, a group without children. */
export const PASSES: Tree = { kind: "constant", value: true };

/** Whether a condition stands anywhere in a tree; without one an integration is unconditional. */
export function hasCondition(tree: Tree): boolean {
  switch (tree.kind) {
    case "constant":
      return false;
    case "condition":
    case "foreign":
      return true;
    case "not":
      return hasCondition(tree.child);
    default:
      return tree.children.some(hasCondition);
  }
}

/** Every condition of a tree, in order; what other semantics decide is none. */
export function conditionsOf(tree: Tree): readonly ConditionNode[] {
  switch (tree.kind) {
    case "constant":
    case "foreign":
      return [];
    case "condition":
      return [tree];
    case "not":
      return conditionsOf(tree.child);
    default:
      return tree.children.flatMap(conditionsOf);
  }
}
