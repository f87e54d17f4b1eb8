/** The options of every router here: those of the workers, and those that check them. */
export const ROUTER_OPTIONS = { fallback: "any" } as const;
