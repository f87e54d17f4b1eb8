import { condition, group } from "../../../support/build.js";
import type { MakeRouter } from "../support/strategies.js";
import { named, single, testTable } from "../support/table.js";

/** Made once: what takes time about an error is its stack. */
const CLOSED = new Error("closed");

function refuse(): never {
  throw CLOSED;
}

function getter(): object {
  return Object.defineProperty({}, "a", { enumerable: true, get: refuse });
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** A list that cannot be read at one place. */
function refusingAt(place: number, list: unknown[]): unknown[] {
  return Object.defineProperty(list, place, { enumerable: true, get: refuse });
}

/** A list that does not say how long it is. */
function refusingLength(list: unknown[]): unknown[] {
  return new Proxy(list, {
    get: (target, key, receiver) =>
      key === "length" ? refuse() : Reflect.get(target, key, receiver),
  });
}

const PAYLOADS = {
  x: { a: "x" },
  undefined: { a: undefined },
  null: { a: null },
  missing: {},
  "no payload": undefined,
  inherited: Object.create({ a: "x" }),
  "an object": { a: { x: "x" } },
  "a String object": { a: Object("x") },
  "an object with a text": { a: { toString: () => "x" } },
  "a symbol": { a: Symbol("x") },
  "a function": { a: () => "x" },
  "an invalid Date": { a: new Date(Number.NaN) },
  "a Date proxied": { a: new Proxy(new Date(0), {}) },
  "a getter": {
    get a() {
      return "x";
    },
  },
  "a getter that throws": getter(),
  "a revoked payload": revoked({}),
  "a revoked value": { a: revoked({}) },
  "a revoked list": { a: revoked([]) },
  "a list that throws before x": { a: refusingAt(0, ["", "x"]) },
  "a list that throws after x": { a: refusingAt(1, ["x", ""]) },
  "a list that throws at its length": { a: refusingLength(["x"]) },
  "a list of what is revoked, and x": { a: [revoked({}), "x"] },
};

const X = ["x", "a getter", "a list that throws after x", "a list of what is revoked, and x"];
const NOT_X = Object.keys(PAYLOADS).filter((name) => !X.includes(name));

const ABSENT = [
  ...["undefined", "null", "missing", "no payload", "inherited"],
  ...["a getter that throws", "a revoked payload"],
];
const DEFINED = Object.keys(PAYLOADS).filter((name) => !ABSENT.includes(name));

/** What no operator is true of, and what breaks when it is read: it must match nothing. */
export function oddValues(make: MakeRouter): void {
  testTable(make, "absent, odd and hostile values", {
    payloads: PAYLOADS,
    examples: [
      single("EQUAL", "x", X),
      single("IN", ["x", "z"], X),
      single("LIKE", "x%", X),
      single("LIKE", "%x", X),
      single("BETWEEN", ["w", "y"], X),
      single("LARGER_EQUAL", "x", X),
      single("NOT_EQUAL", "x", NOT_X),
      single("NOT_BETWEEN", ["w", "y"], NOT_X),
      single("IS_DEFINED", undefined, DEFINED),
      single("EQUAL", "undefined", []),
      single("EQUAL", "null", []),
      single("LIKE", "[object%", []),
      named("not anything but x", [group([condition("NOT_EQUAL", "x")], { isNegated: true })], X),
    ],
  });
}
