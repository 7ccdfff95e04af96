import type { Notice } from "@/lib/notifications/notice";
import { type Refusal, refuse } from "@/lib/result";
import type { Command, Decision, RefusalReason, Relationship } from "./relationship";

/**
 * The rule of a relationship's end. Takes it as it stands, a command and the time; returns what should be true next, or a
 * refusal. The one who stays is told; the one who goes knows.
 */
export function decide(relationship: Relationship, command: Command, now: Date): Decision | Refusal<RefusalReason> {
  if (relationship.endedAt) return refuse("already-ended");
  return {
    ok: true,
    from: relationship.version,
    relationship: { ...relationship, endedAt: now, endedBecause: command.because, version: relationship.version + 1 },
    facts: [
      {
        at: now,
        actor: "system",
        actorId: null,
        fact: "closed",
        subject: "relationship",
        subjectId: relationship.id,
        data: { because: command.because },
      },
    ],
    notices: [tellWhoStays(relationship, command.because)],
  };
}

function tellWhoStays({ id, menteeId, mentorId }: Relationship, because: Command["because"]): Notice {
  const isMentee = because === "mentor-left";
  return {
    // A relationship ends once.
    key: `relationship:${id}:closed`,
    to: isMentee ? menteeId : mentorId,
    role: isMentee ? "mentee" : "mentor",
    kind: "relationship-closed",
    proposalId: id,
    aboutId: isMentee ? mentorId : menteeId,
    data: {},
  };
}
