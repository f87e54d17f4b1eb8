import type { RuleSet } from "../input/rule-set.js";
import { note } from "./terminal.js";
import { clean, nameOf } from "./text.js";

const MOST_NAMES = 5;

/** Says what a selection sets aside: it would otherwise look as if it were not there. */
export function warnOfInvalid({ name, issues }: RuleSet): void {
  const invalid = new Set<string>();
  for (const { code, integration, path } of issues) {
    const isSetAside = code === "not-an-object" || path[0] === "conditions" || path[0] === "rules";
    if (isSetAside && integration !== undefined) invalid.add(nameOf(integration));
  }
  if (invalid.size === 0) return;
  const names = [...invalid].slice(0, MOST_NAMES).join(", ");
  const others = invalid.size > MOST_NAMES ? ` and ${invalid.size - MOST_NAMES} more` : "";
  note(`warning: ${clean(name)}: set aside: ${names}${others} (validate tells why)`);
}
