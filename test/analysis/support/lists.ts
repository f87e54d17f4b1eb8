import fc from "fast-check";
import type { IntegrationLike, SelectionContext } from "integration-router";
import type { DiffOptions } from "integration-router/analysis";
import { conditionContext, EXTRA_SOURCE } from "../../reference/arbitraries/contexts.js";
import {
  integrationIn,
  listIn,
  type Tenancy,
  tenancy,
} from "../../reference/arbitraries/integrations.js";

/** A list, a changed copy of it, and contexts that name no single integration. */
export interface Change {
  readonly before: readonly IntegrationLike[];
  readonly after: readonly IntegrationLike[];
  readonly contexts: readonly SelectionContext[];
  readonly options: DiffOptions;
}

/** What one edit does to a list. */
type Edit = (list: readonly unknown[]) => readonly unknown[];

function editIn(of: Tenancy): fc.Arbitrary<Edit> {
  const at = fc.nat(7);
  const put = fc.tuple(at, integrationIn(of)).map(
    ([place, record]): Edit =>
      (list) =>
        list.map((other, index) => (index === place % list.length ? record : other)),
  );
  const drop = at.map(
    (place): Edit =>
      (list) =>
        list.filter((_, index) => index !== place % list.length),
  );
  const turn = fc.constant<Edit>((list) => [...list].reverse());
  const raise = fc.tuple(at, fc.constantFrom(1, 2, -1)).map(
    ([place, priority]): Edit =>
      (list) =>
        list.map((record, index) =>
          index === place % list.length && typeof record === "object"
            ? { ...record, priority }
            : record,
        ),
  );
  return fc.oneof(put, drop, turn, raise);
}

const options: fc.Arbitrary<DiffOptions> = fc.record({
  sources: fc.constant([EXTRA_SOURCE]),
  fallback: fc.constantFrom("primary", "any", "none"),
  onInvalid: fc.constantFrom("skip", "block"),
  scope: fc.constantFrom("strict", "strict", "open"),
  providers: fc.boolean(),
  // References between fields are guessed at until a budget ends: a small one is enough here.
  steps: fc.constant(3_000),
});

function contextIn(
  { organizations, environments }: Tenancy,
  providers: boolean,
): fc.Arbitrary<SelectionContext> {
  const keys = fc.record({
    channel: fc.constantFrom("email", "email", "push", "sms"),
    kind: fc.constantFrom(undefined, undefined, undefined, undefined, "agent", "other"),
    organizationId: fc.constantFrom(...organizations, undefined),
    environmentId: fc.constantFrom(...environments, undefined),
    providerId: providers ? fc.constantFrom("sendgrid", "ses", undefined) : fc.constant(undefined),
  });
  return fc
    .tuple(keys, conditionContext)
    .map(([scoping, data]) => ({ ...scoping, ...data }) as SelectionContext);
}

/** Random lists of few records, each with an edit, and contexts close to where answers turn. */
export const change: fc.Arbitrary<Change> = fc.tuple(tenancy, options).chain(([of, chosen]) =>
  fc
    .record({
      before: listIn(of),
      edit: editIn(of),
      contexts: fc.array(contextIn(of, chosen.providers === true), {
        minLength: 20,
        maxLength: 20,
      }),
    })
    .map(({ before, edit, contexts }) => ({
      before: before as readonly IntegrationLike[],
      after: edit(before) as readonly IntegrationLike[],
      contexts,
      options: chosen,
    })),
);
