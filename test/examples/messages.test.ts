import { describe, expect, test } from "@jest/globals";
import {
  CHANNELS,
  createRouter,
  type Integration,
  parseIntegrations,
  type Reason,
} from "integration-router";
import {
  callOptions,
  type Message,
  readIntegrations,
  readMessages,
} from "../../examples/support/data.js";

const router = createRouter(parseIntegrations(readIntegrations()).integrations);
const messages = readMessages();

/** What each message selects, and why, thought out from the records and not from a run. */
const STORY: Readonly<Record<string, readonly [identifier: string | undefined, reason: Reason]>> = {
  // Nothing claims a shipping mail to the US: the primary serves.
  "Order shipped to Portland": ["sendgrid-default", "default"],
  // France is on the list of countries.
  "Order shipped to Lyon": ["ses-frankfurt", "targeting-match"],
  // Denmark is on that list too, but the shop's own account has the higher priority.
  "Order shipped by Juniper Outfitters": ["juniper-mailgun", "targeting-match"],
  // The primary is excluded, and "any" lets the other unconditional one serve.
  "Order shipped, SendGrid is down": ["ses-standby", "default"],
  "Order shipped, on staging": ["mailtrap-staging", "default"],
  "Contract renewal for Kestrel Air": ["postmark-enterprise", "targeting-match"],
  // 18:05 in New York is 23:05 UTC, on the 27th, within the week.
  "Receipt on Black Friday": ["sparkpost-black-friday", "targeting-match"],
  // The plan has priority 40, the week 30.
  "Receipt on Black Friday, Kestrel Air": ["postmark-enterprise", "targeting-match"],
  "Spring newsletter to Toronto": ["mailjet-newsletters", "targeting-match"],
  // The tag matches, but a shop on trial is what the negated group keeps out.
  "Spring newsletter of a trial shop": ["sendgrid-default", "default"],
  "Payslip for Fernway's own staff": ["outlook365-staff", "targeting-match"],
  // The record that would fit has a mistake, and is passed over.
  "Loyalty reward": ["sendgrid-default", "default"],
  // The same, but the mistaken record blocks: no conditions above its priority of 70 pass.
  "Loyalty reward, fail closed": [undefined, "blocked"],
  // A starter shop does not meet the conditions, but they are not looked at.
  "Password reset, pinned to Postmark": ["postmark-enterprise", "identifier"],
  // The record is inactive, and a pinned message has no fallback.
  "Replay through retired Mandrill": [undefined, "none"],
  // Both tags are on the list of three.
  "Login code": ["sinch-security", "targeting-match"],
  // One tag of two is not, and US is not the shop's GB.
  "Flash sale, mistagged as security": ["twilio-default", "default"],
  "Delivery window within Britain": ["nexmo-domestic", "targeting-match"],
  "Parcel at the door, iPhone": ["apns-ios", "targeting-match"],
  // Push needs no primary for a default.
  "Parcel at the door, Android": ["fcm-default", "default"],
  // Build 4812 is below 5000, but on Android 4800 is enough.
  "Parcel at the door, beta tester": ["expo-beta", "targeting-match"],
  "Checkout is failing": ["slack-on-call", "targeting-match"],
  "Weekly numbers for Kestrel Air": ["msteams-shops", "targeting-match"],
  "New product review": ["novu-inbox", "default"],
  "Where is my parcel?": ["parcel-assistant", "default"],
  // 12,400 is in the range, whose priority is above that of the country list with DE.
  "Payment of 12,400 EUR": ["pay-ses-audited", "targeting-match"],
  // 18 is below the range, CH is not in the EU, and "none" forbids the default.
  "Payment of 18 CHF, EU routes only": [undefined, "none"],
  "Payment code": ["pay-sns-codes", "default"],
};

function messagesWith(matches: (message: Message) => boolean): string[] {
  return messages.filter(matches).map(({ name }) => name);
}

function rank({ context, options }: Message): string[] {
  return router.rank(context, callOptions(options)).map(({ identifier }) => identifier);
}

describe("the messages", () => {
  test("are at least 15, and the story has each of them", () => {
    expect(messages.length).toBeGreaterThanOrEqual(15);
    expect(Object.keys(STORY)).toEqual(messages.map(({ name }) => name));
  });

  test.each(messages)("$name", ({ name, context, options }) => {
    const { integration, reason } = router.resolve(context, callOptions(options));
    expect([integration?.identifier, reason]).toEqual(STORY[name]);
  });

  test("have every reason among them", () => {
    expect(new Set(Object.values(STORY).map(([, reason]) => reason))).toEqual(
      new Set<Reason>(["identifier", "targeting-match", "default", "none", "blocked"]),
    );
  });

  test("are for every channel, and for an agent", () => {
    const channels = new Set(messages.map(({ context }) => context.channel));
    expect(channels).toEqual(new Set([...CHANNELS, undefined]));
    expect(messagesWith(({ context }) => context.kind === "agent")).toEqual([
      "Where is my parcel?",
    ]);
  });

  test("name their organization and environment, and could not do without", () => {
    for (const { context } of messages) {
      const { organizationId, environmentId, ...forgotten } = context;
      expect(() => router.select({ ...forgotten, environmentId })).toThrow(TypeError);
      expect(() => router.select({ ...forgotten, organizationId })).toThrow(TypeError);
    }
  });

  test("exclude a provider by its id", () => {
    const down = messages.find(({ options }) => options?.exclude !== undefined);
    expect(down?.name).toBe("Order shipped, SendGrid is down");
    const sendgrid = { providerId: "sendgrid" } as Integration;
    const postmark = { providerId: "postmark" } as Integration;
    const { exclude } = callOptions(down?.options);
    expect([exclude?.(sendgrid), exclude?.(postmark)]).toEqual([true, false]);
  });

  test("show a failover chain: the plan, the week, the primary, the standby", () => {
    const shown = messages.filter(({ show }) => show === "chain");
    expect(shown.map(({ name }) => name)).toEqual(["Receipt on Black Friday, Kestrel Air"]);
    expect(shown.map(rank)).toEqual([
      ["postmark-enterprise", "sparkpost-black-friday", "sendgrid-default", "ses-standby"],
    ]);
  });

  test("show one explanation", () => {
    expect(messagesWith(({ show }) => show === "explanation")).toEqual([
      "Spring newsletter of a trial shop",
    ]);
  });
});
