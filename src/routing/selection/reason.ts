/** The step that selected an integration. */
export type SelectedReason = "identifier" | "targeting-match" | "default";

/** Why nothing was selected: an invalid integration ended the search, or there was nothing. */
export type UnselectedReason = "blocked" | "none";

/** Why an integration was selected, or none. */
export type Reason = SelectedReason | UnselectedReason;

/** The selected integration and why, or why there is none. */
export type Resolution<T> =
  | { readonly integration: T; readonly reason: SelectedReason }
  | { readonly integration: undefined; readonly reason: UnselectedReason };
