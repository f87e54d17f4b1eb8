import type { CallOptions, IntegrationLike, Router, SelectionContext } from "integration-router";

/** What there is to be known of a router without asking it for a message. */
export function tellingOf<T extends IntegrationLike>(router: Router<T>): unknown {
  return { size: router.size, issues: router.issues };
}

/**
 * Everything that a router says of one message, as data that can be compared: records as their
 * first place in the list, or the name of what was thrown.
 */
export function answersOf<T extends IntegrationLike>(
  router: Router<T>,
  list: readonly unknown[],
  context: SelectionContext,
  options?: CallOptions<T>,
  limit = Number.POSITIVE_INFINITY,
): unknown {
  const placeOf = (record: T | undefined): number | undefined =>
    record === undefined ? undefined : list.indexOf(record);
  return [
    outcome(() => placeOf(router.select(context, options))),
    outcome(() => {
      const { integration, reason } = router.resolve(context, options);
      return { place: placeOf(integration), reason };
    }),
    outcome(() => router.rank(context, options).map(placeOf)),
    outcome(() => router.explain(context, { ...options, limit })),
  ];
}

function outcome(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (error instanceof TypeError) return `TypeError: ${error.message}`;
    throw error;
  }
}
