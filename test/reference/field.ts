import { Mistake } from "./options.js";
import { isPlainObject } from "./values.js";

const NAME = /^[^.[\]]+/;
const INDEX = /^\[(0|[1-9]\d*)\]/;
const QUOTED = /^\[("(?:[^"\\]|\\.)*")\]/s;

/** The steps of a path, or a mistake. */
export function parsePath(text: string, maxSteps: number): string[] {
  const steps: string[] = [];
  let rest = text;
  while (rest !== "" || steps.length === 0) {
    const isFirst = steps.length === 0;
    const name = NAME.exec(isFirst ? rest : rest.slice(1))?.[0];
    const index = INDEX.exec(rest);
    const quoted = QUOTED.exec(rest);
    if (name !== undefined && (isFirst || rest.startsWith("."))) {
      steps.push(name);
      rest = rest.slice(name.length + (isFirst ? 0 : 1));
    } else if (index?.[1] !== undefined) {
      steps.push(index[1]);
      rest = rest.slice(index[0].length);
    } else if (quoted?.[1] !== undefined) {
      steps.push(parseJsonString(quoted[1]));
      rest = rest.slice(quoted[0].length);
    } else {
      throw new Mistake(`no path: ${JSON.stringify(text)} at ${JSON.stringify(rest)}`);
    }
  }
  if (steps.length > maxSteps) throw new Mistake("too many steps in a path");
  return steps;
}

function parseJsonString(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    throw new Mistake(`no JSON string: ${text}`);
  }
}

function ownValue(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? Reflect.get(object, name) : undefined;
}

function takeStep(value: unknown, step: string): unknown {
  if (Array.isArray(value)) {
    const isElement = /^(0|[1-9]\d*)$/.test(step) && Number(step) < value.length;
    return isElement || step === "length" ? ownValue(value, step) : undefined;
  }
  return isPlainObject(value) ? ownValue(value, step) : undefined;
}

/** The field's value, `undefined` where the way to it ends early. */
export function readField(context: object, source: string, steps: readonly string[]): unknown {
  return steps.reduce(takeStep, ownValue(context, source));
}
