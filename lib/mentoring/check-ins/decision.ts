import type { Role } from "@/lib/foundation/viewer";
import type { NoticeData } from "@/lib/notify/notices/notice";
import type { Settings } from "@/lib/society/settings/settings";
import type { Actor, Case, Decision } from "./check-in";
import { answerOf, isSettled, nextDue, openUntil } from "./deadlines";
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
  const { menteeId, mentorId, startedAt, agreedUntil, endedAt, lastTogetherAt, lastMessageAt, areBothHere, own, ...checkIn } =
    next;
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
    answered: listAnswered(next),
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

/**
 * The keys of the notices that ask what has been answered, by words or by what the two have done since, or what a later question
 * replaces. Whoever is asked kindly, because the partner waits, is not asked by the notice before that.
 */
function listAnswered(one: Case): string[] {
  const { relationshipId, round, waiting } = one;
  const keys = (of: number, to: Role, ...occasions: string[]) =>
    occasions.map((occasion) => `check-in:${relationshipId}:${occasion}:${of}:${to}`);
  return (["mentee", "mentor"] as const).flatMap((to) => [
    ...keys(round - 1, to, "asked", "waits"),
    ...(answerOf(one, to) !== null || isSettled(one) ? keys(round, to, "asked", "waits") : []),
    ...(waiting !== null && waiting !== to ? keys(round, to, "asked") : []),
  ]);
}

/** What the links of a mail need, to lead to this question and no later one, and for as long as it is open. */
export function linksOf(asked: Case, timeZone: string): NoticeData {
  return { round: asked.round, answerUntil: openUntil(asked, timeZone)?.toISOString() };
}
