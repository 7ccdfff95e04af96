import { atStart, capital } from "@/lib/foundation/wording";
import type { Fact, Subject } from "./fact";
import { ACTORS, SUBJECTS, sayData, sayFact } from "./wording";

/** An audit line with the names that it refers to. */
export interface AuditLine extends Omit<Fact, "data"> {
  id: bigint;
  data: Record<string, unknown>;
  actorName: string | null;
  /** Of the member that it is about. */
  subjectName: string | null;
  menteeName: string | null;
  mentorName: string | null;
}

/** The sentence for a line, in pieces, some of which are links. */
export interface Piece {
  words: string;
  href?: string;
}

/**
 * "Helen Marsh ended the relationship of Mei Tanaka and Gareth Pugh (because mentee)." `mayOpen` says whether the reader has a page about
 * the member with an id.
 */
export function sayLine(line: AuditLine, mayOpen: (memberId: string) => boolean = () => true): Piece[] {
  const about = subjectOf(line, mayOpen);
  const details = sayData(line.data);
  return [
    actorOf(line, mayOpen),
    { words: ` ${sayFact(line.fact, line.actor)}` },
    ...(about ? [{ words: " " }, about] : []),
  ].concat({
    words: `${details ? ` (${details})` : ""}.`,
  });
}

/** The same as one string. */
export function sayLinePlainly(line: AuditLine): string {
  return sayLine(line)
    .map(({ words }) => words)
    .join("");
}

function actorOf({ actor, actorId, actorName }: AuditLine, mayOpen: (memberId: string) => boolean): Piece {
  const words = actorId && actorName ? atStart(actorName) : ACTORS[actor];
  return actorId && mayOpen(actorId) ? { words, href: `/admin/members/${actorId}` } : { words };
}

/** Null if somebody acted on their own account. */
function subjectOf(line: AuditLine, mayOpen: (memberId: string) => boolean): Piece | null {
  const { subject, subjectId, actorId } = line;
  if (subject === "member" && subjectId === actorId) return null;
  const words = wordsOf(line);
  const place = PLACES[subject];
  if (subject === "member" && subjectId && !mayOpen(subjectId)) return { words };
  return subjectId && place ? { words, href: `${place}/${subjectId}` } : { words };
}

function wordsOf({ subject, subjectName, menteeName, mentorName }: AuditLine): string {
  if (subject === "member") return subjectName ?? SUBJECTS.member;
  if (menteeName && mentorName) {
    return subject === "proposal"
      ? `the proposal of ${menteeName} to ${mentorName}`
      : `the relationship of ${menteeName} and ${mentorName}`;
  }
  return SUBJECTS[subject] ?? capital(subject);
}

const PLACES: Partial<Record<Subject, string>> = {
  member: "/admin/members",
  proposal: "/admin/proposals",
  relationship: "/admin/relationships",
  "support-request": "/admin/support",
  programme: "/admin/programmes",
  condition: "/admin/readiness/conditions",
};
