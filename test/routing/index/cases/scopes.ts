import { describe, expect, test } from "@jest/globals";
import type { SelectionContext } from "integration-router";
import { condition, group } from "../../../support/build.js";
import { message, type Row, row } from "../../support/rows.js";
import type { MakeRouter } from "../support/strategies.js";

const COUNT = 720;

function cycle<Item>(items: readonly [Item, ...Item[]], place: number): Item {
  return items[place % items.length] ?? items[0];
}

/** A record as the list has it, with the ids that it is told by as they are written. */
interface Placed extends Row {
  readonly kind: string | undefined;
  readonly tag: number;
}

/** Every combination of channel, tenant and kind many times over, conditional and not. */
const list: readonly Placed[] = Array.from({ length: COUNT }, (_, place) => {
  const tag = Math.floor(place / 5) % 72;
  return {
    ...row(`row-${place}`, {
      _organizationId: cycle(["acme", "acme", "globex", undefined], place),
      _environmentId: cycle(["dev", "prod", 7], Math.floor(place / 4)),
      channel: cycle(["email", "email", "chat"], Math.floor(place / 12)),
      providerId: cycle(["ses", "sendgrid"], Math.floor(place / 3)),
      identifier: `name-${place % 240}`,
      primary: place % 5 === 0,
      active: place % 17 !== 0,
      deleted: place % 23 === 0,
      conditions: place % 7 === 0 ? null : [group([condition("EQUAL", `tag-${tag}`)])],
    }),
    kind: place % 19 === 0 ? "agent" : undefined,
    tag,
  };
});

const TENANTS: readonly Partial<SelectionContext>[] = [
  { organizationId: "acme", environmentId: "dev" },
  { organizationId: "acme", environmentId: "prod" },
  { organizationId: "globex", environmentId: 7 },
  { organizationId: "globex", environmentId: "7" },
  { organizationId: { toString: () => "acme" }, environmentId: "dev" },
  { organizationId: "acme" },
  { environmentId: "prod" },
  {},
  { organizationId: "nobody", environmentId: "dev" },
  { organizationId: "acme", environmentId: "" },
  { organizationId: "undefined", environmentId: "dev" },
  { organizationId: "nobody" },
];

const SCOPES: readonly (readonly [name: string, scope: Partial<SelectionContext>])[] = [
  ["a channel", { channel: "email" }],
  ["another channel", { channel: "chat" }],
  ["a channel that nobody has", { channel: "push" }],
  ["a provider", { channel: "email", providerId: "ses" }],
  ["a provider that nobody has", { channel: "email", providerId: "nobody" }],
  ["agents", { channel: undefined, kind: "agent" }],
  ["agents, and a channel", { channel: "chat", kind: "agent" }],
  ["deliveries by name", { channel: "chat", kind: "delivery" }],
  ["an id", { channel: undefined, integrationId: "id-row-100" }],
  ["the id of an agent", { channel: undefined, integrationId: "id-row-38" }],
  ["an id and its channel", { channel: "email", integrationId: "id-row-101" }],
  ["the id of a record without conditions", { integrationId: "id-row-28", channel: undefined }],
  ["the id of an inactive record", { channel: undefined, integrationId: "id-row-17" }],
  ["an id that nobody has", { channel: undefined, integrationId: "nobody" }],
  ["an identifier", { channel: undefined, identifier: "name-8" }],
  ["an identifier and a channel", { channel: "chat", identifier: "name-24" }],
  ["an identifier and a kind", { channel: undefined, kind: "agent", identifier: "name-57" }],
  ["an identifier and a provider", { channel: null, identifier: "name-12", providerId: "ses" }],
  ["an identifier and an id", { identifier: "name-8", integrationId: "id-row-248" }],
  ["an identifier that nobody has", { channel: undefined, identifier: "" }],
];

const TAGS = [0, 1, 71, 72];

/** What the rules of scope leave of the list, in order, each on its own line. */
function inScope(context: SelectionContext): Placed[] {
  const { channel, kind, identifier, integrationId } = context;
  const isNamed = (identifier ?? integrationId) !== undefined;
  const wanted = kind ?? (isNamed ? undefined : "delivery");
  return list
    .filter(({ active, deleted }) => active === true && deleted !== true)
    .filter((each) => wanted === undefined || (each.kind ?? "delivery") === wanted)
    .filter((each) => !channel || each.kind === "agent" || each.channel === channel)
    .filter((each) => isSame(each.providerId, context.providerId))
    .filter((each) => isSame(each._id, integrationId))
    .filter((each) => isSame(each._organizationId, context.organizationId))
    .filter((each) => isSame(each._environmentId, context.environmentId))
    .filter((each) => isSame(each.identifier, identifier))
    .sort((a, b) => Number(b.primary) - Number(a.primary));
}

function isSame(own: unknown, wanted: unknown): boolean {
  return (wanted ?? undefined) === undefined || String(own) === String(wanted);
}

/** The failover chain, by the rules for conditions, defaults and identifiers. */
function chainOf(context: SelectionContext, tag: number): string[] {
  const there = inScope(context).filter(({ _organizationId: id }) => {
    return id !== undefined || context.organizationId === undefined;
  });
  if (context.identifier !== undefined) return there.map(({ name }) => name);
  const isConditional = ({ conditions }: Placed): boolean => conditions !== null;
  const matches = there.filter((each) => isConditional(each) && each.tag === tag);
  const defaults = there.filter(
    (each) =>
      !isConditional(each) &&
      (each.kind === "agent" ||
        each.channel === "chat" ||
        each.primary === true ||
        context.integrationId !== undefined),
  );
  return [...matches, ...defaults].map(({ name }) => name);
}

const QUESTIONS = SCOPES.map(([name, scope]) => {
  const asked = TENANTS.flatMap((tenant) =>
    TAGS.map((tag) => {
      const context = message({ ...tenant, ...scope, payload: { a: `tag-${tag}` } });
      return { context, chain: chainOf(context, tag) };
    }),
  );
  return [name, asked] as const;
});

/** Who is in scope: tenants given, half given and not at all, channels, kinds, ids, providers. */
export function scopes(make: MakeRouter): void {
  describe("in the scope of", () => {
    const router = make(list, { scope: "open" });
    test.each(QUESTIONS)("%s", (_, asked) => {
      const expected = asked.map(({ chain }) => chain);
      const ranked = asked.map(({ context }) => router.rank(context).map(({ name }) => name));
      expect(ranked).toEqual(expected);
      const selected = asked.map(({ context }) => router.select(context)?.name);
      expect(selected).toEqual(expected.map(([first]) => first));
    });
  });

  test("a tenant that is not given is missed, where there are several", () => {
    const router = make(list);
    for (const tenant of TENANTS) {
      const context = message({ ...tenant, channel: "email", payload: { a: "tag-1" } });
      const isGiven = tenant.organizationId !== undefined && tenant.environmentId !== undefined;
      if (isGiven) expect(router.select(context)?.name).toBe(chainOf(context, 1)[0]);
      else expect(() => router.select(context)).toThrow(TypeError);
    }
  });

  test("one tenant does not need to be given", () => {
    const ofOne = list.map((each) => ({ ...each, _organizationId: "acme", _environmentId: "dev" }));
    const router = make(ofOne);
    for (const tenant of [{}, { organizationId: "acme" }, { environmentId: "dev" }]) {
      const context = message({ ...tenant, channel: "email", payload: { a: "tag-1" } });
      expect(router.rank(context)).toEqual(
        router.rank({ ...context, organizationId: "acme", environmentId: "dev" }),
      );
      expect(router.rank(context).length).toBeGreaterThan(5);
    }
  });
}
