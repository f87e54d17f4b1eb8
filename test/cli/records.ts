import type { Condition, Integration } from "integration-router";

/** An email integration of the one tenant, wanted for a subscriber's country. */
export function forCountry(identifier: string, value: string, priority = 0): Integration {
  const condition: Condition = { on: "subscriber", field: "country", operator: "IN", value };
  return { ...email(identifier), priority, conditions: [{ value: "AND", children: [condition] }] };
}

/** An email integration without conditions. */
export function email(identifier: string): Integration {
  return {
    _environmentId: "production",
    _organizationId: "acme",
    identifier,
    providerId: "ses",
    channel: "email",
    active: true,
  };
}

/** The primary one. */
export const sendgrid: Integration = {
  ...email("sendgrid"),
  providerId: "sendgrid",
  primary: true,
};

/** One that only the European get. */
export const frankfurt: Integration = forCountry("ses-frankfurt", "DE, FR");

/** One whose conditions are no conditions. */
export const mistaken: Integration = {
  ...email("mailgun"),
  conditions: [
    {
      type: "NUMBER",
      value: "AND",
      children: [{ on: "payload", field: "total", operator: "LARGER", value: "1,000" }],
    },
  ],
};

/** One of another channel and environment. */
export const staging: Integration = {
  ...email("twilio"),
  _environmentId: "staging",
  providerId: "twilio",
  channel: "sms",
  primary: true,
};
