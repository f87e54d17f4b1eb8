import type { Evaluable } from "../../tree/opaque.js";
import { type Finding, traceFinding } from "../finding.js";

/** A group or condition as Novu decides it. */
export interface Part {
  /** Whether a condition stands in it; a record in which none does is unconditional. */
  readonly holdsCondition: boolean;
  /** Decides it; never throws. */
  readonly passes: (context: object) => boolean;
  /** Tells how it decides; never throws. */
  readonly inspect: (context: object) => Finding;
}

/** What always decides the same. */
export function constantPart(passed: boolean, holdsCondition: boolean): Part {
  return { holdsCondition, passes: () => passed, inspect: () => ({ kind: "constant", passed }) };
}

/** All of the members, or any of them; a lone member is itself. */
export function joined(kind: "and" | "or", members: readonly Part[]): Part {
  const [only, ...others] = members;
  if (only !== undefined && others.length === 0) return only;
  const passes =
    kind === "and"
      ? (context: object) => members.every((member) => member.passes(context))
      : (context: object) => members.some((member) => member.passes(context));
  return {
    holdsCondition: members.some(({ holdsCondition }) => holdsCondition),
    passes,
    inspect: (context) => ({
      kind,
      passed: passes(context),
      children: members.map((member) => member.inspect(context)),
    }),
  };
}

/** A part that stands for the whole of a record's conditions. */
export function wholeOf({ holdsCondition, passes, inspect }: Part): Evaluable {
  return holdsCondition
    ? {
        kind: "opaque",
        usesClock: false,
        passes,
        trace: (context, _now, redact) => traceFinding(inspect(context), redact),
      }
    : { kind: "constant", value: passes(NO_CONTEXT) };
}

const NO_CONTEXT = {};
