import { INFERRED, type KindsTable, NEVER, testKinds } from "../support/kinds-table.js";

const NUMBER_ROWS: KindsTable["rows"] = {
  ...NEVER,
  //                     =  >  >= <  <= []  IN AN AL LK IL DEF
  true: "                -  -  -  -  -  -   -  -  -  -  -  +",
  false: "               -  -  -  -  -  -   -  -  -  -  -  +",
  "-0": "                -  -  -  +  +  -   -  -  -  -  -  +",
  "5": "                 +  -  +  -  +  +   +  +  +  +  +  +",
  "epoch 2024-01-01": "  -  +  +  -  -  -   -  -  -  -  -  +",
  Infinity: "            -  +  +  -  -  -   -  -  -  -  -  +",
  "-Infinity": "         -  -  -  +  +  -   -  -  -  -  -  +",
  "5n": "                +  -  +  -  +  +   +  +  +  +  +  +",
  '""': "                -  -  -  -  -  -   -  -  -  -  -  +",
  '"5"': "               +  -  +  -  +  +   +  +  +  +  +  +",
  '" 5 "': "             +  -  +  -  +  +   +  +  +  -  -  +",
  '"5.0"': "             +  -  +  -  +  +   +  +  +  +  +  +",
  '"0x5"': "             -  -  -  -  -  -   -  -  -  -  -  +",
  '"abc"': "             -  -  -  -  -  -   -  -  -  -  -  +",
  '"true"': "            -  -  -  -  -  -   -  -  -  -  -  +",
  '"2024-01-01"': "      -  -  -  -  -  -   -  -  -  -  -  +",
  '"2024-02-30"': "      -  -  -  -  -  -   -  -  -  -  -  +",
  "Date 2024-01-01": "   -  -  -  -  -  -   -  -  -  -  -  +",
  "[5]": "               +  -  +  -  +  +   +  +  +  +  +  +",
  '["5"]': "             +  -  +  -  +  +   +  +  +  +  +  +",
  '["abc", true, 5]': "  +  -  +  -  +  +   +  +  -  +  +  +",
  "[null, 5]": "         +  -  +  -  +  +   +  +  -  +  +  +",
  "[Date 2024-01-01]": " -  -  -  -  -  -   -  -  -  -  -  +",
  "[true]": "            -  -  -  -  -  -   -  -  -  -  -  +",
  '["abc"]': "           -  -  -  -  -  -   -  -  -  -  -  +",
};

testKinds("compared with 5", {
  types: ["NUMBER"],
  scalar: "5",
  range: "5, 7",
  list: "5, 7",
  like: "5%",
  ilike: "5%",
  rows: NUMBER_ROWS,
});

testKinds("compared with the number 5", {
  types: INFERRED,
  scalar: 5,
  range: [5, 7],
  list: [5, 7],
  like: "5%",
  ilike: "5%",
  rows: {
    ...NUMBER_ROWS,
    // A string is compared as text for equality, whatever number it spells.
    //                     =  >  >= <  <= []  IN AN AL LK IL DEF
    '" 5 "': "             -  -  +  -  +  +   -  -  -  -  -  +",
    '"5.0"': "             -  -  +  -  +  +   -  -  -  +  +  +",
  },
});

testKinds('compared with the string "5"', {
  types: INFERRED,
  scalar: "5",
  range: "5, 7",
  list: "5, 7",
  like: "5%",
  ilike: "5%",
  rows: {
    ...NUMBER_ROWS,
    //                     =  >  >= <  <= []  IN AN AL LK IL DEF
    '" 5 "': "             -  -  +  -  +  +   -  -  -  -  -  +",
    '"5.0"': "             -  -  +  -  +  +   -  -  -  +  +  +",
  },
});
