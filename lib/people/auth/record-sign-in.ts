import { db, Prisma } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Claims } from "./claims";

export type SignInRefusal = "lapsed" | "suspended" | "number";

/**
 * A person has signed in at the society. Keyed by issuer and subject, never by e-mail; name, address, number and standing
 * become what the society says now. Makes the account at the first sign-in. Returns the member's id; refuses the lapsed,
 * the suspended, and a number that is another person's. Those who deleted their account are let in as far as the question
 * whether they come back: for everything else such a session is nobody's (see readRequest).
 */
export async function recordSignIn(claims: Claims, now: Date): Promise<Result<string, SignInRefusal>> {
  const refreshed = await refresh(claims, now);
  if (!refreshed) return refuse(claims.standing === "lapsed" ? "lapsed" : "number");
  const { id, status, isNew } = refreshed;
  if (claims.standing === "lapsed") return refuse("lapsed");
  if (status === "suspended") return refuse("suspended");
  if (status === "deleted") return done(id);
  const fact = isNew ? "registered" : "signed-in";
  await db().$transaction([
    db().member.update({ where: { id }, data: { lastSignedInAt: now }, select: { id: true } }),
    db().auditEvent.create({
      data: { at: now, actor: "member", actorId: id, fact, subject: "member", subjectId: id },
      select: { id: true },
    }),
  ]);
  return done(id);
}

/** The account as the society now describes its holder; null when there is none to be had. */
async function refresh(claims: Claims, now: Date): Promise<{ id: string; status: string; isNew: boolean } | null> {
  const { issuer, subject, number, name, email, standing } = claims;
  const where = { issuer_subject: { issuer, subject } };
  const known = await db().member.findUnique({ where, select: { id: true } });
  if (!known && standing === "lapsed") return null;
  const select = { id: true, status: true };
  try {
    // The society vouches for the address, and may give us one that was proved to us before.
    const member = known
      ? await db().member.update({ where, data: { number, name, email, standing, emailVerifiedAt: null }, select })
      : await db().member.create({ data: { issuer, subject, number, name, email, standing, createdAt: now }, select });
    return { ...member, isNew: !known };
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") throw error;
    // Signed in twice at once, the first time: the other one has made the account.
    const meanwhile = known ? null : await db().member.findUnique({ where, select });
    return meanwhile && { ...meanwhile, isNew: false };
  }
}
