import type { Field } from "../values/field.js";
import { positionOf, takeFrom } from "../values/field.js";
import { ownProperty } from "../values/kinds.js";
import { internalized, type OwnReader, ownReader } from "../values/own-readers.js";

/** An object or list as far as reading goes. */
export type Holder = { readonly [key: string]: unknown };

/** Takes the last step of a path, from what holds the field. */
export interface LastStep {
  readonly key: string;
  readonly read: OwnReader;
  readonly exact: (holder: object, key: string) => unknown;
}

/** A field as two readings: conditions on the same holder share the first. */
export interface SplitField {
  /** Equal for fields with the same holder. */
  readonly holderKey: string;
  /** What holds the field; `undefined` where nothing can. */
  readonly holder: (context: Holder) => Holder | undefined;
  readonly last: LastStep;
}

/** Splits a field into its holder, which may be the context itself, and the last step to it. */
export function splitField({ source, steps }: Field): SplitField {
  const path = steps.slice(0, -1);
  const own = sourceStep(source);
  const lastName = steps.at(-1);
  if (lastName === undefined) return { holderKey: "", holder: (context) => context, last: own };
  return {
    holderKey: JSON.stringify([source, ...path]),
    holder: holderReader(own, path.map(toStep)),
    last: toStep(lastName),
  };
}

function sourceStep(source: string): LastStep {
  return { key: internalized(source), read: ownReader(source, "context."), exact: ownProperty };
}

const takeExactly = (holder: object, key: string): unknown => takeFrom(holder, key, -1);

function toStep(name: string): LastStep {
  const index = positionOf(name);
  if (index < 0) return { key: internalized(name), read: ownReader(name), exact: takeExactly };
  const take = (holder: object, key: string): unknown => takeFrom(holder, key, index);
  return { key: name, read: take, exact: take };
}

function holderReader(own: LastStep, steps: readonly LastStep[]): SplitField["holder"] {
  const { key, read, exact } = own;
  const [first, ...others] = steps;
  if (first === undefined) return (context) => asHolder(read(context, key, exact));
  const { key: firstKey, read: readFirst, exact: exactFirst } = first;
  if (others.length === 0) {
    return (context) => {
      const holder = asHolder(read(context, key, exact));
      return holder && asHolder(readFirst(holder, firstKey, exactFirst));
    };
  }
  return (context) => {
    let holder = asHolder(read(context, key, exact));
    for (const step of steps) {
      holder = holder && asHolder(step.read(holder, step.key, step.exact));
    }
    return holder;
  };
}

function asHolder(value: unknown): Holder | undefined {
  return typeof value === "object" && value !== null ? (value as Holder) : undefined;
}
