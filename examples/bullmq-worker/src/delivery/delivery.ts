/** What the ledger holds of a message that went out. */
export interface Delivery {
  /** The identifier of the integration that took it. */
  readonly integration: string;
  /** Those before it in the rank, which did not. */
  readonly refused: readonly string[];
  /** The version of the list that the worker ranked by. */
  readonly version: number;
}

/** A line of the journal: a message, and the version in force as it was written into the ledger. */
export interface JournalLine {
  readonly message: string;
  readonly version: number;
}
