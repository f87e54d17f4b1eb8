import { hasBraces } from "../../conditions/reading/reference.js";
import { CHANNELS, type Channel } from "../../integration.js";
import { operators, type TreeOperatorName } from "../../operators/registry.js";
import { type Field, keyOfField } from "../../values/field.js";
import type { Scalar } from "../../values/scalar.js";
import { readField } from "../fields.js";

/** The tenant that a record belongs to. */
export interface Tenant {
  readonly organizationId: string;
  readonly environmentId: string;
}

/** What random conditions and rules are about. */
export interface ConditionsOptions {
  /**
   * The fields, each with the literals that it is compared with. A field is a source, a dot and a
   * path. Without it: a plan, a country, a number of orders, a date and a total.
   */
  readonly fields?: Readonly<Record<string, readonly Scalar[]>> | undefined;
  /** The operators; all of them without it. Conditions and rules use those that they can say. */
  readonly operators?: readonly TreeOperatorName[] | undefined;
  /** Your own sources, beside the built-in ones. */
  readonly sources?: readonly string[] | undefined;
  /** How deep groups nest, 2 without it. */
  readonly maxDepth?: number | undefined;
}

/** What random records are about. */
export interface IntegrationOptions extends ConditionsOptions {
  /** The channels; all of them without it. */
  readonly channels?: readonly Channel[] | undefined;
  /** The tenants; one without it. */
  readonly tenants?: readonly Tenant[] | undefined;
}

/** How long a random list is. */
export interface IntegrationsOptions extends IntegrationOptions {
  readonly minLength?: number | undefined;
  /** 8 without it. */
  readonly maxLength?: number | undefined;
}

/** A field, and the literals that it is compared with. */
export interface FieldPool {
  readonly name: string;
  readonly field: Field;
  readonly values: readonly Scalar[];
}

/** The options with the defaults filled in. */
export interface Vocabulary {
  readonly pools: readonly FieldPool[];
  readonly operators: readonly TreeOperatorName[];
  readonly maxDepth: number;
  readonly channels: readonly Channel[];
  readonly tenants: readonly Tenant[];
}

const DEFAULT_FIELDS: NonNullable<ConditionsOptions["fields"]> = {
  "subscriber.data.plan": ["free", "pro", "enterprise"],
  "subscriber.data.country": ["DE", "FR", "US"],
  "subscriber.data.orders": [0, 10, 100],
  "subscriber.data.signedUpAt": ["2026-01-01", "2026-03-01T09:30:00Z"],
  "payload.total": [100, 1000],
};

const DEFAULT_TENANTS: readonly Tenant[] = [{ organizationId: "org-1", environmentId: "env-1" }];

/**
 * Fills the defaults in.
 *
 * @throws TypeError on a field, a literal or an operator that is none, and where there are none
 */
export function vocabularyOf(options: IntegrationOptions): Vocabulary {
  const { fields = DEFAULT_FIELDS, sources, maxDepth = 2 } = options;
  const pools = Object.entries(fields).map(([name, values]) => {
    return { name, field: readField(name, sources), values: checkValues(name, values) };
  });
  const names = Object.keys(operators) as TreeOperatorName[];
  const chosen = checkSome("operators", options.operators ?? names);
  const unknown = chosen.find((name) => !Object.hasOwn(operators, name));
  if (unknown !== undefined) {
    throw new TypeError(`operators: found ${unknown}; expected some of ${names.join(", ")}`);
  }
  return {
    pools: checkSome("fields", distinctFields(pools)),
    operators: chosen,
    maxDepth,
    channels: checkSome("channels", options.channels ?? CHANNELS),
    tenants: checkSome("tenants", options.tenants ?? DEFAULT_TENANTS),
  };
}

function distinctFields(pools: readonly FieldPool[]): FieldPool[] {
  return [...new Map(pools.map((pool) => [keyOfField(pool.field), pool])).values()];
}

function checkSome<V>(option: string, values: readonly V[]): readonly V[] {
  if (values.length === 0) throw new TypeError(`${option}: found none; expected at least one`);
  return values;
}

/** Text with braces would be a reference, or an issue. */
function checkValues(name: string, values: readonly Scalar[]): readonly Scalar[] {
  const wrong = values.find((value) => {
    return typeof value === "number" ? !Number.isFinite(value) : hasBraces(String(value));
  });
  if (wrong !== undefined) {
    throw new TypeError(
      `fields[${JSON.stringify(name)}]: found ${String(wrong)}; expected strings without {{ and }}, finite numbers and booleans`,
    );
  }
  return checkSome(`fields[${JSON.stringify(name)}]`, values);
}
