import { toRow } from "@/lib/pairing/proposals/row";
import { sealReason } from "@/lib/pairing/proposals/words";
import { searchText } from "@/lib/people/members/search-text";
import { labelsOf } from "@/lib/society/settings/settings";
import { PEOPLE } from "../people";
import { Random } from "../people/random";
import { demoSettings } from "../settings";
import { idOf } from "./ids";
import type { History } from "./replay";
import type { Suspension } from "./suspended";

const DAY = 86_400_000;
/** Older notices are of no interest to anybody. */
const NOTICES_OF_DAYS = 120;

const JOINED = PEOPLE.filter((person) => person.hasJoined);
const MENTOR_BY_ID = new Map(JOINED.map(({ number, mentor }) => [idOf("member", number), mentor]));

/** How many mentees at once. */
export function capacityOf(memberId: string): number {
  return MENTOR_BY_ID.get(memberId)?.capacity ?? 1;
}

export function memberRows({ proposals }: History, suspended: ReadonlyMap<string, Suspension>, issuer: string, now: Date) {
  const random = new Random(3);
  const first = new Map<string, number>();
  for (const { menteeId, mentorId, sentAt } of proposals.values()) {
    for (const id of [menteeId, mentorId]) first.set(id, Math.min(first.get(id) ?? Number.POSITIVE_INFINITY, sentAt.getTime()));
  }
  return JOINED.map(({ number, subject, name, email, standing, staff, mentor, mentee }) => {
    const id = idOf("member", number);
    const began = first.get(id);
    const createdAt = new Date((began ?? now.getTime() - random.between(1, 380) * DAY) - random.between(2, 40) * DAY);
    const suspension = suspended.get(id);
    const until = suspension?.suspendedAt ?? now;
    const lastSignedInAt = new Date(
      until.getTime() - random.next() * Math.min(20 * DAY, until.getTime() - createdAt.getTime()),
    );
    const roles = { isMentor: mentor !== null, isMentee: mentee !== null };
    const state = suspension
      ? { status: "suspended", sessionEpoch: 1, ...suspension }
      : { status: "active", sessionEpoch: 0, suspendedAt: null, suspendedReason: null };
    return { id, issuer, subject, number, name, email, standing, staff, ...state, ...roles, createdAt, lastSignedInAt };
  });
}

export function mentorRows({ proposals }: History, issuer: string, now: Date) {
  const { topics } = demoSettings(issuer);
  return JOINED.flatMap(({ number, name, mentor }) => {
    if (!mentor) return [];
    const memberId = idOf("member", number);
    const topicLabels = labelsOf(topics, mentor.topics);
    const { headline, about } = mentor;
    const words = searchText({ name, headline, about, topicLabels });
    const replies = repliesOf(
      [...proposals.values()].filter((one) => one.mentorId === memberId),
      now,
    );
    return [{ ...mentor, ...replies, memberId, searchText: words, updatedAt: now }];
  });
}

/** As the nightly job has it: proposals of the last year that came to a reply or expired, and the median of their hours. */
function repliesOf(proposals: { status: string; sentAt: Date; movedAt: Date }[], now: Date) {
  const over = proposals.filter(
    ({ status, movedAt }) => ["accepted", "rejected", "expired"].includes(status) && Number(now) - Number(movedAt) < 365 * DAY,
  );
  const hours = over.map(({ sentAt, movedAt }) => (Number(movedAt) - Number(sentAt)) / 3_600_000).sort((a, b) => a - b);
  const middle = (hours.length - 1) / 2;
  const [lower = 0, upper = 0] = [hours[Math.floor(middle)], hours[Math.ceil(middle)]];
  return {
    answerHours: over.length === 0 ? null : Math.ceil((lower + upper) / 2),
    askedCount: over.length,
    repliedCount: over.filter(({ status }) => status !== "expired").length,
    waitingCount: proposals.filter(({ status }) => status === "sent").length,
  };
}

export function menteeRows(now: Date) {
  return JOINED.flatMap(({ number, mentee }) =>
    mentee ? [{ ...mentee, memberId: idOf("member", number), updatedAt: now }] : [],
  );
}

export function proposalRows({ proposals }: History) {
  return [...proposals.values()].map((proposal) => toRow(sealReason(proposal)));
}

/** Most pairs had talked within three weeks; a few never have, which is what staff look for. */
export function relationshipRows({ relationships }: History, now: Date) {
  const random = new Random(7);
  return [...relationships.values()].map((relationship) => {
    const at = new Date(relationship.startedAt.getTime() + random.between(2, 20) * DAY);
    const wasHeld = random.chance(0.85) && at < (relationship.endedAt ?? now);
    return { ...relationship, firstConversationAt: wasHeld && !isNew(relationship, now) ? at : null, version: 1 };
  });
}

/** Began within the last fortnight: their story is still to be told. */
function isNew({ startedAt }: { startedAt: Date }, now: Date): boolean {
  return now.getTime() - startedAt.getTime() < 14 * DAY;
}

export function factRows({ facts }: History, members: { id: string; createdAt: Date }[]) {
  const joined = members.map(({ id, createdAt }) => ({
    at: createdAt,
    actor: "member",
    actorId: id,
    fact: "joined",
    subject: "member",
    subjectId: id,
    data: {},
  }));
  return [...joined, ...facts].sort((a, b) => a.at.getTime() - b.at.getTime());
}

export function notificationRows({ notices }: History, now: Date) {
  const random = new Random(5);
  return notices.flatMap(({ notice: { to, ...notice }, at }) => {
    const days = (now.getTime() - at.getTime()) / DAY;
    if (days > NOTICES_OF_DAYS) return [];
    const isRead = days > 4 || random.chance(0.4);
    const readAt = isRead ? new Date(Math.min(at.getTime() + random.between(1, 60) * 3_600_000, now.getTime())) : null;
    return [{ ...notice, data: { ...notice.data }, memberId: to, createdAt: at, readAt }];
  });
}
