// A row of the caller's own goes in as it is and comes back with its own type.

import { expectTypeOf } from "expect-type";
import {
  createRouter,
  type Explanation,
  explainSelection,
  type Integration,
  type IntegrationLike,
  type IntegrationRef,
  type Resolution,
  type Router,
  rankIntegrations,
  resolveIntegration,
  type SelectionContext,
  selectIntegration,
} from "integration-router";

/** What Prisma generates: enums as unions, nulls for what is not set, JSON of unknown shape. */
type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

interface PrismaRow {
  _id: string;
  _environmentId: string;
  _organizationId: string;
  identifier: string;
  providerId: string;
  channel: "EMAIL" | "email" | "sms" | null;
  kind: "delivery" | "agent" | null;
  active: boolean;
  deleted: boolean;
  primary: boolean | null;
  priority: number | null;
  createdAt: Date;
  updatedAt: Date | null;
  conditions: JsonValue;
  credentials: JsonValue;
}

enum StoredChannel {
  Email = "email",
  Sms = "sms",
}

/** A class with fields and methods of its own, as TypeORM has them. */
declare class StoredIntegration {
  _id: { toHexString(): string; toString(): string };
  _environmentId?: number;
  identifier: string;
  providerId: string;
  channel: StoredChannel;
  active: boolean;
  createdAt: Date;
  conditions?: readonly object[];

  get isOpen(): boolean;
  open(): void;
}

/** The least that a selection can do with. */
interface Least {
  readonly active: boolean;
  readonly region: string;
}

declare const context: SelectionContext;
declare const prisma: PrismaRow[];
declare const stored: readonly StoredIntegration[];
declare const least: readonly Least[];
declare const frozen: Readonly<Readonly<PrismaRow>[]>;
declare const pair: readonly [PrismaRow, PrismaRow];
declare const written: readonly Integration[];

expectTypeOf<PrismaRow>().toExtend<IntegrationLike>();
expectTypeOf<StoredIntegration>().toExtend<IntegrationLike>();
expectTypeOf<Integration>().toExtend<IntegrationLike>();
expectTypeOf<Integration<"account">>().toExtend<IntegrationLike>();

export function everyFunctionGivesTheRowBack(): void {
  expectTypeOf(selectIntegration(prisma, context)).toEqualTypeOf<PrismaRow | undefined>();
  expectTypeOf(selectIntegration(stored, context)).toEqualTypeOf<StoredIntegration | undefined>();
  expectTypeOf(selectIntegration(least, context)).toEqualTypeOf<Least | undefined>();
  expectTypeOf(selectIntegration(frozen, context)).toEqualTypeOf<Readonly<PrismaRow> | undefined>();
  expectTypeOf(selectIntegration(pair, context)).toEqualTypeOf<PrismaRow | undefined>();
  expectTypeOf(selectIntegration(written, context)).toEqualTypeOf<Integration | undefined>();

  expectTypeOf(resolveIntegration(prisma, context)).toEqualTypeOf<Resolution<PrismaRow>>();
  expectTypeOf(resolveIntegration(stored, context).integration).toEqualTypeOf<
    StoredIntegration | undefined
  >();

  // The list that comes back is the caller's to change.
  expectTypeOf(rankIntegrations(prisma, context)).toEqualTypeOf<PrismaRow[]>();
  expectTypeOf(rankIntegrations(stored, context)).toEqualTypeOf<StoredIntegration[]>();
  expectTypeOf(rankIntegrations(frozen, context)).toEqualTypeOf<Readonly<PrismaRow>[]>();

  // An explanation holds nothing of the row.
  expectTypeOf(explainSelection(prisma, context)).toEqualTypeOf<Explanation>();
  expectTypeOf(explainSelection(prisma, context).selected).toEqualTypeOf<
    IntegrationRef | undefined
  >();
}

export function everyMethodOfARouterGivesTheRowBack(): void {
  const router = createRouter(stored, { fallback: "any" });
  expectTypeOf(router).toEqualTypeOf<Router<StoredIntegration>>();
  expectTypeOf(router.select(context)).toEqualTypeOf<StoredIntegration | undefined>();
  expectTypeOf(router.resolve(context)).toEqualTypeOf<Resolution<StoredIntegration>>();
  expectTypeOf(router.rank(context)).toEqualTypeOf<StoredIntegration[]>();
  expectTypeOf(router.explain(context)).toEqualTypeOf<Explanation>();
  expectTypeOf(router.size).toEqualTypeOf<number>();

  router.select(context)?.open();
  createRouter(prisma).select(context)?.updatedAt?.getTime();
  // @ts-expect-error - a Prisma row has no methods
  createRouter(prisma).select(context)?.open();
  // @ts-expect-error - the size is told, not set
  router.size = 0;
  // @ts-expect-error - the issues are the router's
  router.issues.push();
}

export function excludeGetsTheRow(): void {
  selectIntegration(least, context, {
    exclude: (row) => {
      expectTypeOf(row).toEqualTypeOf<Least>();
      return row.region === "eu";
    },
  });
  createRouter(stored, {
    exclude: (row) => {
      expectTypeOf(row).toEqualTypeOf<StoredIntegration>();
      return row.isOpen;
    },
  }).rank(context, { exclude: (row) => !row.isOpen });

  const isOpen = (row: StoredIntegration): boolean => row.isOpen;
  resolveIntegration(stored, context, { exclude: isOpen });
  // A function of any record does for every row.
  const isUnnamed = (row: IntegrationLike): boolean => row.identifier === undefined;
  resolveIntegration(prisma, context, { exclude: isUnnamed });
  explainSelection(stored, context, { exclude: isUnnamed });

  // @ts-expect-error - a list of other rows
  resolveIntegration(least, context, { exclude: isOpen });
  // @ts-expect-error - nothing waits for a promise
  selectIntegration(least, context, { exclude: async () => true });
  // @ts-expect-error - a row has no such field
  selectIntegration(least, context, { exclude: (row) => row.breaker });
}

export function rowsThatCannotBe(): void {
  // @ts-expect-error - priority is a number
  selectIntegration([{ active: true, priority: "high" }], context);
  // @ts-expect-error - active is a boolean
  selectIntegration([{ active: 1 }], context);
  // @ts-expect-error - a channel is text
  selectIntegration([{ active: true, channel: 5 }], context);
  // @ts-expect-error - rows, not their names
  selectIntegration(["sendgrid"], context);
  // @ts-expect-error - a list, not an answer of the API
  selectIntegration({ data: prisma }, context);
  // @ts-expect-error - a list, not the promise of one
  selectIntegration(Promise.resolve(prisma), context);
  // @ts-expect-error - a context is needed
  selectIntegration(prisma);
}
