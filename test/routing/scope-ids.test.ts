import { describe, expect, test } from "@jest/globals";
import { chosen } from "./support/choose.js";
import { message, row } from "./support/rows.js";

/** Like the id objects of a database driver: equal by what they print. */
class ObjectId {
  readonly #hex: string;

  constructor(hex: string) {
    this.#hex = hex;
  }

  toString(): string {
    return this.#hex;
  }
}

const IDS = [
  ["_id", "integrationId"],
  ["_environmentId", "environmentId"],
  ["_organizationId", "organizationId"],
] as const;

describe.each(IDS)("%s is compared as text with %s", (field, key) => {
  test.each<[own: unknown, wanted: unknown, isInScope: boolean]>([
    ["a1", "a1", true],
    ["a1", "A1", false],
    ["a1", "", false],
    ["", "", true],
    [new ObjectId("a1"), "a1", true],
    ["a1", new ObjectId("a1"), true],
    [new ObjectId("a1"), new ObjectId("a1"), true],
    [new ObjectId("a1"), new ObjectId("b2"), false],
    [7, "7", true],
    ["7", 7, true],
    [7n, 7, true],
    [7, "07", false],
    [0, "0", true],
    [0, 0, true],
    [false, "false", true],
  ])("%p and %p: %p", (own, wanted, isInScope) => {
    const list = [row("only", { [field]: own })];
    expect(chosen(list, message({ [key]: wanted }))).toBe(isInScope ? "only" : undefined);
  });

  test.each([undefined, null])(
    "%p in the record equals nothing, its own text least of all",
    (own) => {
      const list = [row("only", { [field]: own })];
      for (const wanted of ["undefined", "null", "", "a1", 0]) {
        expect(chosen(list, message({ [key]: wanted }))).toBeUndefined();
      }
    },
  );

  test.each([undefined, null])("%p in the context is not given", (wanted) => {
    expect(chosen([row("only", { [field]: "a1" })], message({ [key]: wanted }))).toBe("only");
    expect(chosen([row("only", { [field]: undefined })], message({ [key]: wanted }))).toBe("only");
  });

  test("an object without a text of its own does not stop the others", () => {
    const list = [
      row("textless", { [field]: Object.create(null), priority: 1 }),
      row("fine", { [field]: "a1" }),
    ];
    expect(chosen(list, message({ [key]: "a1" }))).toBe("fine");
  });
});

test("ids of several tenants let through one tenant's integrations alone", () => {
  const list = ["a", "b"].flatMap((organization) =>
    ["dev", "prod"].map((environment) =>
      row(`${organization}-${environment}`, {
        _organizationId: new ObjectId(organization),
        _environmentId: new ObjectId(environment),
      }),
    ),
  );
  for (const organizationId of ["a", "b"]) {
    for (const environmentId of ["dev", "prod"]) {
      expect(chosen(list, message({ organizationId, environmentId }))).toBe(
        `${organizationId}-${environmentId}`,
      );
    }
  }
  expect(chosen(list, message({ organizationId: "a", environmentId: "b" }))).toBeUndefined();
});
