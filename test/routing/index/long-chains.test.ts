import { describe, expect, test } from "@jest/globals";
import { createRouter } from "integration-router";
import { MATCHING, message, type Row, row } from "../support/rows.js";
import { BOTH } from "./support/both.js";

// A failover chain can be as long as the list: longer than a call has room for arguments.

const COUNT = 150_000;

const [matching, plain] = [row("matching", { conditions: MATCHING }), row("plain")];
const list: readonly Row[] = Array.from({ length: COUNT }, (_, place) =>
  place < 3 ? matching : plain,
);

describe.each(BOTH)("%s", (_, options) => {
  test("ranks a hundred thousand defaults and more", () => {
    const router = createRouter(list, options);
    const chain = router.rank(message());
    expect(chain.length).toBe(COUNT);
    expect(chain.slice(2, 4)).toEqual([matching, plain]);
  });
});
