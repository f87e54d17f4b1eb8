import type { IntegrationLike } from "../../integration.js";
import { quote } from "../../issues/describe.js";
import type { Access } from "../../operators/access.js";
import { isReference } from "../../operators/operand.js";
import { literalOf } from "../../operators/pattern-tokens.js";
import { operators, type TreeOperatorName } from "../../operators/registry.js";
import type { ConditionNode } from "../../tree/tree.js";
import { conditionsOf } from "../../tree/walk.js";
import { conditionsIn } from "../decision-lists/places.js";
import { refTo } from "../decision-lists/ref-to.js";
import type { DiagnosticCode } from "./codes.js";
import type { LintRun } from "./run.js";

/** What one check says of a condition; nothing where it has nothing to say. */
type OperandCheck = (condition: ConditionNode) => string | undefined;

const CHECKS: readonly (readonly [DiagnosticCode, OperandCheck])[] = [
  ["date-only-bound", endsOnADay],
  ["no-wildcard", lacksWildcard],
  ["compared-as-text", comparesText],
];

/** Tells of operands that are as they may be, and rarely what was meant. */
export function checkOperands<T extends IntegrationLike>(run: LintRun<T>): void {
  for (const { candidate, place } of run.conditioned) {
    for (const { node, path } of conditionsIn(place)) {
      for (const [code, check] of CHECKS) {
        for (const message of conditionsOf(node).flatMap((condition) => check(condition) ?? [])) {
          run.tell(code, refTo(candidate), { path, message });
        }
      }
    }
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function endsOnADay(condition: ConditionNode): string | undefined {
  const { operand } = condition;
  if (operand.kind !== "range" || typeof operand.high !== "string" || !DAY.test(operand.high)) {
    return undefined;
  }
  const access = accessOf(condition);
  if (access?.kind !== "interval" || access.order.name !== "dates") return undefined;
  return `found ${quote(operand.high)} as the upper bound, which is that day's first moment; expected a time as well, such as ${operand.high}T23:59:59.999Z`;
}

function lacksWildcard({ operator, operand }: ConditionNode): string | undefined {
  if (operators[operator].shape !== "pattern" || operand.kind !== "scalar") return undefined;
  const { term } = operand;
  if (isReference(term) || literalOf(String(term)) === undefined) return undefined;
  return `found the pattern ${quote(String(term))}, which has no wildcard; expected % or _ in it, or an operator for equality`;
}

function comparesText(condition: ConditionNode): string | undefined {
  const access = accessOf(condition);
  if (access?.kind !== "interval" || access.order.name !== "strings") return undefined;
  const { operator } = condition;
  return `${operator} with neither numbers nor dates compares text alone, by its characters; expected a number or a date, or type TEXT`;
}

function accessOf<N extends TreeOperatorName>({
  operator,
  operand,
  type,
}: ConditionNode<N>): Access | undefined {
  return operators[operator].access(operand, type);
}
