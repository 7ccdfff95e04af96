import type { Environment } from "@/lib/foundation/env";
import type { Advice, Discovery, Facts } from "./diagnosis";

const ENDPOINTS = ["authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"];
/** What lib/people/auth/auth.ts asks for; membership is the society's own. */
const SCOPES = ["openid", "profile", "email", "membership"];

/** What the society's sign-in says of itself, and whether that is enough for us. */
export function adviseOnSignIn({ discovery }: Facts, environment: Environment): Advice[] {
  if (!discovery) return [];
  if ("failure" in discovery) {
    const what = `The society's sign-in does not say how to use it: ${discovery.failure}`;
    return [{ level: "wrong", what, remedy: "Look at OIDC_ISSUER, without /.well-known at its end." }];
  }
  const told = discovery.answer;
  return [
    ...adviseOnAddresses(told, environment.oidc.issuer),
    ...adviseOnProof(told),
    ...adviseOnNames("scopes_supported", "the scope", SCOPES, told),
    ...adviseOnNames("claims_supported", "the claim", claimsOf(environment), told),
  ];
}

function adviseOnAddresses(told: Discovery, issuer: string): Advice[] {
  const advice: Advice[] = [];
  if (told.issuer !== issuer) {
    const what = `The society's sign-in calls itself ${told.issuer}, and OIDC_ISSUER is ${issuer}.`;
    advice.push({ level: "wrong", what, remedy: "Set OIDC_ISSUER to exactly what it calls itself, slash included." });
  }
  for (const name of ENDPOINTS) {
    const address = told[name];
    if (typeof address !== "string" || !URL.canParse(address)) {
      const remedy = "Ask the society whether it is an OpenID Connect provider with a userinfo endpoint.";
      advice.push({ level: "wrong", what: `The society's sign-in names no ${name}.`, remedy });
    } else if (issuer.startsWith("https:") && !address.startsWith("https:")) {
      const remedy = "Ask the society to serve it with TLS: passwords or tokens go there.";
      advice.push({ level: "wrong", what: `Its ${name} is not https: ${address}.`, remedy });
    }
  }
  return advice;
}

function adviseOnProof(told: Discovery): Advice[] {
  const methods = told.code_challenge_methods_supported;
  if (Array.isArray(methods) && methods.includes("S256")) return [];
  const what = "The society's sign-in does not say that it checks PKCE with S256.";
  return [
    { level: "warning", what, remedy: "Ask the society: we send the challenge, and one that ignores it protects nobody." },
  ];
}

/** A provider need not list what it supports; one that does should list what we need. */
function adviseOnNames(list: string, kind: string, wanted: readonly string[], told: Discovery): Advice[] {
  const offered = told[list];
  if (!Array.isArray(offered)) return [];
  return wanted
    .filter((name) => !offered.includes(name))
    .map((name) => ({
      level: "warning",
      what: `The society's sign-in does not list ${kind} "${name}".`,
      remedy: "Ask the society; without number, standing, name and e-mail nobody comes in.",
    }));
}

function claimsOf({ OIDC_CLAIM_NUMBER, OIDC_CLAIM_STANDING }: Environment): string[] {
  return ["sub", "name", "email", OIDC_CLAIM_NUMBER, OIDC_CLAIM_STANDING];
}
