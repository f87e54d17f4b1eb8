import type { ConditionContext } from "../../context.js";
import { positionOf } from "../../values/field.js";
import { isAbsent } from "../../values/kinds.js";
import type { FieldPath } from "../formula/field-path.js";

/** What must stand at a path for the fields inside it to be read. */
export type Shape =
  | { readonly kind: "object" }
  | {
      readonly kind: "list";
      readonly length: number;
      /** The position whose element fills those that have none of their own. */
      readonly filler: number;
    };

/** A value, or a shape for what is inside, at a path of the context. */
export interface Placement {
  readonly path: FieldPath;
  readonly content: { readonly value: unknown } | { readonly shape: Shape };
}

interface Node {
  readonly children: Map<string, Node>;
  content?: Placement["content"];
}

/** Lists are made of fields at positions only up to here; beyond, an object reads better. */
const LAST_POSITION = 7;

/** Builds the context that holds some values, with nothing in it that is not needed. */
export function buildContext(placements: Iterable<Placement>): ConditionContext {
  const root: Node = { children: new Map() };
  for (const { path, content } of placements) {
    let node = root;
    for (const step of path.steps) {
      const child: Node = node.children.get(step) ?? { children: new Map() };
      node.children.set(step, child);
      node = child;
    }
    node.content = content;
  }
  return objectWith(contentsOf(root.children));
}

function contentOf(node: Node): unknown {
  const { content, children } = node;
  if (content !== undefined && "shape" in content) {
    const { shape } = content;
    return shape.kind === "object" ? objectWith(contentsOf(children)) : listOf(children, shape);
  }
  const inside = contentsOf(children);
  if (inside.size === 0) return copyOf(content?.value);
  // A list would have a `length`, which may have to be absent.
  const positions = [...children.keys()].map(positionOf);
  if (positions.some((position) => position < 0 || position > LAST_POSITION)) {
    return objectWith(inside);
  }
  const last = Math.max(...[...inside.keys()].map(positionOf));
  return Array.from({ length: last + 1 }, (_, position) => inside.get(String(position)) ?? null);
}

/** What is in a node, by name; each child is built once. */
function contentsOf(children: Node["children"]): ReadonlyMap<string, unknown> {
  const contents = new Map<string, unknown>();
  for (const [name, child] of children) {
    const value = contentOf(child);
    if (value !== undefined) contents.set(name, value);
  }
  return contents;
}

function objectWith(contents: ReadonlyMap<string, unknown>): object {
  const object = {};
  for (const [name, value] of contents) {
    // Defined, not assigned: `__proto__` is a name like any other.
    const property = { value, enumerable: true, writable: true, configurable: true };
    Object.defineProperty(object, name, property);
  }
  return object;
}

/** A list of its elements; positions that have none of their own get copies of one. */
function listOf(children: Node["children"], shape: Extract<Shape, { kind: "list" }>): unknown {
  const filler = children.get(String(shape.filler));
  return Array.from({ length: shape.length }, (_, position) => {
    const element = children.get(String(position)) ?? filler;
    return (element && contentOf(element)) ?? null;
  });
}

/** Witnesses are shared between answers; what a caller gets is the caller's. */
function copyOf(value: unknown): unknown {
  if (isAbsent(value) || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(copyOf);
  return value instanceof Date ? new Date(value) : {};
}
