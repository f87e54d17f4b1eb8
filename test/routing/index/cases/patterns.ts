import type { MakeRouter } from "../support/strategies.js";
import { single, testTable, valuesOfA } from "../support/table.js";

const ADDRESSES = valuesOfA({
  acme: "ada@acme.example",
  deep: "ada@mail.acme.example",
  shout: "ADA@ACME.EXAMPLE",
  acmex: "ada@acmexexample",
  empty: "",
  ada: "ada",
  percent: "100%",
  "100": 100,
  "100n": 100n,
  true: true,
  "a Date": new Date(Date.UTC(2024, 1, 29)),
  list: ["bob@acme.example", "ada"],
  face: "😀",
  "half a face": "\ud83d",
  "a face and more": "😀@acme.example",
});

// Texts that a polynomial hash to the base 31 cannot tell apart: of one length, and of two.
const COLLIDING = valuesOfA({
  Aa: "Aa-rest",
  BB: "BB-rest",
  "from the end Aa": "rest-aA",
  "from the end BB": "rest-BB",
  one: "`-rest",
  two: "\u0000A-rest",
});

/** Patterns: beginnings, ends, whole texts, and what cannot be looked up. */
export function patterns(make: MakeRouter): void {
  testTable(make, "patterns", {
    payloads: ADDRESSES,
    examples: [
      single("LIKE", "ada%", ["acme", "deep", "acmex", "ada", "list"]),
      single("LIKE", "ada@%", ["acme", "deep", "acmex"]),
      single("LIKE", "ada@m%%", ["deep"]),
      single("LIKE", "%@acme.example", ["acme", "list", "a face and more"]),
      single("LIKE", "%.example", ["acme", "deep", "list", "a face and more"]),
      single("LIKE", "ada", ["ada", "list"]),
      single("LIKE", "ADA%", ["shout"]),
      single("LIKE", "ada@acme_example", ["acme", "acmex"]),
      single("LIKE", "%acme%", ["acme", "deep", "acmex", "list", "a face and more"]),
      single("LIKE", "a%e", ["acme", "deep", "acmex"]),
      single("LIKE", "%", [
        ...["acme", "deep", "shout", "acmex", "empty", "ada", "percent", "100", "100n", "true"],
        ...["a Date", "list", "face", "half a face", "a face and more"],
      ]),
      single("LIKE", "", ["empty"]),
      single("LIKE", "100\\%", ["percent"]),
      single("LIKE", "1%", ["percent", "100", "100n"]),
      single("LIKE", "%0", ["100", "100n"]),
      single("LIKE", 100, ["100", "100n"]),
      single("LIKE", "tr%", ["true"]),
      single("LIKE", "2024-02-29%", ["a Date"]),
      single("LIKE", "😀%", ["face", "a face and more"]),
      single("LIKE", "\ud83d%", ["half a face"]),
      single("LIKE", "%\ude00", []),
      single("ILIKE", "ada@acme%", ["acme", "shout", "acmex"]),
      single("ILIKE", "%EXAMPLE", ["acme", "deep", "shout", "acmex", "list", "a face and more"]),
      single(
        "NOT_LIKE",
        "%a%",
        ["shout", "empty", "percent", "100", "100n", "true"].concat(
          "a Date",
          "face",
          "half a face",
        ),
      ),
    ],
  });

  testTable(make, "patterns take no notice of the type", {
    type: "DATE",
    payloads: ADDRESSES,
    examples: [
      single("LIKE", "ada%", ["acme", "deep", "acmex", "ada", "list"]),
      single("LIKE", "%@acme.example", ["acme", "list", "a face and more"]),
      single("LIKE", "ada", ["ada", "list"]),
    ],
  });

  testTable(make, "texts that a hash confuses", {
    payloads: COLLIDING,
    examples: [
      single("LIKE", "Aa%", ["Aa"]),
      single("LIKE", "BB%", ["BB"]),
      single("LIKE", "AaB%", []),
      single("LIKE", "BBBB%", []),
      single("LIKE", "%aA", ["from the end Aa"]),
      single("LIKE", "%BB", ["from the end BB"]),
      single("LIKE", "`%", ["one"]),
      single("LIKE", "\u0000A%", ["two"]),
    ],
  });
}
