/** 2024-01-01T00:00:00.000Z as epoch milliseconds. */
export const EPOCH = 1_704_067_200_000;

/** One value of every kind a field can hold, and the strings that nearly are something else. */
export const KINDS = {
  undefined: undefined,
  null: null,
  true: true,
  false: false,
  "-0": -0,
  "5": 5,
  "epoch 2024-01-01": EPOCH,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
  "5n": 5n,
  '""': "",
  '"5"': "5",
  '" 5 "': " 5 ",
  '"5.0"': "5.0",
  '"0x5"': "0x5",
  '"abc"': "abc",
  '"true"': "true",
  '"2024-01-01"': "2024-01-01",
  '"2024-02-30"': "2024-02-30",
  "Date 2024-01-01": new Date(EPOCH),
  "invalid Date": new Date(Number.NaN),
  symbol: Symbol("5"),
  function: () => 5,
  "{}": {},
  "Object(5)": Object(5) as object,
  "[]": [],
  "[5]": [5],
  '["5"]': ["5"],
  '["abc", true, 5]': ["abc", true, 5],
  "[null, undefined]": [null, undefined],
  "[null, 5]": [null, 5],
  "[[5]]": [[5]],
  "[{}]": [{}],
  "[Date 2024-01-01]": [new Date(EPOCH)],
  "[true]": [true],
  '["abc"]': ["abc"],
} as const satisfies Record<string, unknown>;

/** The name of a kind of value. */
export type Kind = keyof typeof KINDS;
