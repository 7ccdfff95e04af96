import type { KoaContextWithOIDC, Provider } from "oidc-provider";

type Session = Awaited<ReturnType<Provider["Session"]["get"]>>;

/** A working day and the evening after it. */
export const SESSION_SECONDS = 16 * 60 * 60;

/** Who is signed in on the website, or null. */
export async function readSubject(provider: Provider, ctx: KoaContextWithOIDC): Promise<string | null> {
  return (await provider.Session.get(ctx)).accountId ?? null;
}

/** Signs this browser in afresh; what an earlier member did in it is over. */
export async function beginSession(provider: Provider, ctx: KoaContextWithOIDC, subject: string): Promise<void> {
  const earlier = await provider.Session.get(ctx);
  if (earlier.accountId) await earlier.destroy();
  const session = new provider.Session();
  session.loginAccount({ accountId: subject });
  await session.save(SESSION_SECONDS);
  ctx.cookies.set(provider.cookieName("session"), session.jti, {
    httpOnly: true,
    sameSite: "lax",
    maxAge: SESSION_SECONDS * 1000,
  });
}

/** Ends it, and takes its cookie away. */
export async function endSession(provider: Provider, ctx: KoaContextWithOIDC, session: Session): Promise<void> {
  for (const { grantId } of Object.values(session.authorizations ?? {})) {
    if (!grantId) continue;
    await provider.AccessToken.revokeByGrantId(grantId);
    await (await provider.Grant.find(grantId))?.destroy();
  }
  await session.destroy();
  ctx.cookies.set(provider.cookieName("session"), null, { httpOnly: true, sameSite: "lax" });
}
