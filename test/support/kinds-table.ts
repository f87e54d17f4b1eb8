import { describe, expect, test } from "@jest/globals";
import { KINDS, type Kind } from "./kinds.js";
import { holds } from "./passes.js";

// Tables of every kind of value under every operator. A row has one cell an operator, in the order
// of COLUMNS: "+" where it passes and "-" where it does not. The negative operators have no columns:
// they must be the opposite of their positive one everywhere.

type Column = readonly [positive: string, negative?: string];

const COLUMNS: readonly Column[] = [
  ["EQUAL", "NOT_EQUAL"],
  ["LARGER"],
  ["LARGER_EQUAL"],
  ["SMALLER"],
  ["SMALLER_EQUAL"],
  ["BETWEEN", "NOT_BETWEEN"],
  ["IN", "NOT_IN"],
  ["ANY_IN"],
  ["ALL_IN"],
  ["LIKE", "NOT_LIKE"],
  ["ILIKE", "NOT_ILIKE"],
  ["IS_DEFINED"],
];

// The operators that a group of the type BOOLEAN may hold.
const UNORDERED = COLUMNS.filter(([operator]) => !/LARGER|SMALLER|BETWEEN/.test(operator));

export interface KindsTable {
  /** The types of group that it holds for. */
  readonly types: readonly string[];
  /** What each family of operators compares with. */
  readonly scalar: unknown;
  readonly list: unknown;
  readonly like: string;
  readonly ilike: string;
  /** Absent where the operators that need an order have no cells. */
  readonly range?: unknown;
  readonly rows: Readonly<Record<Kind, string>>;
}

/** The rows of what never passes under a type with an order, and at most is defined. */
export const NEVER = {
  //                     =  >  >= <  <= []  IN AN AL LK IL DEF
  undefined: "           -  -  -  -  -  -   -  -  -  -  -  -",
  null: "                -  -  -  -  -  -   -  -  -  -  -  -",
  NaN: "                 -  -  -  -  -  -   -  -  -  -  -  +",
  "invalid Date": "      -  -  -  -  -  -   -  -  -  -  -  +",
  symbol: "              -  -  -  -  -  -   -  -  -  -  -  +",
  function: "            -  -  -  -  -  -   -  -  -  -  -  +",
  "{}": "                -  -  -  -  -  -   -  -  -  -  -  +",
  "Object(5)": "         -  -  -  -  -  -   -  -  -  -  -  +",
  "[]": "                -  -  -  -  -  -   -  -  -  -  -  +",
  "[null, undefined]": " -  -  -  -  -  -   -  -  -  -  -  +",
  "[[5]]": "             -  -  -  -  -  -   -  -  -  -  -  +",
  "[{}]": "              -  -  -  -  -  -   -  -  -  -  -  +",
} as const satisfies Partial<KindsTable["rows"]>;

/** The types that leave the domain to the values. */
export const INFERRED: readonly string[] = ["GROUP", "STATEMENT", "LIST", "MULTI_LIST"];

function operandOf(operator: string, table: KindsTable): unknown {
  if (operator.endsWith("ILIKE")) return table.ilike;
  if (operator.endsWith("LIKE")) return table.like;
  if (operator.endsWith("BETWEEN")) return table.range;
  return operator.endsWith("IN") ? table.list : table.scalar;
}

/** A row as the engine fills it in, each cell with its operator, so that a failure names it. */
function observed(
  columns: readonly Column[],
  a: unknown,
  type: string,
  table: KindsTable,
): string[] {
  return columns.map(([operator, complement]) => {
    const operand = operandOf(operator, table);
    const passes = holds(a, operator, operand, type);
    if (complement !== undefined && holds(a, complement, operand, type) === passes) {
      return `${complement} is not the opposite of ${operator}`;
    }
    return `${operator} ${passes ? "+" : "-"}`;
  });
}

function expected(columns: readonly Column[], row: string): string[] {
  const cells = row.trim().split(/\s+/);
  return columns.map(([operator], index) => `${operator} ${cells[index]}`);
}

/** A test for every row of a table, under each of its types. */
export function testKinds(name: string, table: KindsTable): void {
  const columns = "range" in table ? COLUMNS : UNORDERED;
  describe.each(table.types)(`${name}: %s`, (type) => {
    test.each(Object.entries(table.rows))("%s", (kind, row) => {
      const a = KINDS[kind as Kind];
      expect(observed(columns, a, type, table)).toEqual(expected(columns, row));
    });

    test("has every kind of value", () => {
      expect(Object.keys(table.rows).sort()).toEqual(Object.keys(KINDS).sort());
    });
  });
}
