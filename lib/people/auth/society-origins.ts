import { z } from "zod";
import { env } from "@/lib/foundation/env";
import { describeSociety } from "./society";
import { originsOf } from "./society-choices";

/** Only the first page after a start waits for the society's description, and no longer than this. */
const PATIENCE_MILLISECONDS = 1000;

/** What the last description named, and whether anybody has waited for one. */
const known: { origins: string[]; hasWaited: boolean } = { origins: [], hasWaited: false };

/**
 * The origins that signing in and out may lead to: the issuer's, those that its discovery document names, and OIDC_ORIGINS. No page
 * waits for the society here after the first: while it does not answer, its last answer counts.
 */
export async function findSocietyOrigins(): Promise<string[]> {
  const { oidc, OIDC_ORIGINS, SIGN_IN } = env();
  if (SIGN_IN !== "federated") return [];
  const learning = learnOrigins();
  if (!known.hasWaited) {
    await Promise.race([learning, new Promise((wake) => setTimeout(wake, PATIENCE_MILLISECONDS).unref())]);
    known.hasWaited = true;
  }
  return [...new Set([new URL(oidc.issuer).origin, ...known.origins, ...OIDC_ORIGINS])];
}

/** Costs nothing while the description is fresh: it is cached. */
async function learnOrigins(): Promise<void> {
  const told = await describeSociety(z.record(z.string(), z.unknown())).catch(() => null);
  if (told) known.origins = originsOf(told);
}
