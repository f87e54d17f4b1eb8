import type { SelectionContext } from "../../context.js";
import type { IntegrationRef } from "../../integration.js";
import type { IssueCode, IssuePath } from "../../issues/issue.js";
import type { DiagnosticCode, Severity } from "./codes.js";

/** Something about an integration that is wrong or rarely meant. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly integration: IntegrationRef;
  /** The place in the record; empty where it is the record as a whole. */
  readonly path: IssuePath;
  readonly message: string;
  /** Other integrations that it is about. */
  readonly related?: readonly IntegrationRef[];
  /** A context that shows it. */
  readonly context?: SelectionContext;
  /** The code of the issue, where it is about one. */
  readonly issue?: IssueCode;
}

/** A check that came to no answer. */
export interface UndecidedCheck {
  readonly code: DiagnosticCode;
  readonly integration: IntegrationRef;
  readonly path: IssuePath;
  readonly because: string;
  /** The other integrations that it is about. */
  readonly related?: readonly IntegrationRef[];
}

/** What a list was found to have. */
export interface LintResult {
  /** In the order of the list, and for one integration in the order of the codes. */
  readonly diagnostics: readonly Diagnostic[];
  /** The checks that came to no answer, in the same order. */
  readonly undecided: readonly UndecidedCheck[];
}
