import { db, Prisma } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { askRegister } from "@/lib/society/register/queries";
import type { Claims } from "./claims";
import { moveSignIn } from "./moved-sign-in";

export type SignInRefusal = "lapsed" | "suspended" | "number" | "unlisted";

/** Claims of which we know what the standing is. */
type Described = Claims & { standing: "current" | "lapsed" };

/**
 * Records that somebody has signed in at the society. People are identified by issuer and subject, never by e-mail. Their
 * name, address, number and standing become what the society says now, and the first sign-in creates the account. Returns the
 * member's id. Refuses people whose membership has lapsed, suspended members, a number that belongs to somebody else, and one that
 * the register does not have although it is to say whether the membership is current.
 * Members who deleted their account get as far as the question whether to come back: everywhere else their session counts for
 * nothing (see readRequest).
 */
export async function recordSignIn(given: Claims, now: Date): Promise<Result<string, SignInRefusal>> {
  const claims = await decideStanding(given);
  if (!claims) return refuse("unlisted");
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

/** Null when the register is to decide, and does not have the number. */
async function decideStanding({ standing, ...claims }: Claims): Promise<Described | null> {
  if (standing !== "on-register") return { ...claims, standing };
  const { entry } = await askRegister(claims.number);
  return entry && { ...claims, standing: entry.standing };
}

/** The account as the society describes its holder now; null when it cannot be made. */
async function refresh(claims: Described, now: Date): Promise<{ id: string; status: string; isNew: boolean } | null> {
  const { issuer, subject, number, name, email, standing } = claims;
  const where = { issuer_subject: { issuer, subject } };
  const known = await db().member.findUnique({ where, select: { id: true } });
  if (!known && standing === "lapsed") return null;
  const moved = known ? null : await moveSignIn(claims, now);
  const select = { id: true, status: true };
  try {
    // The society vouches for the address, so it may give them one that somebody else confirmed with us before.
    const member =
      known || moved
        ? await db().member.update({ where, data: { number, name, email, standing, emailVerifiedAt: null }, select })
        : await db().member.create({ data: { issuer, subject, number, name, email, standing, createdAt: now }, select });
    return { ...member, isNew: !known && !moved };
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") throw error;
    // The same person's first sign-in happened twice at once, and the other one has created the account.
    const meanwhile = known ? null : await db().member.findUnique({ where, select });
    return meanwhile && { ...meanwhile, isNew: false };
  }
}
