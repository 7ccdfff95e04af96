import type { Environment } from "@/lib/foundation/env";
import type { Advice, Discovery, Facts } from "./diagnosis";

const ENDPOINTS = ["authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"];
/** The scopes that lib/people/auth/auth.ts requests; `membership` is the society's own. */
const SCOPES = ["openid", "profile", "email", "membership"];

/** Checks the discovery document of the society's sign-in. */
export function adviseOnSignIn({ discovery }: Facts, environment: Environment): Advice[] {
  if (!discovery) return [];
  if ("failure" in discovery) {
    const what = `The society's sign-in has no readable discovery document: ${discovery.failure}`;
    return [{ level: "wrong", what, remedy: "Check OIDC_ISSUER. It must not include /.well-known." }];
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

/** A provider need not list what it supports, but if it does, the list should include what we need. */
function adviseOnNames(list: string, kind: string, wanted: readonly string[], told: Discovery): Advice[] {
  const offered = told[list];
  if (!Array.isArray(offered)) return [];
  return wanted
    .filter((name) => !offered.includes(name))
    .map((name) => ({
      level: "warning",
      what: `The society's sign-in does not list ${kind} "${name}".`,
      remedy: "Ask the society. Without number, standing, name and e-mail address nobody can sign in.",
    }));
}

function claimsOf({ OIDC_CLAIM_NUMBER, OIDC_CLAIM_STANDING }: Environment): string[] {
  return ["sub", "name", "email", OIDC_CLAIM_NUMBER, OIDC_CLAIM_STANDING];
}
