import { describe } from "../issues/describe.js";
import { isAbsent, ownProperty } from "../values/kinds.js";

/**
 * Refuses every semantics but the standard one: of conditions that another decides nothing can be
 * proved.
 *
 * @throws TypeError where one is given
 */
export function refuseSemantics(options: object | undefined): void {
  const semantics = options && ownProperty(options, "semantics");
  if (isAbsent(semantics)) return;
  throw new TypeError(
    `semantics: found ${describe(semantics)}; expected none, only the standard one can be analysed`,
  );
}
