import { oneOf } from "../../issues/describe.js";
import type { IssueLog } from "../../issues/issue-log.js";
import { DURATION_UNITS, type DurationOperand } from "../../operators/operand.js";
import { isObject, ownProperty } from "../../values/kinds.js";

/** Reads `{ "amount": 30, "unit": "days" }`; the log gets an issue for each part that is wrong. */
export function parseDuration(raw: unknown, log: IssueLog): DurationOperand | undefined {
  if (!isObject(raw)) {
    const expected = 'a length of time such as { "amount": 30, "unit": "days" }';
    return log.addWrong("invalid-duration", raw, expected);
  }
  const amount = parseAmount(ownProperty(raw, "amount"), log);
  const unit = parseUnit(ownProperty(raw, "unit"), log);
  return amount !== undefined && unit !== undefined
    ? { kind: "duration", amount, unit }
    : undefined;
}

function parseAmount(raw: unknown, log: IssueLog): number | undefined {
  if (typeof raw === "number" && Number.isSafeInteger(raw) && raw > 0) return raw;
  return log.addWrong("invalid-duration", raw, "a whole number above 0", "amount");
}

function parseUnit(raw: unknown, log: IssueLog): DurationOperand["unit"] | undefined {
  const known = DURATION_UNITS.find((unit) => unit === raw);
  if (known !== undefined) return known;
  return log.addWrong("invalid-duration", raw, oneOf(DURATION_UNITS), "unit");
}
