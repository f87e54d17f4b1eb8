import { type Field, positionOf, takeFrom } from "../values/field.js";
import { internalized } from "../values/internalized.js";
import { ownProperty } from "../values/kinds.js";
import { type ExactReader, type OwnReader, takeOwnReader } from "../values/own-readers.js";

/** An object or list as far as reading goes. */
export type Holder = { readonly [key: string]: unknown };

/** One step from what holds a value to the value. */
export interface Step {
  readonly key: string;
  readonly read: OwnReader;
  /** How the step is taken where the reader does not see at once how. */
  readonly exact: ExactReader;
}

/** Gives what holds a field; `undefined` where nothing can. */
export type HolderReader = (context: Holder) => Holder | undefined;

/** Equal for fields with the same holder, whatever their names are made of. */
export function holderKey({ source, steps }: Field): string {
  let key = steps.length === 0 ? "" : `${source.length}.${source}`;
  for (const step of steps.slice(0, -1)) key += `.${step.length}.${step}`;
  return key;
}

/** The reader of what holds a field: of the context itself for a source as a whole. */
export function holderReader({ source, steps }: Field): HolderReader {
  if (steps.length === 0) return (context) => context;
  const { key, read, exact } = toSource(source);
  const [first, ...others] = steps.slice(0, -1).map(toStep);
  if (first === undefined) return (context) => asHolder(read(context, key, exact));
  if (others.length === 0) {
    return (context) => {
      const holder = asHolder(read(context, key, exact));
      return holder && take(holder, first);
    };
  }
  return (context) => {
    let holder = asHolder(read(context, key, exact));
    holder = holder && take(holder, first);
    for (const step of others) holder = holder && take(holder, step);
    return holder;
  };
}

/** The last step to a field, from what holds it. */
export function lastStep({ source, steps }: Field): Step {
  const last = steps.at(-1);
  return last === undefined ? toSource(source) : toStep(last);
}

/** The steps that have a reader of their own, which is as many as there are readers. */
const sources = new Map<string, Step>();
const properties = new Map<string, Step>();

/** A source is the context's own property even where the context is no plain object. */
function toSource(source: string): Step {
  return sources.get(source) ?? makeStep(source, ownProperty, sources);
}

function toStep(name: string): Step {
  const known = properties.get(name);
  if (known !== undefined) return known;
  const position = positionOf(name);
  if (position < 0) return makeStep(name, takeProperty, properties);
  const takeElement: ExactReader = (holder, key) => takeFrom(holder, key, position);
  return { key: name, read: takeElement, exact: takeElement };
}

function makeStep(name: string, exact: ExactReader, remembered: Map<string, Step>): Step {
  const key = internalized(name);
  const own = takeOwnReader();
  if (own === undefined) return { key, read: exact, exact };
  const step = { key, read: own, exact };
  remembered.set(key, step);
  return step;
}

function takeProperty(holder: object, key: string): unknown {
  return takeFrom(holder, key, -1);
}

function take(holder: Holder, { key, read, exact }: Step): Holder | undefined {
  return asHolder(read(holder, key, exact));
}

function asHolder(value: unknown): Holder | undefined {
  return typeof value === "object" && value !== null ? (value as Holder) : undefined;
}
