import { operators, type TreeOperatorName } from "../operators/registry.js";
import type { AndNode, ConditionNode, OrNode, Tree } from "../tree/tree.js";
import { type TreeVisitor, visit } from "../tree/visit.js";
import { internalized } from "../util/internalized.js";
import type { Field } from "../values/field.js";
import { NO_TESTS } from "./operators/tests.js";
import { WRITERS } from "./operators/writers.js";
import { JAVASCRIPT, SHORTHAND, type Style } from "./style.js";

/** What trees have in common whose code is the same, and what sets them apart. */
export interface Shape {
  /** Equal for trees of one shape, and for no others. */
  readonly key: string;
  /** What the code of the shape is to be bound to. */
  readonly constants: readonly unknown[];
}

/** Tells the shape of a tree. */
export function shapeOf(tree: Tree): Shape {
  const writer = new Writer(SHORTHAND);
  return { key: writer.write(tree), constants: writer.constants };
}

/**
 * Writes a tree as code: the body of a function that is given the runtime and gives a factory of
 * predicates. Names of sources and properties enter it as literals, everything that a condition
 * compares with as a bound constant, so that nothing of the input is ever run.
 */
export function writeCode(tree: Tree): string {
  const writer = new Writer(JAVASCRIPT);
  const expression = writer.write(tree);
  const constants = writer.constants.map((_, index) => `const k${index} = constants[${index}];`);
  const variables = writer.variables.map((variable) => `let ${variable};`);
  return `const { own, take, prototypeOf, plain, nothing } = runtime;
return (deferred, constants) => {
${constants.join("")}
return (context, now) => {
${variables.join("")}
try { return ${expression}; } catch { return deferred.decide(context, now); }
};
};`;
}

/** Each is asked about before those that stand before it. */
const KINDS = ["boolean", "number", "string"] as const;

class Writer {
  readonly #style: Style;
  readonly #constants: unknown[] = [];
  /** The variable of every path read, prefixes included. */
  readonly #variables = new Map<string, string>();
  /** The variables that are set whenever the place being written is reached, oldest first. */
  readonly #known = new Set<string>();
  #conditions = 0;

  constructor(style: Style) {
    this.#style = style;
  }

  get constants(): readonly unknown[] {
    return this.#constants;
  }

  get variables(): readonly string[] {
    return [...this.#variables.values()];
  }

  /** Writes the expression that decides a tree. */
  write(tree: Tree): string {
    return this.#writeTree(tree);
  }

  #writeTree(tree: Tree): string {
    return visit(tree, this.#visitor);
  }

  readonly #visitor: TreeVisitor<string> = {
    constant: ({ value }) => String(value),
    condition: (condition) => this.#writeCondition(condition),
    not: ({ child }) => `!${this.#writeTree(child)}`,
    group: (group) => this.#writeGroup(group),
  };

  /** A child is reached only after those before it: what the first of them reads, all can use. */
  #writeGroup({ kind, children }: AndNode | OrNode): string {
    const [first, ...others] = children;
    if (first === undefined) return String(kind === "and");
    const written = [this.#writeTree(first)];
    const certain = this.#known.size;
    for (const child of others) written.push(this.#writeTree(child));
    for (const variable of [...this.#known].slice(certain)) this.#known.delete(variable);
    return `(${written.join(kind === "and" ? " && " : " || ")})`;
  }

  #writeCondition<N extends TreeOperatorName>(condition: ConditionNode<N>): string {
    const operator = operators[condition.operator];
    const index = this.#conditions++;
    const reads: string[] = [];
    const value = this.#read(condition.field, reads);
    const { [condition.operator]: writeTests } = WRITERS;
    const tests = writeTests?.(condition.operand, condition.type, value, this.#bind) ?? NO_TESTS;
    let test = this.#style.matcher(value, index);
    for (const kind of KINDS) {
      const known = tests[kind];
      if (known !== undefined) test = `typeof ${value} === "${kind}" ? ${known} : ${test}`;
    }
    const sequence = [...reads, operator.negated ? `!(${test})` : `(${test})`].join(", ");
    return `(${sequence})`;
  }

  readonly #bind = (constant: unknown): string => {
    const kept = typeof constant === "string" ? internalized(constant) : constant;
    return `k${this.#constants.push(kept) - 1}`;
  };

  /** Gives the variable of a field, and adds what has to be read before it holds its value. */
  #read({ source, steps }: Field, reads: string[]): string {
    const { name, source: readSource, step: readStep } = this.#style;
    let path = name(source);
    let variable = this.#variableOf(path);
    if (this.#learn(variable)) reads.push(readSource(variable, source));
    for (const step of steps) {
      path += name(step);
      const next = this.#variableOf(path);
      if (this.#learn(next)) reads.push(readStep(next, variable, step));
      variable = next;
    }
    return variable;
  }

  #variableOf(path: string): string {
    const known = this.#variables.get(path);
    if (known !== undefined) return known;
    const variable = `v${this.#variables.size}`;
    this.#variables.set(path, variable);
    return variable;
  }

  /** Notes that a variable is set from here on; false where it is already. */
  #learn(variable: string): boolean {
    const size = this.#known.size;
    return this.#known.add(variable).size > size;
  }
}
