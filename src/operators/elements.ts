import { elementOf, isList } from "../values/kinds.js";

/**
 * Tests a single value, against something held beside it: an operand read from the context, or the
 * context itself. It is false on what no domain converts: absent values, lists and objects.
 */
export type ElementTest<Beside> = (element: unknown, beside: Beside) => boolean;

/**
 * Makes a test of single values. Where it is to meet lists as well it is given what decides those,
 * and asks that for the values that are lists: the test itself then sees the common kinds first, and
 * a list costs nothing where there is none.
 */
export type TestMaker = (lists: ElementTest<unknown>) => ElementTest<unknown>;

/** Whether one element of a list is enough, or every one must be in it. */
export type Quantifier = <Beside>(test: ElementTest<Beside>) => ElementTest<Beside>;

/** A list inside a list is true for nothing. */
export const NEVER: ElementTest<unknown> = () => false;

/** A test of values and lists, from one that takes the lists apart from the rest. */
export function quantified(make: TestMaker, quantifier: Quantifier): ElementTest<unknown> {
  return make((list, beside) => quantifier(make(NEVER))(list, beside));
}

/** Makes a test of single values one of values and lists: true when it is for one element. */
export function someElement<Beside>(test: ElementTest<Beside>): ElementTest<Beside> {
  return (value, beside) => {
    if (!isList(value)) return test(value, beside);
    for (let index = 0; index < value.length; index++) {
      if (test(elementOf(value, index), beside)) return true;
    }
    return false;
  };
}

/**
 * Makes a test of single values one of values and lists: true when it is for every element of a
 * list that has at least one.
 */
export function everyElement<Beside>(test: ElementTest<Beside>): ElementTest<Beside> {
  return (value, beside) => {
    if (!isList(value)) return test(value, beside);
    for (let index = 0; index < value.length; index++) {
      if (!test(elementOf(value, index), beside)) return false;
    }
    return value.length > 0;
  };
}
