import { randomUUID } from "node:crypto";
import NextAuth, { customFetch, type User } from "next-auth";
import type { OIDCConfig } from "next-auth/providers";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { log } from "@/lib/foundation/log";
import { takeUpAppointment } from "@/lib/people/appointments/commands";
import { CALLBACK_COOKIE } from "./asked";
import { endForGood } from "./ended";
import { logFailedSignIn } from "./failed-sign-in";
import { readTicket } from "./local/ticket";
import { readNow } from "./now";
import { askSociety, describeSociety } from "./society";
import { admit } from "./society-arrival";
import { chooseClientAuth, chooseScope, type Description } from "./society-choices";
import { readStrength } from "./strength";
import { IDLE_SECONDS, isBehindTls, ownName, readToken, SESSION_COOKIE } from "./token";

/** The name under which next-auth knows the society's sign-in; part of the redirect address that the society allows. */
export const SOCIETY = "society";

/** The name under which next-auth knows an Account Login of ours. */
export const LOCAL = "local";

/**
 * Sign-in by next-auth: at the society (authorization code with PKCE, state and nonce), or, with local accounts, by a ticket
 * that we issue once we have checked the password. Either way the same cookie. Read when first used, not when built.
 */
export const { handlers, signIn, signOut } = NextAuth(async (request) => {
  const { oidc, SIGN_IN, authSecrets } = env();
  return {
    secret: authSecrets,
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
    providers: [SIGN_IN === "local" ? LOCAL_PROVIDER : await societyProvider()],
    callbacks: {
      async signIn({ account }) {
        return account?.provider === LOCAL || admit(account ?? {});
      },
      async jwt({ token, profile, account, user }) {
        if (!account) return token;
        const isLocal = account.provider === LOCAL;
        const member = await db().member.findUniqueOrThrow({
          where: isLocal ? { id: String(user.id) } : { issuer_subject: { issuer: oidc.issuer, subject: String(profile?.sub) } },
          select: { id: true, sessionEpoch: true },
        });
        await takeUpAppointment(member.id, await readNow());
        const earlier = await readToken();
        if (earlier) await endForGood(earlier.session);
        return {
          memberId: member.id,
          epoch: member.sessionEpoch,
          session: randomUUID(),
          idToken: fittingHint(account.id_token),
          signedInAt: readRealClock(),
          ...(isLocal ? { secondStep: (user as LocalUser).secondStep } : readStrength(profile)),
        };
      },
    },
    logger: {
      error: (error) => logFailedSignIn(error, SOCIETY, request?.nextUrl.searchParams),
      warn: (code) => log().debug({ code }, "sign-in warning"),
    },
  };
});

async function societyProvider() {
  const { oidc, OIDC_SCOPE, OIDC_CLIENT_AUTH } = env();
  // A society that does not answer is reported by next-auth itself, which asks for the same description.
  const told = await describeSociety(z.record(z.string(), z.unknown())).catch((): Description => ({}));
  return {
    id: SOCIETY,
    name: "Society",
    type: "oidc",
    issuer: oidc.issuer,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    client: { token_endpoint_auth_method: chooseClientAuth(told, OIDC_CLIENT_AUTH) },
    checks: ["pkce", "state", "nonce"],
    [customFetch]: askSociety,
    authorization: { params: { scope: chooseScope(told, OIDC_SCOPE) } },
    profile: ({ sub }: { sub: string }) => ({ id: sub }),
  } satisfies OIDCConfig<{ sub: string }>;
}

/** Log-out only needs the ID token as a hint. With a longer one, the session would no longer fit into one cookie. */
const LONGEST_HINT = 2000;

function fittingHint(idToken: string | undefined): string | undefined {
  return idToken !== undefined && idToken.length <= LONGEST_HINT ? idToken : undefined;
}

/** Whom a ticket names, and whether they have taken a second step. */
type LocalUser = User & { secondStep: boolean };

const LOCAL_PROVIDER = Credentials({
  id: LOCAL,
  credentials: { ticket: {} },
  async authorize({ ticket }): Promise<LocalUser | null> {
    const read = await readTicket(ticket);
    return read && { id: read.memberId, secondStep: read.secondStep === true };
  },
});
