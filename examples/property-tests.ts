// A rule about a rule set: every subscriber in the EU goes through a provider in the EU. The rule set
// has a mistake; the law finds it and shrinks it to the one message that shows it.
//
//   npx tsx examples/property-tests.ts

import type { IntegrationLike, SelectionContext } from "integration-router";
import { alwaysSelects, implies, LawError, reachable } from "integration-router/testing";
import { painter, wantsColor } from "../cli/output/paint.js";

const paint = painter(wantsColor(process.stdout, process.env));

interface Row extends IntegrationLike {
  readonly identifier: string;
  readonly region: "eu" | "us";
}

const EU_COUNTRIES = ["AT", "DE", "FR", "NL", "PL"];

const country = { var: "subscriber.data.country" };
const plan = { var: "subscriber.data.plan" };

const europe: Row = {
  identifier: "ses-frankfurt",
  region: "eu",
  channel: "email",
  active: true,
  priority: 10,
  rules: { in: [country, EU_COUNTRIES] },
};

/** Written when all enterprise customers were American. */
const enterprise: Row = {
  identifier: "postmark-enterprise",
  region: "us",
  channel: "email",
  active: true,
  priority: 20,
  rules: {
    and: [{ "==": [plan, "enterprise"] }, { ">=": [{ var: "payload.recipients" }, 1000] }],
  },
};

const everyoneElse: Row = {
  identifier: "sendgrid-default",
  region: "us",
  channel: "email",
  active: true,
  primary: true,
};

const mistaken = [everyoneElse, enterprise, europe];
const mended = [everyoneElse, enterprise, { ...europe, priority: 30 }];

function isInTheEu({ subscriber }: SelectionContext): boolean {
  const { data } = (subscriber ?? {}) as { readonly data?: { readonly country?: unknown } };
  return EU_COUNTRIES.some((code) => code === data?.country);
}

/** The laws that this platform holds its rule sets to; in a test runner each would be a test. */
function laws(list: readonly Row[]): readonly (readonly [title: string, law: () => void])[] {
  // A seed makes every run of this example the same. Your tests need none.
  const run = { seed: 2026, numRuns: 200 };
  return [
    ["every email is sent", () => alwaysSelects(list, { channel: "email" }, run)],
    ["every integration is of use", () => reachable(list, run)],
    [
      "every subscriber in the EU goes through a provider in the EU",
      () => implies(list, isInTheEu, (selected) => selected?.region === "eu", run),
    ],
  ];
}

function check(title: string, list: readonly Row[]): void {
  console.log(`\n${paint("bold", title)}\n`);
  for (const [law, holds] of laws(list)) {
    try {
      holds();
      console.log(`  ${paint("green", "✓")} ${law}`);
    } catch (error) {
      if (!(error instanceof LawError)) throw error;
      console.log(`  ${paint("red", "✗")} ${law}\n`);
      console.log(error.message.replaceAll(/^(?=.)/gm, "      "));
    }
  }
}

check("As it was written", mistaken);
check("With ses-frankfurt ahead of postmark-enterprise", mended);
console.log();
