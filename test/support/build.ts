/** What a raw condition looks like here: of any shape, since half of the tests build wrong ones. */
export type Raw = Readonly<Record<string, unknown>>;

/** A condition on `payload.a`, the field that most of the tests compare. */
export function condition(operator: unknown, value?: unknown, field: unknown = "a"): Raw {
  return value === undefined
    ? { on: "payload", field, operator }
    : { on: "payload", field, operator, value };
}

/** An `AND` group of the type `GROUP`, unless `rest` says otherwise. */
export function group(children: unknown, rest: Raw = {}): Raw {
  return { isNegated: false, type: "GROUP", value: "AND", ...rest, children };
}

/** `depth` groups, one in another, around one condition that `{ payload: { a: "x" } }` passes. */
export function nested(depth: number): Raw {
  let inner: Raw = condition("EQUAL", "x");
  for (let level = 0; level < depth; level++) inner = group([inner]);
  return inner;
}

/** The same data, frozen all the way down. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
