import type { Tree } from "../../tree/tree.js";
import { type TreeVisitor, visit } from "../../tree/visit.js";
import { atomOf } from "./atom-of.js";
import { pathOf } from "./field-path.js";

/** The name of a canonical form; the form of the opposite has the same name, negative. */
type Form = number;

const ALWAYS: Form = 1;
const NEVER: Form = -1;

/** So many times a conjunction is gone through for what its members say of one another. */
const MOST_PASSES = 8;

/**
 * Gives trees canonical forms, by nothing but how they are put together: an atom is one that is true
 * or false, whatever it compares, so that conditions which compare fields with one another or look at
 * the clock have their forms like any other.
 *
 * A form is an atom, or a conjunction of forms, or the opposite of one of these: a disjunction is the
 * opposite of a conjunction of opposites. Trees have the same form where they differ in double
 * negations, constants, the nesting, order and repetition of members, an operator against its negated
 * complement, or in members that others make needless. Two forms of which one is the opposite of the
 * other are one name and its negative, whatever is in them: so a tree and its opposite are never both
 * true, without a search.
 */
export class CanonicalForms {
  readonly #forms = new WeakMap<Tree, Form>();
  readonly #names = new Map<string, Form>();
  /** What conjunctions are made of. */
  readonly #members = new Map<Form, readonly Form[]>();
  #last: Form = ALWAYS;

  /** Whether the form of a tree is that of what never passes; where it is not, it may still be so. */
  isNever(tree: Tree): boolean {
    return this.#formOf(tree) === NEVER;
  }

  #formOf(tree: Tree): Form {
    const known = this.#forms.get(tree);
    if (known !== undefined) return known;
    const form = visit(tree, this.#formMaker);
    this.#forms.set(tree, form);
    return form;
  }

  readonly #formMaker: TreeVisitor<Form> = {
    constant: ({ value }) => (value ? ALWAYS : NEVER),
    condition: (condition) => {
      const { atom, negated } = atomOf(condition);
      const form = this.#named(`${pathOf(condition.field).key} ${atom.key}`);
      return negated ? -form : form;
    },
    not: ({ child }) => -this.#formOf(child),
    group: ({ kind, children }) => {
      const forms = children.map((child) => this.#formOf(child));
      return kind === "and"
        ? this.#conjunction(forms)
        : -this.#conjunction(forms.map((form) => -form));
    },
  };

  #named(key: string): Form {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    this.#names.set(key, ++this.#last);
    return this.#last;
  }

  /** The conjunction of forms that say nothing of one another. */
  #joined(forms: readonly Form[]): Form {
    const [only = ALWAYS, ...others] = forms;
    if (others.length === 0) return only;
    const sorted = [...forms].sort((a, b) => a - b);
    const form = this.#named(sorted.join());
    this.#members.set(form, sorted);
    return form;
  }

  #conjunction(forms: readonly Form[]): Form {
    /** All that is true where the conjunction is. What is left out of it follows from smaller ones. */
    const facts = new Set<Form>();
    const kept = new Set<Form>();
    const assert = (form: Form): boolean => {
      if (form === ALWAYS || facts.has(form)) return true;
      if (form === NEVER || facts.has(-form)) return false;
      facts.add(form);
      const members = this.#members.get(form);
      if (members === undefined) kept.add(form);
      return members?.every(assert) ?? true;
    };
    if (!forms.every(assert)) return NEVER;
    let isSettled = false;
    for (let pass = 0; !isSettled && pass < MOST_PASSES; pass++) {
      isSettled = true;
      for (const form of [...kept]) {
        const left = this.#leftOf(form, facts);
        if (left === form) continue;
        kept.delete(form);
        if (!assert(left)) return NEVER;
        isSettled = false;
      }
    }
    return this.#joined([...kept]);
  }

  /** What is left to be said by a disjunction beside some facts; anything else says what it says. */
  #leftOf(form: Form, facts: ReadonlySet<Form>): Form {
    const members = this.#members.get(-form);
    if (members === undefined) return form;
    const open: Form[] = [];
    for (const member of members) {
      const truth = this.#truthOf(member, facts);
      if (truth === false) return ALWAYS;
      if (truth === undefined) open.push(member);
    }
    return open.length === members.length ? form : -this.#joined(open);
  }

  /** Whether a form is true or false by facts; `undefined` where these leave it open. */
  #truthOf(form: Form, facts: ReadonlySet<Form>): boolean | undefined {
    if (facts.has(form)) return true;
    if (facts.has(-form)) return false;
    const members = this.#members.get(Math.abs(form));
    if (members === undefined) return undefined;
    let areAllTrue = true;
    for (const member of members) {
      const truth = this.#truthOf(member, facts);
      if (truth === false) return form < 0;
      areAllTrue &&= truth === true;
    }
    return areAllTrue ? form > 0 : undefined;
  }
}
