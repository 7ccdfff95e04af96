import { MOST_TOKENS, type Scope } from "./api-token";

export const SCOPE_LABELS: Readonly<Record<Scope, string>> = {
  members: "Members: numbers, roles and when they registered",
  relationships: "Relationships: both numbers, dates, and how often and how long they met",
  meetings: "Meetings: dates, minutes and states",
};

export type TokenRefusal = "admin-only" | "already-there" | "too-many";

export function sayTokenRefusal(refusal: TokenRefusal): string {
  switch (refusal) {
    case "admin-only":
      return "Only administrators can make or revoke access tokens.";
    case "already-there":
      return "This form has already made a token. Open the page again to make another.";
    case "too-many":
      return `There are already ${MOST_TOKENS} valid tokens. Revoke one that is no longer used.`;
  }
}
