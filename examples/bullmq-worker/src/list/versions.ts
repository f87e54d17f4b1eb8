import type { Integration } from "integration-router";
import type { ListChange } from "./list-change.js";

/** The list at each version, from 0, made by hand and without a router, to hold the routers against. */
export function listVersions(
  list: readonly Integration[],
  changes: readonly ListChange[],
): readonly (readonly Integration[])[] {
  const versions = [list];
  let current = list;
  for (const change of changes) {
    current = changed(current, change);
    versions.push(current);
  }
  return versions;
}

function changed(
  list: readonly Integration[],
  { upsert = [], remove = [] }: ListChange,
): readonly Integration[] {
  const known = new Set(list.map(({ _id }) => _id));
  return [
    ...list
      .filter(({ _id }) => _id === undefined || !remove.includes(_id))
      .map((old) => upsert.find(({ _id }) => _id === old._id) ?? old),
    ...upsert.filter(({ _id }) => !known.has(_id)),
  ];
}
