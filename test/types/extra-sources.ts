// Sources of the caller's own: named once, in the type parameter, and then known everywhere.

import { expectTypeOf } from "expect-type";
import {
  type Condition,
  type ConditionContext,
  type ConditionGroup,
  compileConditions,
  createRouter,
  type Integration,
  type SelectionContext,
  selectIntegration,
} from "integration-router";

export const onAccount: Condition<"account"> = {
  on: "account",
  field: "tier",
  operator: "EQUAL",
  value: "gold",
};

export const mixed: ConditionGroup<"account" | "device"> = {
  value: "AND",
  children: [
    onAccount,
    { on: "subscriber", field: "plan", operator: "IS_DEFINED" },
    { value: "OR", children: [{ on: "device", field: "token", operator: "IS_DEFINED" }] },
  ],
};

export const sendgrid: Integration<"account" | "device"> = {
  _environmentId: "env",
  _organizationId: "org",
  identifier: "sendgrid",
  providerId: "sendgrid",
  channel: "email",
  active: true,
  conditions: [mixed],
};

export const context: SelectionContext<"account"> = {
  channel: "email",
  account: { tier: "gold" },
  subscriber: {},
};

export const data: ConditionContext<"account"> = { account: { tier: "gold" }, payload: {} };

// @ts-expect-error - not without naming it
export const unnamed: Condition = onAccount;

// @ts-expect-error - the other one is not named
export const other: ConditionGroup<"account"> = mixed;

// @ts-expect-error - not even two groups deep
export const record: Integration = sendgrid;

export const misnamed: SelectionContext<"account"> = {
  channel: "email",
  // @ts-expect-error - another name than the named one
  acount: { tier: "gold" },
};

expectTypeOf<Condition["on"]>().not.toEqualTypeOf<string>();
expectTypeOf<Condition<"account">["on"]>().toEqualTypeOf<Condition["on"] | "account">();
expectTypeOf<Condition>().toExtend<Condition<"account">>();
expectTypeOf<ConditionGroup>().toExtend<ConditionGroup<"account">>();

export function contextsWithThemGoIn(): void {
  const options = { sources: ["account", "device"] } as const;
  expectTypeOf(selectIntegration([sendgrid], context, options)).toEqualTypeOf<
    Integration<"account" | "device"> | undefined
  >();
  createRouter([sendgrid], options).resolve(context);
  expectTypeOf(compileConditions(sendgrid.conditions, options)(data)).toEqualTypeOf<boolean>();

  // @ts-expect-error - a list of names
  selectIntegration([sendgrid], context, { sources: "account" });
  // @ts-expect-error - names are text
  compileConditions(sendgrid.conditions, { sources: [5] });
}
