import { PEOPLE } from "../people";
import { idOf } from "./ids";
import { isSetAside } from "./named";
import type { History, Relationship } from "./replay";

const DAY = 86_400_000;
/** The staff member who did it. */
const HELEN = idOf("member", "100006");
const CASES = [
  {
    daysAgo: 6,
    reason: "Answers to our letters about the fees for last year are outstanding. To be reactivated once they have called us.",
  },
  { daysAgo: 41, reason: "A complaint is being looked into by the committee. Please do not reactivate before it has met." },
];

export interface Suspension {
  suspendedAt: Date;
  suspendedReason: string;
}

/**
 * Two members whom staff have suspended: one with a partner, who was told that they cannot be reached, and one without. Nobody
 * who has something open, or for whom anything moved since. Adds what was written and told to the history; returns them by id.
 */
export function suspendTwo(history: History, now: Date): Map<string, Suspension> {
  const suspensions = new Map<string, Suspension>();
  for (const [i, { daysAgo, reason }] of CASES.entries()) {
    const at = new Date(now.getTime() - daysAgo * DAY);
    const found = quietMembers(history, at).find(
      ({ id, partners }) => !suspensions.has(id) && (i === 0 ? partners.length === 1 : partners.length === 0),
    );
    if (!found) continue;
    const { id, partners } = found;
    suspensions.set(id, { suspendedAt: at, suspendedReason: reason });
    history.facts.push({ at, actor: "staff", actorId: HELEN, fact: "suspended", subject: "member", subjectId: id, data: {} });
    for (const { id: proposalId, mentorId, menteeId } of partners) {
      const [to, role] = mentorId === id ? ([menteeId, "mentee"] as const) : ([mentorId, "mentor"] as const);
      const key = `member:${id}:suspended:1:${proposalId}`;
      history.notices.push({ notice: { key, to, role, kind: "partner-unreachable", proposalId, aboutId: id, data: {} }, at });
    }
  }
  return suspensions;
}

/** Mentees with nothing open and nothing that moved after `at`, each with their active relationships. */
function quietMembers({ proposals, relationships }: History, at: Date): { id: string; partners: Relationship[] }[] {
  return PEOPLE.filter((person) => person.hasJoined && person.mentee && !person.mentor && person.standing === "current")
    .filter((person) => !isSetAside(person))
    .map(({ number }) => idOf("member", number))
    .filter((id) => {
      const theirs = [...proposals.values()].filter(({ menteeId }) => menteeId === id);
      return theirs.length > 0 && theirs.every(({ status, movedAt }) => status !== "sent" && movedAt < at);
    })
    .map((id) => ({ id, partners: [...relationships.values()].filter((one) => one.menteeId === id && !one.endedAt) }))
    .filter(({ partners }) => partners.every(({ startedAt }) => startedAt < at));
}
