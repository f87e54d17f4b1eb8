import type { Integration, RouterChange } from "integration-router";

/** A change of the list, as it is stored and as a router takes it. */
export type ListChange = RouterChange<Integration>;
