import { db } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Fact } from "@/lib/society/audit/fact";

/** The first choice of roles, on the join page. Choosing again adds; nothing is taken away here. */
export async function join(
  viewer: Viewer,
  roles: { mentor: boolean; mentee: boolean },
  now: Date,
): Promise<Result<null, "none">> {
  if (!roles.mentor && !roles.mentee) return refuse("none");
  const id = viewer.memberId;
  const data = { ...(roles.mentor && { isMentor: true }), ...(roles.mentee && { isMentee: true }) };
  await db().$transaction([
    db().member.update({ where: { id }, data, select: { id: true } }),
    db().auditEvent.create({ data: byMember(id, "joined", roles, now), select: { id: true } }),
  ]);
  return done(null);
}

function byMember(id: string, fact: string, data: Fact["data"], at: Date): Fact {
  return { at, actor: "member", actorId: id, fact, subject: "member", subjectId: id, data };
}
