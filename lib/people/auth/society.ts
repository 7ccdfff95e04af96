import { z } from "zod";
import { env } from "@/lib/foundation/env";
import { describeDefect, log } from "@/lib/foundation/log";
import { keepDescription } from "./society-description";

const PATIENCE_MILLISECONDS = 5000;
/**
 * How next-auth contacts the society. Left to itself it would wait for ever, fetch the description with every press of the
 * button, and follow redirects with our secret. Once an issuer has TLS, every request to it must. Whatever the society's description
 * names, only its issuer's own origin and those of OIDC_ORIGINS are asked.
 */
export function askSociety(address: string | URL | Request, init?: RequestInit): Promise<Response> {
  const url = address instanceof Request ? address.url : String(address);
  return url === descriptionAddress() ? description.read(url) : askNow(address, init);
}

/** Kept by each process for itself. */
export const description = keepDescription(askNow);

async function askNow(address: string | URL | Request, init?: RequestInit): Promise<Response> {
  const { protocol, origin } = new URL(address instanceof Request ? address.url : address);
  const { oidc, OIDC_ORIGINS } = env();
  const issuer = new URL(oidc.issuer);
  const isOurWord = protocol === "https:" || issuer.protocol === "http:";
  if (!isOurWord) throw new Error(`The society's sign-in would have us go to ${origin}, without TLS.`);
  if (origin !== issuer.origin && !OIDC_ORIGINS.includes(origin))
    throw new Error(`The society's sign-in would have us go to ${origin}, which is neither its issuer's nor in OIDC_ORIGINS.`);
  return fetch(address, {
    redirect: "error",
    cache: "no-store",
    ...init,
    signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
  });
}

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
    const { end_session_endpoint } = await describeSociety(z.object({ end_session_endpoint: z.url().optional() }));
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

/** Facts from the society's description of itself. */
export async function describeSociety<Facts extends z.ZodType>(facts: Facts): Promise<z.infer<Facts>> {
  const response = await askSociety(descriptionAddress());
  return facts.parse(await response.json());
}

function descriptionAddress(): string {
  return `${env().oidc.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
}
