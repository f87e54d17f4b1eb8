import { expect, test } from "@jest/globals";
import { runExample } from "./run-example.js";

test("the property tests find the mistake, shrink it to one message, and find none once it is mended", async () => {
  const output = await runExample("property-tests.ts");
  const [before = "", after = ""] = output.split("With ses-frankfurt ahead of");
  expect(before.match(/[✓✗] .*/g)).toEqual([
    "✓ every email is sent",
    "✓ every integration is of use",
    "✗ every subscriber in the EU goes through a provider in the EU",
  ]);
  const message = {
    channel: "email",
    subscriber: { data: { plan: "enterprise", country: "AT" } },
    payload: { recipients: 1000 },
  };
  expect(before).toContain(`      context: ${JSON.stringify(message)}\n`);
  expect(before).toContain("      implies: postmark-enterprise is selected");
  expect(before).toContain("      ├─ ○ ses-frankfurt (email): eligible, later in order\n");
  expect(after.match(/[✓✗]/g)).toEqual(["✓", "✓", "✓"]);
});
