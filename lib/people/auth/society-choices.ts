import type { Environment } from "@/lib/foundation/env";

/** The society's description of itself. Anything may be missing or of the wrong type. */
export interface Description {
  [name: string]: unknown;
}

/** How we introduce ourselves at the society's token endpoint. */
export type ClientAuth = "client_secret_basic" | "client_secret_post";

const USUAL_SCOPES = ["openid", "profile", "email", "membership"];
const STANDARD_SCOPES = ["openid", "profile", "email"];

/**
 * The scopes to request: what the society has set, or those of the usual ones that the provider lists. Many providers refuse a
 * scope that they do not know, so a provider that lists none is asked only for the standard's.
 */
export function chooseScope(told: Description, set: string | undefined): string {
  if (set)
    return set
      .split(/[\s,]+/)
      .filter(Boolean)
      .join(" ");
  const listed = told.scopes_supported;
  if (!Array.isArray(listed)) return STANDARD_SCOPES.join(" ");
  return USUAL_SCOPES.filter((scope) => scope === "openid" || listed.includes(scope)).join(" ");
}

/** A provider that lists nothing accepts the standard's default, which is Basic. */
export function chooseClientAuth(told: Description, set: Environment["OIDC_CLIENT_AUTH"]): ClientAuth {
  if (set) return set;
  const listed = told.token_endpoint_auth_methods_supported;
  const isPostOnly = Array.isArray(listed) && !listed.includes("client_secret_basic") && listed.includes("client_secret_post");
  return isPostOnly ? "client_secret_post" : "client_secret_basic";
}

/** The pages of the society that a browser is sent to, as the provider names them. */
const PAGES = ["issuer", "authorization_endpoint", "end_session_endpoint"];

/** The origins of those pages, each once. */
export function originsOf(told: Description): string[] {
  const addresses = PAGES.map((name) => told[name]).filter((value) => typeof value === "string" && URL.canParse(value));
  const origins = addresses.map((address) => new URL(String(address))).filter(({ protocol }) => /^https?:$/.test(protocol));
  return [...new Set(origins.map(({ origin }) => origin))];
}
