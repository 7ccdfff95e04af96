/** What a token may read, each a list of /api/v1. */
export const SCOPES = ["members", "relationships", "meetings"] as const;
export type Scope = (typeof SCOPES)[number];

/** A token as administrators see it: never the key itself. */
export interface ApiToken {
  id: string;
  name: string;
  scopes: Scope[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** Two years: somebody should look now and then at who still reads along. */
export const MOST_DAYS_VALID = 730;
/** A society has a handful of systems. More valid tokens than this are tokens that nobody revoked. */
export const MOST_TOKENS = 20;

export function stateOf({ revokedAt, expiresAt }: Pick<ApiToken, "revokedAt" | "expiresAt">, now: Date) {
  if (revokedAt) return "revoked";
  return expiresAt <= now ? "expired" : "valid";
}
