import type { NoticeData } from "@/lib/notify/notices/notice";
import { auditedAs } from "@/lib/society/audit/fact";
import { nextDue } from "./deadlines";
import type { Actor, Decision, Meeting, MeetingWords } from "./meeting";
import type { MeetingNotice } from "./notices";

/** Who is told what, with what the notice needs beyond the meeting and its time. */
export type Told = [to: string, kind: MeetingNotice, data?: NoticeData];

/**
 * Assembles a decision: the next due instant, the next version, the audit line, and the notices. Each version is saved once,
 * so its number makes the keys of the notices unique.
 */
export function decision(
  next: Meeting,
  words: MeetingWords | null,
  actor: Actor,
  now: Date,
  fact: string | null,
  told: readonly Told[],
): Decision {
  const meeting = { ...next, dueAt: nextDue(next), version: next.version + 1 };
  return {
    ok: true,
    meeting,
    words,
    facts:
      fact === null
        ? []
        : [
            {
              at: now,
              actor: auditedAs(actor.kind),
              actorId: actor.kind === "member" ? actor.memberId : null,
              fact,
              subject: "relationship",
              subjectId: meeting.relationshipId,
              data: { meeting: meeting.id },
            },
          ],
    notices: told.map(([to, kind, data = {}]) => ({
      key: `meeting:${meeting.id}:${meeting.version}:${kind.replace("meeting-", "")}:${to === meeting.menteeId ? "mentee" : "mentor"}`,
      to,
      role: to === meeting.menteeId ? "mentee" : "mentor",
      kind,
      proposalId: meeting.relationshipId,
      aboutId: otherOf(meeting, to),
      data: {
        meetingId: meeting.id,
        startsAt: meeting.startsAt.toISOString(),
        endsAt: meeting.endsAt.toISOString(),
        ...data,
      },
    })),
  };
}

/** The other one of the two. */
export function otherOf({ menteeId, mentorId }: Pick<Meeting, "menteeId" | "mentorId">, memberId: string): string {
  return memberId === menteeId ? mentorId : menteeId;
}
