/** What the command line cannot do, in one line for the user: a usage error, or a file's. */
export class Failure extends Error {
  override readonly name = "Failure";
}
