import { z } from "zod";
import { env } from "@/lib/env";
import { describeDefect, log } from "@/lib/log";

const PATIENCE_MILLISECONDS = 3000;

/**
 * Where logging out at the society happens, with the way back (OpenID Connect RP-Initiated Logout). Our own front page
 * when the society has no such address or does not answer: logging out here never depends on it.
 */
export async function findEndSessionUrl(idToken: string | undefined, state?: string): Promise<string> {
  const { oidc, APP_URL, SIGN_IN } = env();
  const front = `${APP_URL}/`;
  const home = state ? `${front}?state=${encodeURIComponent(state)}` : front;
  if (SIGN_IN !== "federated") return home;
  try {
    const response = await fetch(`${oidc.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
      cache: "no-store",
      redirect: "error",
    });
    const { end_session_endpoint } = z.object({ end_session_endpoint: z.url().optional() }).parse(await response.json());
    if (!end_session_endpoint) return home;
    const url = new URL(end_session_endpoint);
    url.searchParams.set("client_id", oidc.clientId);
    url.searchParams.set("post_logout_redirect_uri", front);
    if (state) url.searchParams.set("state", state);
    if (idToken) url.searchParams.set("id_token_hint", idToken);
    return url.href;
  } catch (error) {
    log().warn({ defect: describeDefect(error) }, "the society's log-out address could not be found");
    return home;
  }
}
