import { describe, expect, test } from "@jest/globals";
import { findDisagreement, mustAgree } from "../../benchmarks/peers/agreement.js";

const numbers = [1, 2, 3];
const even = [false, true, false];

describe("before anything is timed", () => {
  test("a contender that decides the same is let through, awaited or not", async () => {
    expect(await findDisagreement(numbers, even, (each) => each % 2 === 0)).toBeUndefined();
    expect(await findDisagreement(numbers, even, async (each) => each % 2 === 0)).toBeUndefined();
  });

  test("one that decides otherwise is told with the first message", async () => {
    const found = await findDisagreement(numbers, even, () => false);
    expect(found).toBe("on message 1: false instead of true");
  });

  test("one that throws is told too", async () => {
    const found = await findDisagreement(numbers, even, () => {
      throw new TypeError("no");
    });
    expect(found).toBe("on message 0: TypeError: no");
  });

  test("the package's own must not decide otherwise", async () => {
    await expect(mustAgree("the index", numbers, even, () => false)).rejects.toThrow(
      "the index decides otherwise on message 1",
    );
    await expect(mustAgree("it", numbers, even, (n) => n === 2)).resolves.toBeUndefined();
  });
});
