import { db, Prisma } from "@/lib/db/client";
import { done, type Result, refuse } from "@/lib/result";
import type { Claims } from "./claims";

export type SignInRefusal = "lapsed" | "suspended" | "inactive" | "number-taken";

/**
 * A person has signed in at the society. Keyed by issuer and subject, never by e-mail; name, address, number and standing
 * become what the society says now. Makes the account at the first sign-in. Returns the member's id.
 */
export async function recordSignIn(claims: Claims, now: Date): Promise<Result<string, SignInRefusal>> {
  const { issuer, subject, number, name, email, standing } = claims;
  const known = await db().member.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { id: true, status: true },
  });
  if (!known && standing === "lapsed") return refuse("lapsed");
  try {
    const { id } = known
      ? await db().member.update({ where: { id: known.id }, data: { number, name, email, standing }, select: { id: true } })
      : await db().member.create({
          data: { issuer, subject, number, name, email, standing, createdAt: now },
          select: { id: true },
        });
    if (standing === "lapsed") return refuse("lapsed");
    if (known?.status === "suspended") return refuse("suspended");
    if (known?.status === "deleted") return refuse("inactive");
    const fact = known ? "signed-in" : "registered";
    await db().$transaction([
      db().member.update({ where: { id }, data: { lastSignedInAt: now }, select: { id: true } }),
      db().auditEvent.create({
        data: { at: now, actor: "member", actorId: id, fact, subject: "member", subjectId: id },
        select: { id: true },
      }),
    ]);
    return done(id);
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return refuse("number-taken");
    throw error;
  }
}
