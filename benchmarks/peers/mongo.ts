import type { Rule, Test } from "../workloads/rule.js";

/** A rule as a MongoDB query, which three of the peers read. */
export function toMongo(rule: Rule): MongoQuery {
  switch (rule.kind) {
    case "all":
      return joined(rule.rules.map(toMongo));
    case "any":
      return { $or: rule.rules.map(toMongo) };
    case "not":
      return toComplement(rule.rule);
    default:
      return { [rule.field]: toOperators(rule) };
  }
}

export type MongoQuery = { readonly [key: string]: unknown };

function toComplement(rule: Rule): MongoQuery {
  if (rule.kind === "equal") return { [rule.field]: { $ne: rule.value } };
  if (rule.kind === "in") return { [rule.field]: { $nin: rule.values } };
  return { $nor: [toMongo(rule)] };
}

function toOperators(test: Test): unknown {
  switch (test.kind) {
    case "equal":
      return test.value;
    case "in":
      return { $in: test.values };
    case "between":
      return { $gte: test.low, $lte: test.high };
    case "at-least":
      return { $gte: test.low };
    case "ends-with":
      return { $regex: `${test.suffix.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$` };
  }
}

/** One object where no key stands twice, as a person would write it. */
function joined(queries: readonly MongoQuery[]): MongoQuery {
  const keys = queries.flatMap((query) => Object.keys(query));
  if (new Set(keys).size < keys.length) return { $and: queries };
  return Object.assign({}, ...queries);
}
