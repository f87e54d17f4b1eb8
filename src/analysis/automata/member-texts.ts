import type { CharacterClass } from "./symbols.js";

/** More members than this are taken for infinitely many. */
const FEW = 64;
/** Members longer than this are not looked for: finding them recurses for each character. */
const LONGEST_MEMBER = 1000;

/** A step from one state, by its place, to another. */
export interface Step {
  readonly state: number;
  readonly characters: CharacterClass;
}

/** A state, and how it is reached. */
export interface Reached {
  readonly from: readonly Step[];
}

/** Finds the texts that lead to a state, where there is no cycle on the way and no open class. */
export function memberFinder(
  states: readonly Reached[],
): (place: number) => readonly string[] | undefined {
  const known = new Map<number, readonly string[] | undefined>();
  const open = new Set<number>();
  const find = (place: number): readonly string[] | undefined => {
    // What is met on the way to itself is on a cycle, and so is all between.
    if (open.has(place) || open.size > LONGEST_MEMBER) return undefined;
    if (known.has(place)) return known.get(place);
    open.add(place);
    const members = collect(place);
    open.delete(place);
    known.set(place, members);
    return members;
  };
  const collect = (place: number): readonly string[] | undefined => {
    const members: string[] = place === 0 ? [""] : [];
    for (const { state, characters } of states[place]?.from ?? []) {
      const before = characters.members && find(state);
      if (characters.members === undefined || before === undefined) return undefined;
      if (members.length + before.length * characters.members.length > FEW) return undefined;
      for (const text of before) {
        for (const character of characters.members) members.push(text + character);
      }
    }
    return members;
  };
  return find;
}
