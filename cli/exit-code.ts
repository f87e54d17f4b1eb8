/** What the program's exit code says. */
export const EXIT = {
  /** Nothing to report. */
  ok: 0,
  /** There is something: an issue, a context without an integration, a difference. */
  found: 1,
  /** The program could not do what it was asked for. */
  failed: 2,
  /** Nothing was found, but something could not be decided. */
  undecided: 3,
} as const;

/** One of the program's exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
