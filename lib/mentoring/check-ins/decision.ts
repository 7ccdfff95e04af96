import type { Role } from "@/lib/foundation/viewer";
import type { NoticeData } from "@/lib/notify/notices/notice";
import type { Settings } from "@/lib/society/settings/settings";
import type { Actor, Case, Decision } from "./check-in";
import { nextDue, openUntil } from "./deadlines";
import type { CheckInNotice } from "./notices";

/** Who is told what, and the occasion, which together with the relationship makes the key. */
export type Told = [to: Role, kind: CheckInNotice, occasion: string, data?: NoticeData];

/** Puts a decision together: what is next due, one version more, the line of the audit trail, and who is told. */
export function decision(
  next: Case,
  actor: Actor,
  settings: Pick<Settings, "relationships" | "society">,
  now: Date,
  fact: string | null,
  told: readonly Told[] = [],
): Decision {
  const { menteeId, mentorId, startedAt, agreedUntil, endedAt, lastTogetherAt, lastMessageAt, areBothHere, ...checkIn } = next;
  const { relationshipId } = checkIn;
  const of = { subject: "relationship", subjectId: relationshipId, data: {} } as const;
  return {
    ok: true,
    checkIn: { ...checkIn, dueAt: nextDue(next, settings, now), version: checkIn.version + 1 },
    facts:
      fact === null
        ? []
        : [
            actor.kind === "sweep"
              ? { at: now, actor: "clock", actorId: null, fact, ...of }
              : { at: now, actor: "member", actorId: actor.memberId, fact, ...of },
          ],
    notices: told.map(([to, kind, occasion, data = {}]) => ({
      key: `check-in:${relationshipId}:${occasion}:${to}`,
      to: to === "mentee" ? menteeId : mentorId,
      role: to,
      kind,
      proposalId: relationshipId,
      aboutId: to === "mentee" ? mentorId : menteeId,
      data,
    })),
  };
}

/** What the links of a mail need, to lead to this question and no later one, and for as long as it is open. */
export function linksOf(asked: Case, timeZone: string): NoticeData {
  return { round: asked.round, answerUntil: openUntil(asked, timeZone)?.toISOString() };
}
