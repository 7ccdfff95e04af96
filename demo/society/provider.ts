import type { Configuration, KoaContextWithOIDC, Provider } from "oidc-provider";
import { DEMO_CLIENT } from "@/lib/foundation/env";
import type { Accounts } from "./accounts";
import { furtherOf } from "./further";
import type { Secrets } from "./keys";
import { showError, showSignedOut, showSignOut } from "./pages";
import type { Records } from "./records";
import { endSession, SESSION_SECONDS } from "./sessions";

interface ProviderOptions {
  issuer: string;
  appUrl: string;
  secrets: Secrets;
  accounts: Accounts;
  records: Records;
}

const SCOPE = "openid profile email membership";
/** Long enough to look up a password, short enough not to be left lying around. */
const HOUR = 60 * 60;

/** The society's OpenID Connect provider, which knows one client: Connect. */
export async function openProvider({ issuer, appUrl, secrets, accounts, records }: ProviderOptions): Promise<Provider> {
  const configuration: Configuration = {
    adapter: (kind) => records.adapterFor(kind),
    clients: [
      {
        client_id: DEMO_CLIENT.id,
        client_secret: DEMO_CLIENT.secret,
        client_name: "Connect",
        redirect_uris: [`${appUrl}/api/auth/callback/society`],
        post_logout_redirect_uris: [`${appUrl}/`],
        scope: SCOPE,
      },
    ],
    claims: {
      openid: ["sub"],
      profile: ["name"],
      email: ["email", "email_verified"],
      membership: ["membership_number", "membership_standing", "membership_branch", "membership_since"],
    },
    // The claims are in the ID token too, so that signing in takes one request less.
    conformIdTokenClaims: false,
    scopes: SCOPE.split(" "),
    responseTypes: ["code"],
    pkce: { required: () => true },
    jwks: { keys: [secrets.signingKey as never] },
    cookies: {
      // Cookies do not know of ports: on localhost Connect sees these too, so they have names of their own.
      names: { session: "institute_session", interaction: "institute_sign_in", resume: "institute_resume" },
      keys: [secrets.cookieKey],
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: signOutOrAsk(appUrl), postLogoutSuccessSource: showSignedOut },
    },
    clientBasedCORS: () => false,
    findAccount: (_ctx, subject) => {
      const person = accounts.find(subject);
      if (!person) return undefined;
      const { name, email, number, standing } = person;
      const claims = { sub: subject, name, email, email_verified: true };
      const membership = { membership_number: number, membership_standing: standing, ...furtherOf(number) };
      return { accountId: subject, claims: () => ({ ...claims, ...membership }) };
    },
    loadExistingGrant: grantOurOwn,
    interactions: { url: (_ctx, { uid }) => `/sign-in/${uid}` },
    renderError: (ctx, { error_description }) => showError(ctx, appUrl, error_description, ctx.status),
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: 60,
      IdToken: HOUR,
      Interaction: HOUR,
      Grant: SESSION_SECONDS,
      Session: SESSION_SECONDS,
    },
  };
  return new (await loadProvider())(issuer, configuration);
}

/** Connect is the society's own: members are not asked whether it may know their name. */
async function grantOurOwn({ oidc: { provider, client, session } }: KoaContextWithOIDC) {
  if (!client || !session?.accountId) return undefined;
  const grantId = session.grantIdFor(client.clientId);
  const known = grantId ? await provider.Grant.find(grantId) : undefined;
  if (known && known.accountId === session.accountId) return known;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(SCOPE);
  await grant.save();
  return grant;
}

/**
 * Signs out at once when Connect proves with its ID token whom it signs out, since the member has already asked for it
 * there; asks in every other case.
 */
function signOutOrAsk(appUrl: string) {
  return async (ctx: KoaContextWithOIDC, form: string): Promise<void> => {
    const { session, params, provider } = ctx.oidc;
    const hint = ctx.oidc.entities.IdTokenHint as { payload?: { sub?: string } } | undefined;
    if (!session || hint?.payload?.sub !== session.accountId) return showSignOut(ctx, form);
    const state = typeof params?.state === "string" ? `?state=${encodeURIComponent(params.state)}` : "";
    await endSession(provider, ctx, session);
    ctx.status = 303;
    ctx.redirect(params?.post_logout_redirect_uri ? `${params.post_logout_redirect_uri}${state}` : `${appUrl}/`);
  };
}

/** It warns of Node 20, on which all that is used here is tested; other warnings are let through. */
async function loadProvider(): Promise<typeof Provider> {
  const warn = console.warn;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).includes("Unsupported runtime")) warn(...words);
  };
  try {
    return (await import("oidc-provider")).Provider;
  } finally {
    console.warn = warn;
  }
}
