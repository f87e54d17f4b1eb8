import type { IssueLog } from "../../issues/issue-log.js";
import type { OperandByShape } from "../../operators/operand.js";
import { operators, type ShapeOf, type TreeOperatorName } from "../../operators/registry.js";
import type { ConditionNode } from "../../tree/tree.js";
import type { ComparisonType } from "../../values/domain.js";
import type { Field } from "../../values/field.js";
import { isAbsent, isList } from "../../values/kinds.js";
import { readType } from "../reading/comparison-type.js";
import { isWholeReference, OperandParser, type ReferenceSyntax } from "../reading/operands.js";
import type { ParseProfile } from "../reading/parse-options.js";
import type { FieldSyntax } from "./field-syntax.js";
import type { RuleArguments } from "./rule.js";
import type { VarSyntax } from "./var-syntax.js";

const EXAMPLE = 'such as { "var": "subscriber.data.plan" }';

/** Makes conditions of the arguments of one node, which are known to be of the right number. */
export class ConditionReader {
  /** The arguments, read once. */
  readonly values: readonly unknown[];
  readonly #isListed: boolean;
  readonly #vars: VarSyntax;
  readonly #fields: FieldSyntax;
  readonly #profile: ParseProfile;
  readonly #log: IssueLog;

  constructor(
    given: RuleArguments,
    vars: VarSyntax,
    fields: FieldSyntax,
    profile: ParseProfile,
    log: IssueLog,
  ) {
    this.values = Array.from({ length: given.count }, (_, index) => given.at(index));
    this.#isListed = given.isListed;
    this.#vars = vars;
    this.#fields = fields;
    this.#profile = profile;
    this.#log = log;
  }

  isField(index: number): boolean {
    return this.#vars.isReference(this.values[index]);
  }

  /** Which of the two arguments is the field; of two fields the second is a reference. */
  fieldIndex(): 0 | 1 | undefined {
    if (this.isField(0)) return 0;
    if (this.isField(1)) return 1;
    return this.#log.add("missing-field", "no field", `one ${EXAMPLE}`);
  }

  /** Reads an argument that must be a field. */
  field(index: number): Field | undefined {
    return this.#inside(index, () => {
      const raw = this.values[index];
      if (this.#vars.isReference(raw)) return this.#vars.readField(raw);
      return this.#log.addWrong("missing-field", raw, `a field ${EXAMPLE}`);
    });
  }

  /** A condition on the field at one place with the operand at another. */
  condition<N extends TreeOperatorName>(
    operator: N,
    fieldIndex: number,
    valueIndex: number,
  ): ConditionNode<N> | undefined {
    return this.conditionOn(operator, this.field(fieldIndex), valueIndex);
  }

  /** A condition on a field that is read already; the operand's issues are wanted without it too. */
  conditionOn<N extends TreeOperatorName>(
    operator: N,
    field: Field | undefined,
    valueIndex: number,
  ): ConditionNode<N> | undefined {
    const operand = this.#inside(valueIndex, () =>
      this.#parserFor(operator).parse(this.values[valueIndex]),
    );
    return nodeOf(operator, field, operand);
  }

  /** A condition on the first argument with an operand that a list must be written for. */
  listCondition<N extends TreeOperatorName>(operator: N): ConditionNode<N> | undefined {
    const raw = this.values[1];
    if (isList(raw) || isAbsent(raw) || this.isField(1) || isWholeReference(raw)) {
      return this.condition(operator, 0, 1);
    }
    this.field(0);
    const expected = "a list, or a field that holds one";
    return this.#inside(1, () => this.#log.addWrong("list-expected", raw, expected));
  }

  /** A condition on the field at a place whose operator takes no operand. */
  presence<N extends TreeOperatorName>(
    operator: N,
    fieldIndex: number,
  ): ConditionNode<N> | undefined {
    const field = this.field(fieldIndex);
    return nodeOf(operator, field, this.#parserFor(operator).parse(undefined));
  }

  /** The range from the first of three arguments to the last, of the field between them. */
  range(): ConditionNode<"BETWEEN"> | undefined {
    const parser = this.#parserFor("BETWEEN");
    const low = this.#inside(0, () => parser.parseTerm(this.values[0]));
    const field = this.field(1);
    const high = this.#inside(2, () => parser.parseTerm(this.values[2]));
    if (low === undefined || high === undefined) return undefined;
    return nodeOf("BETWEEN", field, parser.check({ kind: "range", low, high }));
  }

  /**
   * A condition as it is exported: the field, the operand where the operator takes one, and the type
   * unless it is inferred.
   */
  exportedCondition<N extends TreeOperatorName>(operator: N): ConditionNode<N> | undefined {
    const { [operator]: known } = operators;
    const typeIndex = known.shape === "none" ? 1 : 2;
    const field = this.#inside(0, () => this.#fields.readField(this.values[0]));
    const type = this.#inside(typeIndex, () => this.#typeFor(operator, this.values[typeIndex]));
    const parser = this.#parserFor(operator, type, this.#fields);
    const operand = this.#inside(1, () => parser.parse(this.values[1]));
    return type && nodeOf(operator, field, operand, type);
  }

  #typeFor(operator: TreeOperatorName, raw: unknown): ComparisonType | undefined {
    const type = readType(raw, this.#log);
    const problem = type && operators[operator].typeProblem?.(type, operator);
    return problem === undefined
      ? type
      : this.#log.add(problem.code, problem.found, problem.expected);
  }

  #parserFor<N extends TreeOperatorName>(
    operator: N,
    type: ComparisonType = "inferred",
    syntax: ReferenceSyntax = this.#vars,
  ): OperandParser<ShapeOf<N>> {
    const { [operator]: known } = operators;
    return new OperandParser(known, type, this.#profile, this.#log, syntax);
  }

  #inside<T>(index: number, read: () => T): T {
    if (!this.#isListed) return read();
    this.#log.enter(index);
    const result = read();
    this.#log.leave();
    return result;
  }
}

function nodeOf<N extends TreeOperatorName>(
  operator: N,
  field: Field | undefined,
  operand: OperandByShape[ShapeOf<N>] | undefined,
  type: ComparisonType = "inferred",
): ConditionNode<N> | undefined {
  return field && operand && { kind: "condition", field, operator, operand, type };
}
