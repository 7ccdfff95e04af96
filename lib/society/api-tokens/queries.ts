import { db } from "@/lib/foundation/db/client";
import { hashOf } from "@/lib/foundation/random-token";
import type { Viewer } from "@/lib/foundation/viewer";
import type { ApiToken, Scope } from "./api-token";

/** Old tokens stay in the list for a while, so that administrators see what became of them; these are enough. */
const MOST_LISTED = 50;

const COLUMNS = {
  id: true,
  name: true,
  scopes: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
} as const;

/** The newest tokens, for administrators; nothing for others. */
export async function listTokens({ staff }: Viewer): Promise<ApiToken[]> {
  if (staff !== "admin") return [];
  const order = [{ createdAt: "desc" }, { id: "desc" }] as const;
  const rows = await db().apiToken.findMany({ select: COLUMNS, orderBy: [...order], take: MOST_LISTED });
  return rows.map(toToken);
}

/** The token that a request carries, whatever its state; null when there is none. */
export async function findToken(secret: string): Promise<ApiToken | null> {
  const row = await db().apiToken.findUnique({ where: { tokenHash: hashOf(secret) }, select: COLUMNS });
  return row && toToken(row);
}

/** The database refuses other scopes. */
function toToken({ scopes, ...row }: Omit<ApiToken, "scopes"> & { scopes: string[] }): ApiToken {
  return { ...row, scopes: scopes as Scope[] };
}
