import { randomUUID } from "node:crypto";
import NextAuth, { customFetch, type User } from "next-auth";
import type { OIDCConfig } from "next-auth/providers";
import Credentials from "next-auth/providers/credentials";
import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { log, logRefusal } from "@/lib/foundation/log";
import { refuse } from "@/lib/foundation/result";
import { takeUpAppointment } from "@/lib/people/appointments/commands";
import { CALLBACK_COOKIE } from "./asked";
import { readClaims } from "./claims";
import { endForGood } from "./ended";
import { logFailedSignIn } from "./failed-sign-in";
import { readTicket, type Ticket } from "./local/ticket";
import { readNow } from "./now";
import { recordSignIn } from "./record-sign-in";
import { askSociety, checkSignature } from "./society";
import { IDLE_SECONDS, isBehindTls, ownName, readToken, SESSION_COOKIE } from "./token";

/** The name under which next-auth knows the society's sign-in; part of the redirect address that the society allows. */
export const SOCIETY = "society";

/** The name under which next-auth knows an Account Login of ours. */
export const LOCAL = "local";

/**
 * Sign-in by next-auth: at the society (authorization code with PKCE, state and nonce), or, with local accounts, by a ticket
 * that we issue once we have checked the password. Either way the same cookie. Read when first used, not when built.
 */
export const { handlers, signIn, signOut } = NextAuth(() => {
  const { oidc, SIGN_IN, AUTH_SECRET } = env();
  return {
    secret: AUTH_SECRET,
    trustHost: true,
    useSecureCookies: isBehindTls(),
    cookies: {
      sessionToken: { name: ownName(SESSION_COOKIE) },
      callbackUrl: { name: ownName(CALLBACK_COOKIE) },
      pkceCodeVerifier: { name: ownName("authjs.pkce.code_verifier") },
      state: { name: ownName("authjs.state") },
      nonce: { name: ownName("authjs.nonce") },
    },
    session: { strategy: "jwt", maxAge: IDLE_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [SIGN_IN === "local" ? LOCAL_PROVIDER : societyProvider()],
    callbacks: {
      async signIn({ profile, account }) {
        if (account?.provider === LOCAL) return true;
        await checkSignature(account?.id_token);
        const claims = readClaims(profile ?? {}, claimNames());
        const signedIn = claims ? await recordSignIn(claims, await readNow()) : refuse("incomplete" as const);
        if (signedIn.ok) return true;
        logRefusal("sign-in", { way: SOCIETY, reason: signedIn.reason });
        return `/sign-in?refused=${signedIn.reason}`;
      },
      async jwt({ token, profile, account, user }) {
        if (!account) return token;
        const isLocal = account.provider === LOCAL;
        const member = await db().member.findUniqueOrThrow({
          where: isLocal ? { id: String(user.id) } : { issuer_subject: { issuer: oidc.issuer, subject: String(profile?.sub) } },
          select: { id: true, sessionEpoch: true },
        });
        await takeUpAppointment(member.id, await readNow());
        const session = (isLocal && (user as LocalUser).session) || randomUUID();
        const earlier = await readToken();
        if (earlier && earlier.session !== session) await endForGood(earlier.session);
        return {
          memberId: member.id,
          epoch: member.sessionEpoch,
          session,
          idToken: account.id_token,
          signedInAt: readRealClock(),
        };
      },
    },
    logger: {
      error: (error) => logFailedSignIn(error, SOCIETY),
      warn: (code) => log().debug({ code }, "sign-in warning"),
    },
  };
});

function societyProvider() {
  const { oidc } = env();
  return {
    id: SOCIETY,
    name: "Society",
    type: "oidc",
    issuer: oidc.issuer,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    checks: ["pkce", "state", "nonce"],
    // The ID token is validated as well, but every provider has the claims at its userinfo endpoint.
    idToken: false,
    [customFetch]: askSociety,
    authorization: { params: { scope: "openid profile email membership" } },
    profile: ({ sub }: { sub: string }) => ({ id: sub }),
  } satisfies OIDCConfig<{ sub: string }>;
}

/** Whom a ticket names: the member's id, and the sign-in that it continues. */
type LocalUser = User & Pick<Ticket, "session">;

const LOCAL_PROVIDER = Credentials({
  id: LOCAL,
  credentials: { ticket: {} },
  async authorize({ ticket }): Promise<LocalUser | null> {
    const read = await readTicket(ticket);
    return read && { id: read.memberId, ...(read.session === undefined ? {} : { session: read.session }) };
  },
});

function claimNames() {
  const { oidc, OIDC_CLAIM_NUMBER, OIDC_CLAIM_STANDING, OIDC_STANDING_CURRENT } = env();
  return { issuer: oidc.issuer, number: OIDC_CLAIM_NUMBER, standing: OIDC_CLAIM_STANDING, current: OIDC_STANDING_CURRENT };
}
