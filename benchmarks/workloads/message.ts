import type { Random } from "./random.js";

/**
 * What every workload's contexts look like. Fields are optional, since code written by hand has to
 * reckon with that as every peer does.
 */
export interface Message {
  readonly channel: "email";
  readonly subscriber: {
    readonly email?: string;
    readonly data?: { readonly country?: string; readonly plan?: string; readonly vip?: boolean };
  };
  readonly payload: { readonly order?: { readonly amount?: number; readonly weight?: number } };
  readonly tenant: { readonly id?: string };
}

/** What a workload says about a message; the rest is drawn. */
export interface MessageParts {
  readonly email?: string;
  readonly country?: string;
  readonly plan?: string;
  readonly vip?: boolean;
  readonly amount?: number;
  readonly weight?: number;
  readonly tenant?: string;
}

export const COUNTRIES: readonly string[] = (
  "AE AR AT AU BD BE BG BR CA CH CL CN CO CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN " +
  "IS IT JP KE KR LT LU LV MA MX MY NG NL NO NZ PE PH PK PL PT RO RS SA SE SG SI SK TH TR US"
).split(" ");

export const PLANS: readonly string[] = ["free", "trial", "pro", "team", "enterprise"];

export const DOMAINS: readonly string[] = ["acme.com", "example.org", "mail.test", "corp.example"];

/** A message with what the workload asks for, and something in every other field. */
export function makeMessage(random: Random, parts: MessageParts): Message {
  return {
    channel: "email",
    subscriber: {
      email: parts.email ?? `user${random.integer(1, 99_999)}@${random.pick(DOMAINS)}`,
      data: {
        country: parts.country ?? random.pick(COUNTRIES),
        plan: parts.plan ?? random.pick(PLANS),
        vip: parts.vip ?? random.chance(0.1),
      },
    },
    payload: {
      order: {
        amount: parts.amount ?? random.integer(1, 1_000_000),
        weight: parts.weight ?? random.integer(1, 10_000),
      },
    },
    tenant: { id: parts.tenant ?? `tenant-${random.integer(1, 200)}` },
  };
}
