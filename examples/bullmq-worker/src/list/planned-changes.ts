import type { Integration } from "integration-router";
import type { ListChange } from "./list-change.js";

/** A change that somebody makes to the list while messages go out. */
export interface PlannedChange {
  readonly name: string;
  readonly change: ListChange;
  /** Whether the listeners are cut off while it is published. */
  readonly unheard?: true;
}

/** What happens to the list during a run, in even distances. No message is left without a way out. */
export function plannedChanges(list: readonly Integration[]): readonly PlannedChange[] {
  const sendgrid = named(list, "sendgrid-default");
  const standby = named(list, "ses-standby");
  const resend = {
    ...sendgrid,
    _id: "6a1d0f3e5b7c9a2d4e6f8b01",
    name: "Default email (Resend)",
    identifier: "resend-default",
    providerId: "resend",
    credentials: { apiKey: "re_fake-resend-key" },
    createdAt: "2026-03-02T09:00:00.000Z",
  };
  return [
    {
      name: "sendgrid-default is switched off",
      change: { upsert: [{ ...sendgrid, active: false }] },
    },
    { name: "resend-default is added", change: { upsert: [resend] } },
    {
      name: "sendgrid-default is switched on again, ahead of resend-default",
      change: { upsert: [{ ...sendgrid, priority: 1 }] },
    },
    // The last one: no later change tells of it, so that a worker must find it by itself.
    {
      name: "ses-standby is removed, while no worker hears of it",
      change: { remove: [standby._id ?? ""] },
      unheard: true,
    },
  ];
}

function named(list: readonly Integration[], identifier: string): Integration {
  const found = list.find((integration) => integration.identifier === identifier);
  if (found === undefined) throw new Error(`the list has no ${identifier}`);
  return found;
}
