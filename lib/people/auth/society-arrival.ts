import { env } from "@/lib/foundation/env";
import { logRefusal } from "@/lib/foundation/log";
import { type ClaimNames, type Given, namesOf, type ReadClaims, readClaims } from "./claims";
import { readNow } from "./now";
import { recordSignIn } from "./record-sign-in";
import { readIdToken } from "./society-signature";
import { askUserinfo } from "./userinfo";

/** What the society issued for one sign-in. */
interface Issued {
  id_token?: string | undefined;
  access_token?: string | undefined;
}

/**
 * Somebody comes back from the society: true when they are let in, else our page that says why not. @throws when what the society
 * said proves nothing.
 */
export async function admit(issued: Issued): Promise<true | string> {
  const sources = await collectClaims(issued);
  const { claims, missing } = understand(sources);
  if (!claims) {
    logRefusal("sign-in", { way: "society", reason: "incomplete", missing: missing.join(" "), came: namesOf(sources) });
    return `/sign-in?refused=incomplete&missing=${missing.join("+")}`;
  }
  const signedIn = await recordSignIn(claims, await readNow());
  if (signedIn.ok) return true;
  logRefusal("sign-in", { way: "society", reason: signedIn.reason });
  return `/sign-in?refused=${signedIn.reason}`;
}

/**
 * The claims of the signed ID token, and behind them those of userinfo. A token that leaves nothing out needs no second request, for
 * which some providers would want another access token.
 */
async function collectClaims({ id_token, access_token }: Issued): Promise<Given[]> {
  const signed = await readIdToken(id_token);
  if (readClaims([signed], { ...claimNames(), missing: "refused" }).claims) return [signed];
  return [signed, await askUserinfo(access_token ?? "", String(signed.sub))];
}

/** What we make of the claims, by the names that the society has set. */
export function understand(sources: readonly Given[]): ReadClaims {
  return readClaims(sources, claimNames());
}

function claimNames(): ClaimNames {
  const { oidc, OIDC_CLAIM_NUMBER, OIDC_CLAIM_STANDING, OIDC_STANDING_CURRENT, OIDC_STANDING_MISSING } = env();
  return {
    issuer: oidc.issuer,
    number: OIDC_CLAIM_NUMBER,
    standing: OIDC_CLAIM_STANDING,
    current: OIDC_STANDING_CURRENT,
    missing: OIDC_STANDING_MISSING,
  };
}
