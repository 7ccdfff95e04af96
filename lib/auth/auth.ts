import { randomUUID } from "node:crypto";
import NextAuth from "next-auth";
import { readRealClock } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { describeDefect, log } from "@/lib/log";
import { readClaims } from "./claims";
import { readNow } from "./now";
import { recordSignIn } from "./record-sign-in";
import { SESSION_SECONDS } from "./token";

/** The name under which next-auth knows the society's sign-in; part of the redirect address that the society allows. */
export const SOCIETY = "society";

/** Sign-in at the society, by next-auth: authorization code with PKCE, state and nonce. Read when first used, not when built. */
export const { handlers, signIn, signOut } = NextAuth(() => {
  const { oidc, AUTH_SECRET, APP_URL } = env();
  return {
    secret: AUTH_SECRET,
    trustHost: true,
    useSecureCookies: APP_URL.startsWith("https:"),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      {
        id: SOCIETY,
        name: "Society",
        type: "oidc",
        issuer: oidc.issuer,
        clientId: oidc.clientId,
        clientSecret: oidc.clientSecret,
        checks: ["pkce", "state", "nonce"],
        // The ID token is validated all the same; the claims are asked at the userinfo endpoint, where every provider has them.
        idToken: false,
        authorization: { params: { scope: "openid profile email membership" } },
        profile: ({ sub }: { sub: string }) => ({ id: sub }),
      },
    ],
    callbacks: {
      async signIn({ profile }) {
        const claims = readClaims(profile ?? {}, claimNames());
        if (!claims) return "/sign-in?refused=incomplete";
        const signedIn = await recordSignIn(claims, await readNow());
        return signedIn.ok || `/sign-in?refused=${signedIn.reason}`;
      },
      async jwt({ token, profile, account }) {
        if (!account) return token;
        const member = await db().member.findUniqueOrThrow({
          where: { issuer_subject: { issuer: oidc.issuer, subject: String(profile?.sub) } },
          select: { id: true, sessionEpoch: true },
        });
        return {
          memberId: member.id,
          epoch: member.sessionEpoch,
          session: randomUUID(),
          idToken: account.id_token,
          signedInAt: readRealClock(),
        };
      },
    },
    logger: {
      error: (error) => log().error({ defect: describeDefect(error) }, "sign-in failed"),
      warn: (code) => log().debug({ code }, "sign-in warning"),
    },
  };
});

function claimNames() {
  const { oidc, OIDC_CLAIM_NUMBER, OIDC_CLAIM_STANDING, OIDC_STANDING_CURRENT } = env();
  return { issuer: oidc.issuer, number: OIDC_CLAIM_NUMBER, standing: OIDC_CLAIM_STANDING, current: OIDC_STANDING_CURRENT };
}
