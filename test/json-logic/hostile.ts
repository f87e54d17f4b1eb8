import fc from "fast-check";
import { conditionContext } from "../reference/arbitraries/contexts.js";

function boom(): never {
  throw new Error("a context's trap");
}

const traps: ProxyHandler<object> = {
  get: boom,
  has: boom,
  ownKeys: boom,
  getPrototypeOf: boom,
  getOwnPropertyDescriptor: boom,
};

/** A proxy each of whose traps throws. */
export function throwing(target: object): object {
  return new Proxy(target, traps);
}

/** A proxy that nobody can use any more. */
export function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** The same data, but reading some of its properties throws. */
export function withGetters(data: object, ...names: readonly string[]): object {
  const copy = { ...data };
  for (const name of names) {
    Object.defineProperty(copy, name, { get: boom, enumerable: true, configurable: true });
  }
  return copy;
}

/** What is no object at all, and what only nearly is one. */
export const NOT_DATA: readonly unknown[] = [
  ...[undefined, null, 0, 7, Number.NaN, 10n, "", "payload", true, false],
  ...[Symbol("data"), () => ({}), [], [{ payload: { a: "x" } }], new Date(0), Object.create(null)],
];

const spoiled = fc.constantFrom<(data: object) => unknown>(
  throwing,
  revoked,
  (data) => withGetters(data, "n", "t"),
  (data) => withGetters(data, "d", "b"),
  (data) => withGetters(data, "numbers", "tags", "range"),
  (data) => ({ ...data, n: revoked([]), d: throwing([1]), t: throwing({}) }),
  (data) => [data],
);

/** Makes a context: the generator of random ones would itself fall into a trap. */
export type ContextMaker = () => unknown;

/** Contexts of which a part, or the whole, throws when it is read, and what is no context. */
export const hostileContext: fc.Arbitrary<ContextMaker> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(conditionContext, fc.constantFrom("subscriber", "payload", "tenant"), spoiled)
      .map(
        ([context, source, spoil]): ContextMaker =>
          () => {
            const data: unknown = context[source];
            return {
              ...context,
              [source]: spoil(typeof data === "object" && data !== null ? data : {}),
            };
          },
      ),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        conditionContext,
        fc.constantFrom(throwing, revoked, (context: object) => withGetters(context, "now")),
      )
      .map(
        ([context, spoil]): ContextMaker =>
          () =>
            spoil(context),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...NOT_DATA).map(
      (data): ContextMaker =>
        () =>
          data,
    ),
  },
);
