/*
 * What a user of the package would write. The package tests copy this file beside the installed
 * tarball, type-check it under each resolution and run it in each format.
 */
import {
  type Condition,
  ConditionsError,
  compileConditions,
  createRouter,
  explainSelection,
  formatExplanation,
  type Integration,
  parseConditions,
  parseIntegrations,
  rankIntegrations,
  resolveIntegration,
  type SelectionContext,
  selectIntegration,
} from "integration-router";

const ours: Integration = {
  _environmentId: "production",
  _organizationId: "acme",
  identifier: "sendgrid",
  providerId: "sendgrid",
  channel: "email",
  active: true,
  primary: true,
};

const europe: Integration = {
  ...ours,
  identifier: "ses-europe",
  providerId: "ses",
  channel: "email",
  primary: false,
  conditions: [
    {
      type: "TEXT",
      value: "AND",
      children: [{ on: "subscriber", field: "data.country", operator: "IN", value: "DE, FR" }],
    },
  ],
};

/** A row of the user's own, with a column that the package knows nothing of. */
interface Row {
  readonly identifier: string;
  readonly channel: string;
  readonly active: boolean;
  readonly conditions: unknown;
  readonly region: string;
}

const row: Row = {
  identifier: "mistaken",
  channel: "email",
  active: true,
  conditions: [{ value: "XOR", children: [] }],
  region: "eu",
};

const toGermany: SelectionContext = {
  channel: "email",
  subscriber: { data: { country: "DE" } },
};
const toNobody: SelectionContext = { channel: "push" };

// Were the types lost on the way, nothing here would be an error, and the directives themselves were.
// @ts-expect-error there is no such channel
export const wrongChannel: SelectionContext = { channel: "letter" };
// @ts-expect-error there is no such source
export const wrongSource: Condition = { on: "user", field: "plan", operator: "IS_DEFINED" };
// @ts-expect-error there is no such operator
export const wrongOperator: Condition = { on: "payload", field: "plan", operator: "EQUALS" };

/** Exported without a type, as users do: what is inferred must be nameable in a declaration. */
export const selected = selectIntegration([ours, europe], toGermany);
export const selectedRow = selectIntegration([row], { channel: "email" }, { onInvalid: "block" });
export const router = createRouter([ours, europe]);
export const parsed = parseIntegrations({ data: [ours, row, "nonsense"] });
export const tree = parseConditions(row.conditions);
export const predicate = compileConditions(europe.conditions);
export const explanation = explainSelection([ours, europe], toGermany);

function codesOf(conditions: unknown): readonly string[] {
  try {
    compileConditions(conditions);
    return [];
  } catch (error) {
    if (error instanceof ConditionsError) return error.issues.map(({ code }) => code);
    throw error;
  }
}

/** What the run found out; all of it survives JSON. */
export const report = {
  selected: selected?.identifier,
  region: selectedRow?.region,
  resolved: resolveIntegration([ours, europe], { channel: "email" }).reason,
  nobody: router.resolve(toNobody).reason,
  ranked: rankIntegrations([ours, europe], toGermany).map(({ identifier }) => identifier),
  passes: predicate(toGermany),
  parsed: tree.issues.length,
  routed: router.select(toGermany)?.providerId,
  codes: codesOf(row.conditions),
  issues: parsed.issues.map(({ path }) => path),
  outcomes: explanation.candidates.map(({ outcome }) => outcome),
  text: formatExplanation(explanation),
};
