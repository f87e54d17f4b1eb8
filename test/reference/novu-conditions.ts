// What Novu's own code decides, written from its description alone.

interface Bag {
  readonly [name: string]: unknown;
}

/** One token of a path: a name, a bracketed number, a quoted key, or the nothing between separators. */
const TOKEN =
  /[^.[\]]+|\[(-?\d+(?:\.\d+)?)\]|\["((?:[^"\\]|\\.)*)"\]|\['((?:[^'\\]|\\.)*)'\]|(?=(?:\.|\[\])(?:\.|\[\]|$))/g;

/** What makes a text a path of more than one name. */
const DEEP = /\.|\[[^[\]]*\]|\["(?:[^"\\]|\\.)*"\]|\['(?:[^'\\]|\\.)*'\]/;

function keysOf(path: string): string[] {
  const keys = [...path.matchAll(TOKEN)].map(([whole, number, double, single]) => {
    const quoted = double ?? single;
    return quoted === undefined ? (number ?? whole) : quoted.replace(/\\(\\)?/g, "$1");
  });
  return path.startsWith(".") ? ["", ...keys] : keys;
}

/** lodash's `get`. */
export function novuGet(data: unknown, path: string): unknown {
  if (data === undefined || data === null) return undefined;
  const isOneName = !DEEP.test(path) || path in Object(data);
  const keys = isOneName ? [path] : keysOf(path);
  let value: unknown = data;
  for (const key of keys) {
    if (value === undefined || value === null) return undefined;
    value = (value as Bag)[key];
  }
  return keys.length === 0 ? undefined : value;
}

function fill(value: unknown, data: unknown): unknown {
  if (typeof value !== "string") return value;
  return value.replace(/\{\{([\s\S]*?)\}\}/g, (_, path: string) => {
    const read = novuGet(data, path.trim());
    return read === undefined || read === null ? "" : String(read);
  });
}

function toTypeOf(read: unknown, value: unknown): unknown {
  if (typeof read === "number" || typeof read === "bigint") return Number(value);
  if (typeof read === "string") return String(value);
  if (typeof read === "boolean") return value === "true";
  return value;
}

function conditionPasses(condition: Bag, data: unknown): boolean {
  const read = novuGet(data, `${condition["on"]}.${condition["field"]}`) as number;
  const value = toTypeOf(read, fill(condition["value"], data)) as number;
  const { includes } = Object(read) as { includes?: unknown };
  switch (condition["operator"]) {
    case "EQUAL":
      return read === value;
    case "NOT_EQUAL":
      return read !== value;
    case "LARGER":
      return read > value;
    case "LARGER_EQUAL":
      return read >= value;
    case "SMALLER":
      return read < value;
    case "SMALLER_EQUAL":
      return read <= value;
    case "IN":
      return typeof includes === "function" && includes.call(read, value);
    case "NOT_IN":
      return typeof includes === "function" && !includes.call(read, value);
    case "IS_DEFINED":
      return read !== undefined;
    default:
      return false;
  }
}

function childPasses(child: unknown, data: unknown): boolean {
  try {
    const isGroup = Object.hasOwn(child as object, "children");
    return !isGroup && conditionPasses(child as Bag, data);
  } catch {
    return false;
  }
}

function groupPasses(group: unknown, data: unknown): boolean {
  if (typeof group !== "object" || group === null) return false;
  const { children, value } = group as Bag;
  if (!Array.isArray(children) || children.length === 0) return true;
  if (children.length === 1) return childPasses(children[0], data);
  if (value === "AND") return children.every((child) => childPasses(child, data));
  return value === "OR" && children.some((child) => childPasses(child, data));
}

/** Whether conditions pass. */
export function novuPasses(conditions: unknown, data: unknown): boolean {
  if (conditions === undefined || conditions === null) return true;
  if (!Array.isArray(conditions)) return false;
  return conditions.length === 0 || conditions.some((group) => groupPasses(group, data));
}

/** Whether no condition stands anywhere in a list of groups. */
export function isNovuUnconditional(conditions: unknown): boolean {
  if (conditions === undefined || conditions === null) return true;
  return Array.isArray(conditions) && conditions.every(isBare);
}

function isBare(group: unknown): boolean {
  if (typeof group !== "object" || group === null || Array.isArray(group)) return false;
  const { children } = group as Bag;
  if (!Array.isArray(children)) return children === undefined || children === null;
  return children.every((child) => Object.hasOwn(Object(child), "children") && isBare(child));
}
