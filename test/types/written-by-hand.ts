// Records, conditions and contexts that people write: a mistake in them is a compile error.

import { expectTypeOf } from "expect-type";
import type {
  Channel,
  Condition,
  ConditionContext,
  ConditionGroup,
  GroupType,
  Id,
  Integration,
  IntegrationKind,
  OperatorName,
  Rules,
  SelectionContext,
  Source,
} from "integration-router";

export const sendgrid: Integration = {
  _id: "65f1",
  _environmentId: "env",
  _organizationId: "org",
  identifier: "sendgrid-eu",
  providerId: "sendgrid",
  channel: "email",
  kind: "delivery",
  active: true,
  deleted: false,
  primary: true,
  priority: 3,
  createdAt: new Date(),
  conditions: [
    {
      isNegated: true,
      type: "TEXT",
      value: "OR",
      children: [
        { on: "subscriber", field: "data.plan", operator: "EQUAL", value: "free" },
        { on: "payload", field: "tags", operator: "ALL_IN", value: ["a", 1, true] },
        { on: "tenant", field: "id", operator: "IS_DEFINED" },
        {
          value: "AND",
          children: [{ on: "actor", field: "age", operator: "BETWEEN", value: [1, 5] }],
        },
      ],
    },
  ],
};

const isFree: Condition = { on: "payload", field: "plan", operator: "EQUAL", value: "free" };

const least = {
  _environmentId: "env",
  _organizationId: "org",
  identifier: "ses",
  providerId: "ses",
  active: true,
} as const;

export const records: readonly Integration[] = [
  { ...least, channel: "sms" },
  { ...least, channel: "push", kind: null, conditions: null },
  { ...least, channel: "chat", kind: "delivery", createdAt: "2026-03-01", conditions: [] },
  { ...least, channel: "in_app", rules: null },
  { ...least, channel: "email", rules: { "==": [{ var: "subscriber.data.plan" }, "pro"] } },
  { ...least, channel: "email", rules: {} satisfies Rules, conditions: [] },
  // @ts-expect-error - rules are an object
  { ...least, channel: "email", rules: "plan = pro" },
  // An agent needs no channel.
  { ...least, kind: "agent" },
  { ...least, kind: "agent", channel: null },
  // @ts-expect-error - a delivery integration has a channel
  { ...least },
  // @ts-expect-error - a delivery integration has a channel
  { ...least, kind: "delivery" },
  // @ts-expect-error - no such channel
  { ...least, channel: "e-mail" },
  // @ts-expect-error - no such channel, on an agent either
  { ...least, kind: "agent", channel: "fax" },
  // @ts-expect-error - no such kind
  { ...least, channel: "email", kind: "bot" },
  // @ts-expect-error - active is a boolean
  { ...least, channel: "email", active: "true" },
  // @ts-expect-error - priority is a number
  { ...least, channel: "email", priority: "high" },
  // @ts-expect-error - conditions are a list of groups
  { ...least, channel: "email", conditions: { value: "AND", children: [] } },
  // @ts-expect-error - a condition stands in a group
  { ...least, channel: "email", conditions: [isFree] },
];

export const conditions: readonly Condition[] = [
  { on: "workflow", field: "id", operator: "IN", value: "a, b" },
  { on: "context", field: "n", operator: "LARGER", value: 5 },
  { on: "context", field: "n", operator: "EQUAL", value: false },
  // @ts-expect-error - no such source
  { on: "subscribers", field: "plan", operator: "EQUAL", value: "free" },
  // @ts-expect-error - no such operator
  { on: "subscriber", field: "plan", operator: "EQUALS", value: "free" },
  // @ts-expect-error - operators are upper case
  { on: "subscriber", field: "plan", operator: "equal", value: "free" },
  // @ts-expect-error - a field is needed
  { on: "subscriber", operator: "EQUAL", value: "free" },
  // @ts-expect-error - a field is text
  { on: "subscriber", field: ["plan"], operator: "EQUAL", value: "free" },
  // @ts-expect-error - no value is an object
  { on: "subscriber", field: "plan", operator: "EQUAL", value: { plan: "free" } },
  // @ts-expect-error - no value is a date
  { on: "subscriber", field: "since", operator: "LARGER", value: new Date() },
  // @ts-expect-error - no item is null
  { on: "subscriber", field: "plan", operator: "IN", value: ["free", null] },
];

export const groups: readonly ConditionGroup[] = [
  { value: "AND", children: [] },
  { value: "OR", type: null, isNegated: null, children: conditions },
  { value: "AND", children: [{ value: "OR", children: [{ value: "AND", children: [] }] }] },
  // @ts-expect-error - AND or OR
  { value: "NOR", children: [] },
  // @ts-expect-error - AND and OR are upper case
  { value: "and", children: [] },
  // @ts-expect-error - a value is needed
  { children: [] },
  // @ts-expect-error - children are needed
  { value: "AND" },
  // @ts-expect-error - no such type
  { value: "AND", type: "STRING", children: [] },
  // @ts-expect-error - a boolean
  { value: "AND", isNegated: "false", children: [] },
  // @ts-expect-error - neither a group nor a condition
  { value: "AND", children: ["plan"] },
  {
    value: "AND",
    children: [
      // @ts-expect-error - no such operator, two groups deep
      { value: "OR", children: [{ on: "payload", field: "a", operator: "IS" }] },
    ],
  },
];

export const contexts: readonly SelectionContext[] = [
  {},
  { channel: "email", subscriber: { data: { plan: "free" } }, payload: undefined },
  { channel: null, kind: null, identifier: null, integrationId: null, providerId: null },
  { integrationId: 7, environmentId: 7n, organizationId: { toString: () => "org" } },
  { kind: "agent", now: new Date() },
  { channel: "push", now: 1_700_000_000_000 },
  // @ts-expect-error - no such channel
  { channel: "mail" },
  // @ts-expect-error - no such kind
  { kind: "bot" },
  // @ts-expect-error - no such key
  { channel: "email", organisationId: "org" },
  // @ts-expect-error - no such source
  { channel: "email", account: {} },
  // @ts-expect-error - a clock is a date or a number
  { channel: "email", now: "2026-03-01" },
  // @ts-expect-error - an identifier is text
  { identifier: 5 },
];

expectTypeOf<Channel>().toEqualTypeOf<"in_app" | "email" | "sms" | "chat" | "push">();
expectTypeOf<IntegrationKind>().toEqualTypeOf<"delivery" | "agent">();
expectTypeOf<Source>().toEqualTypeOf<
  "subscriber" | "payload" | "tenant" | "context" | "workflow" | "actor"
>();
expectTypeOf<GroupType>().toEqualTypeOf<
  "NUMBER" | "DATE" | "BOOLEAN" | "TEXT" | "GROUP" | "STATEMENT" | "LIST" | "MULTI_LIST"
>();
expectTypeOf<OperatorName>().toEqualTypeOf<
  | "EQUAL"
  | "NOT_EQUAL"
  | "LARGER"
  | "LARGER_EQUAL"
  | "SMALLER"
  | "SMALLER_EQUAL"
  | "BETWEEN"
  | "NOT_BETWEEN"
  | "IN"
  | "NOT_IN"
  | "ANY_IN"
  | "ALL_IN"
  | "LIKE"
  | "NOT_LIKE"
  | "ILIKE"
  | "NOT_ILIKE"
  | "IS_DEFINED"
>();
expectTypeOf<SelectionContext>().toExtend<ConditionContext>();
expectTypeOf<string>().toExtend<Id>();
expectTypeOf<Integration>().toExtend<{ readonly identifier: string }>();
