import type { Budget } from "../budget.js";
import type { Atom } from "../formula/atom.js";
import type { Truth, Witness } from "./value-class.js";
import { classifyValues } from "./value-classes.js";

/** What is known of an atom on its own. */
export interface AtomProfile {
  readonly samples: readonly Witness[];
  readonly isUniversal: boolean;
  readonly isTrueOfEmptyList: boolean;
}

const profiles = new WeakMap<Atom, AtomProfile>();

/** So many classes are plenty for one atom; without more it has fewer samples. */
const PROFILE_CLASSES = 2_000;

/**
 * Looks at an atom on its own.
 *
 * Every operator is true of a list by one element or by all of them. Which it is shows in a list of
 * two of which it is true for one only; where there are no such two, both are the same. Only equality
 * is asked of all elements, and its constants are among the classes: where texts have too many
 * classes for two to be found, one element is enough.
 */
export function profileOf(atom: Atom, budget: Budget): AtomProfile {
  const known = profiles.get(atom);
  if (known !== undefined) return known;
  const { classes } = classifyValues([atom], { classes: PROFILE_CLASSES, budget });
  const elementWith = (truth: Truth): Witness | undefined =>
    classes.find(({ witness, listed }) => witness !== undefined && listed[0] === truth)?.witness;
  const [one, other] = [elementWith(1), elementWith(0)];
  const profile: AtomProfile = {
    samples: classes.flatMap(({ witness }) => (witness?.isPlain ? witness : [])),
    isUniversal: one !== undefined && other !== undefined && !atom.test([one.value, other.value]),
    isTrueOfEmptyList: atom.test([]),
  };
  profiles.set(atom, profile);
  return profile;
}
