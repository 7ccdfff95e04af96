import type { Role } from "@/lib/foundation/viewer";
import type { Notice, NoticeData } from "@/lib/notify/notices/notice";
import { auditedAs, type Fact } from "@/lib/society/audit/fact";
import { nextDue } from "./deadlines";
import type { RelationshipNotice } from "./notices";
import type { Decision, Given, Relationship } from "./relationship";

/** Who is told what, with what, and the occasion, which together with the relationship makes the key. */
export type Told = [to: Role, kind: RelationshipNotice, data: { months?: number; agreedUntil?: Date }, occasion: string];

/** Puts a decision together: what is next due, one version more, the line of the audit trail, and who is told. */
export function decision(
  next: Relationship,
  { actor, timeZone }: Given,
  now: Date,
  fact: string,
  data: Fact["data"],
  told: Told[],
): Decision {
  const relationship = { ...next, dueAt: nextDue(next, timeZone), version: next.version + 1 };
  return {
    ok: true,
    relationship,
    facts: [
      {
        at: now,
        actor: auditedAs(actor.kind),
        actorId: "memberId" in actor ? actor.memberId : null,
        fact,
        subject: "relationship",
        subjectId: relationship.id,
        data,
      },
    ],
    notices: told.map((one) => notice(relationship, one)),
  };
}

function notice(
  { id, menteeId, mentorId }: Relationship,
  [to, kind, { months, agreedUntil }, occasion]: Told,
): Notice<RelationshipNotice> {
  const data: NoticeData = {};
  if (months !== undefined) data.months = months;
  if (agreedUntil) data.agreedUntil = agreedUntil.toISOString();
  const isMentee = to === "mentee";
  return {
    key: `relationship:${id}:${occasion}`,
    to: isMentee ? menteeId : mentorId,
    role: to,
    kind,
    proposalId: id,
    aboutId: isMentee ? mentorId : menteeId,
    data,
  };
}
