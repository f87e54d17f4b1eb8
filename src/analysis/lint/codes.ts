/** How much a diagnostic matters: `error` for what is wrong, `warning` for what rarely is meant. */
export type Severity = "error" | "warning" | "info";

interface CodeEntry {
  readonly severity: Severity;
  readonly says: string;
}

/**
 * Every code a diagnostic can have, with its severity and what it says, in the order in which those
 * of one integration are told; the README's table is checked against it.
 */
export const DIAGNOSTIC_CODES = {
  "invalid-integration": {
    severity: "error",
    says: "the record or its conditions have an issue; `issue` is its code",
  },
  "duplicate-identifier": {
    severity: "error",
    says: "another record of the environment has the same identifier",
  },
  "never-passes": { severity: "error", says: "no context passes the conditions" },
  "always-passes": { severity: "warning", says: "every context passes the conditions" },
  "never-reached": {
    severity: "warning",
    says: "those before it in order, which `related` names, take everything that it matches",
  },
  "not-a-default": {
    severity: "info",
    says: "it has no conditions and may not be a default: only its identifier or id selects it",
  },
  "no-default": {
    severity: "warning",
    says: "on email or sms in an environment, what no condition claims is not sent",
  },
  "several-primaries": {
    severity: "warning",
    says: "another integration of the channel and environment is primary, too",
  },
  "conditional-primary": {
    severity: "warning",
    says: "a primary integration has conditions, and so is no default",
  },
  "agent-channel": { severity: "info", says: "an agent record has a channel, which nothing reads" },
  "unordered-overlap": {
    severity: "info",
    says: "it matches what `related` match, and only `createdAt` or the list's order tells them apart",
  },
  "removable-condition": {
    severity: "info",
    says: "a condition or group can be removed without changing anything",
  },
  "date-only-bound": {
    severity: "warning",
    says: "a range ends on a date without a time, that is, as that day begins",
  },
  "no-wildcard": {
    severity: "info",
    says: "a pattern has no wildcard, and so only matches the one text",
  },
  "compared-as-text": {
    severity: "warning",
    says: "an order is asked for with what is neither number nor date: only text can match",
  },
} as const satisfies Record<string, CodeEntry>;

/** A stable code: what a diagnostic is about. */
export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES;
