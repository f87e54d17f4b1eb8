import {
  createRouter,
  type IntegrationLike,
  type Router,
  type RouterOptions,
} from "integration-router";
import { codegen } from "integration-router/codegen";

/** One way to come by the router of a list. The list's records have an `_id` each. */
export type MakeRouter = <T extends IntegrationLike>(
  list: readonly T[],
  options?: RouterOptions<T>,
) => Router<T>;

const scan: MakeRouter = (list, options) => createRouter(list, { ...options, index: false });

/** So few changes that they are kept apart from what they change. */
const FEW = 10;

/**
 * Makes the router of a list that was another before: some records were in a former state, some are
 * new, and some are gone since. What is former would win every selection, were it still there.
 */
function changedFrom(make: MakeRouter): MakeRouter {
  return <T extends IntegrationLike>(list: readonly T[], options?: RouterOptions<T>) => {
    const [first] = list;
    if (first === undefined) return make(list, options);
    const isNew = (place: number): boolean => place >= list.length - Math.min(FEW, place);
    const every = Math.ceil(list.length / FEW);
    const isFormer = (place: number): boolean => place % every === 0 && !isNew(place);
    const inFormerState = (record: T, rest: IntegrationLike): T => ({
      ...record,
      ...rest,
      _organizationId: "former",
      active: true,
      priority: 1_000,
      conditions: null,
    });
    const before = list.flatMap((record, place) => {
      if (isNew(place)) return [];
      if (!isFormer(place)) return [record];
      const stranger = inFormerState(record, { _id: `gone-${place}` });
      return [stranger, inFormerState(record, {})];
    });
    return make(before, options).with({
      upsert: list.filter((_, place) => isNew(place) || isFormer(place)),
      remove: list.flatMap((_, place) => (isFormer(place) ? [`gone-${place}`] : [])),
    });
  };
}

/** Grows a list from nothing, a few records at a time. */
const grown: MakeRouter = (list, options) => {
  let router = createRouter<(typeof list)[number]>([], options);
  const step = Math.max(FEW, Math.ceil(list.length / FEW));
  for (let start = 0; start < list.length; start += step) {
    router = router.with({ upsert: list.slice(start, start + step) });
  }
  return router;
};

const generated: MakeRouter = (list, options) => createRouter(list, { ...options, codegen });

/** Every way, by its name: all must give the same answers. */
export const STRATEGIES: readonly (readonly [name: string, make: MakeRouter])[] = [
  ["the scan", scan],
  ["the index", createRouter],
  ["the index over generated code", generated],
  ["the index, put together with with()", grown],
  ["the index, changed with with()", changedFrom(createRouter)],
  ["the scan, changed with with()", changedFrom(scan)],
];
