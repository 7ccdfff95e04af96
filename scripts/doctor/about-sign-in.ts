import type { Environment } from "@/lib/foundation/env";
import { chooseClientAuth, chooseScope } from "@/lib/people/auth/society-choices";
import { SIGNATURES } from "@/lib/people/auth/society-signature";
import type { Advice, Discovery, Facts } from "./diagnosis";

const ENDPOINTS = ["authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"];
/** Without these two, a provider sends neither name nor address. */
const NEEDED_SCOPES = "openid profile email";

/** Checks the discovery document of the society's sign-in. */
export function adviseOnSignIn({ discovery, secret }: Facts, environment: Environment): Advice[] {
  if (!discovery) return [];
  if ("failure" in discovery) {
    const what = `The society's sign-in has no readable discovery document: ${discovery.failure}`;
    return [{ level: "wrong", what, remedy: "Check OIDC_ISSUER. It must not include /.well-known." }];
  }
  const told = discovery.answer;
  return [
    ...adviseOnAddresses(told, environment.oidc.issuer),
    ...adviseOnProof(told),
    ...adviseOnSignatures(told),
    ...adviseOnSecret(secret, told, environment),
    ...adviseOnNames("scopes_supported", "the scope", scopesOf(told, environment), told),
    ...adviseOnNames("claims_supported", "the claim", claimsOf(told, environment), told),
  ];
}

function adviseOnAddresses(told: Discovery, issuer: string): Advice[] {
  const advice: Advice[] = [];
  if (told.issuer !== issuer) {
    const what = `The society's sign-in gives its issuer as ${told.issuer}, but OIDC_ISSUER is ${issuer}.`;
    advice.push({ level: "wrong", what, remedy: "Set OIDC_ISSUER to exactly that value, including any slash at the end." });
  }
  for (const name of ENDPOINTS) {
    const address = told[name];
    if (typeof address !== "string" || !URL.canParse(address)) {
      const remedy = "Ask the society whether it is an OpenID Connect provider with a userinfo endpoint.";
      advice.push({ level: "wrong", what: `The society's sign-in does not list a ${name}.`, remedy });
    } else if (issuer.startsWith("https:") && !address.startsWith("https:")) {
      const remedy = "Ask the society to use TLS for it, because passwords or tokens are sent there.";
      advice.push({ level: "wrong", what: `Its ${name} is not https: ${address}.`, remedy });
    }
  }
  return advice;
}

function adviseOnProof(told: Discovery): Advice[] {
  const methods = told.code_challenge_methods_supported;
  if (Array.isArray(methods) && methods.includes("S256")) return [];
  const what = "The society's sign-in does not list support for PKCE with S256.";
  return [
    {
      level: "warning",
      what,
      remedy: "Ask the society. We always send the challenge, but it only helps if the provider checks it.",
    },
  ];
}

function adviseOnSignatures(told: Discovery): Advice[] {
  const listed = told.id_token_signing_alg_values_supported;
  if (!Array.isArray(listed) || listed.some((name) => SIGNATURES.includes(name))) return [];
  const what = `The society's sign-in lists no algorithm that we accept for ID tokens, only ${listed.join(", ") || "none"}.`;
  return [{ level: "wrong", what, remedy: "Ask the society to sign ours with its own key, such as by RS256 or ES256." }];
}

function adviseOnSecret(secret: Facts["secret"], told: Discovery, { OIDC_CLIENT_AUTH }: Environment): Advice[] {
  const advice: Advice[] = [];
  const way = chooseClientAuth(told, OIDC_CLIENT_AUTH);
  const listed = told.token_endpoint_auth_methods_supported;
  if (Array.isArray(listed) && !listed.includes(way)) {
    const what = `We send OIDC_CLIENT_SECRET by ${way}, but the society's sign-in lists only ${listed.join(", ")}.`;
    advice.push({ level: "wrong", what, remedy: "Ask the society to allow client_secret_basic or client_secret_post." });
  }
  if (secret && "failure" in secret) {
    const what = `The society's token endpoint is not responding: ${secret.failure}`;
    advice.push({ level: "wrong", what, remedy: "Ask the society whether this machine may reach it." });
  } else if (secret && isRefused(secret.answer)) {
    const what = `The society's sign-in does not accept OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, sent by ${way}.`;
    advice.push({
      level: "wrong",
      what,
      remedy: "Check both for typing errors, and set OIDC_CLIENT_AUTH if it wants them another way.",
    });
  } else if (secret && secret.answer.status >= 500) {
    const what = `The society's token endpoint answers ${secret.answer.status}, so OIDC_CLIENT_SECRET could not be tried.`;
    advice.push({ level: "warning", what, remedy: "Try again later, or ask the society." });
  }
  return advice;
}

function isRefused({ status, error }: { status: number; error?: string | undefined }): boolean {
  return status === 401 || error === "invalid_client" || error === "unauthorized_client";
}

/** A provider need not list what it supports, but if it does, the list should include what we need. */
function adviseOnNames(list: string, kind: string, wanted: readonly string[], told: Discovery): Advice[] {
  const offered = told[list];
  if (!Array.isArray(offered)) return [];
  return wanted
    .filter((name) => !offered.includes(name))
    .map((name) => ({
      level: "warning",
      what: `The society's sign-in does not list ${kind} "${name}".`,
      remedy: "Try npm run doctor -- --sign-in. Without number, standing, name and e-mail address nobody can sign in.",
    }));
}

function scopesOf(told: Discovery, { OIDC_SCOPE }: Environment): string[] {
  return (OIDC_SCOPE ? chooseScope(told, OIDC_SCOPE) : NEEDED_SCOPES).split(" ");
}

/** Lists name claims as they come, so of a path only its beginning. A name may come in two parts. */
function claimsOf(told: Discovery, { OIDC_CLAIM_NUMBER, OIDC_CLAIM_STANDING, OIDC_STANDING_MISSING }: Environment): string[] {
  const listed: unknown[] = Array.isArray(told.claims_supported) ? told.claims_supported : [];
  const names = listed.includes("name") ? ["name"] : ["given_name", "family_name"];
  const standing = OIDC_STANDING_MISSING === "refused" ? [OIDC_CLAIM_STANDING] : [];
  const ours = [OIDC_CLAIM_NUMBER, ...standing].map((path) =>
    listed.includes(path) || path.includes("://") ? path : path.replace(/\..*/, ""),
  );
  return ["sub", ...names, "email", ...ours];
}
