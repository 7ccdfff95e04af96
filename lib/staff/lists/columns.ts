import type { Cell } from "@/lib/foundation/csv";
import { dayOf, localOf } from "@/lib/foundation/dates";
import { capital } from "@/lib/foundation/wording";
import { STATUS_WORDS as JOINING_WORDS } from "@/lib/pairing/joining/wording";
import type { ReadQuestion } from "@/lib/people/profile-questions/profile-question";
import { labelsOf, type Settings } from "@/lib/society/settings/settings";
import type { Listed } from "@/lib/staff/members/directory";
import { STAFF_WORDS, STANDING_WORDS, STATUS_WORDS } from "@/lib/staff/members/wording";
import type { Party } from "@/lib/staff/relationships/conditions";
import type { ProposalLine } from "@/lib/staff/relationships/proposals/queries";
import type { RelationshipLine } from "@/lib/staff/relationships/queries";
import { sayRelationship, sayState } from "@/lib/staff/relationships/wording";
import type { FigureLine } from "@/lib/staff/surveys/queries";
import { sayFigure } from "@/lib/staff/surveys/wording";
import type { JoiningLine, MeetingLine, MentorLine } from "./queries";

/** A column of a file: its heading, and what stands in it for a line of the list. */
type Columns<Line> = readonly (readonly [heading: string, cell: (line: Line) => Cell])[];

/** Days and times are those of the society's clocks; days are written so that a spreadsheet sorts them. */
export function memberColumns({ society, words }: Settings, asked: readonly ReadQuestion[] = []): Columns<AnsweredMember> {
  return [
    ["Name", ({ name }) => name],
    ["Membership number", ({ number }) => number],
    ["E-mail address", ({ email }) => email],
    [capital(words.mentor), ({ isMentor }) => sayYes(isMentor)],
    [capital(words.mentee), ({ isMentee }) => sayYes(isMentee)],
    ["Account", ({ status }) => STATUS_WORDS[status]],
    ["Membership", ({ standing }) => STANDING_WORDS[standing]],
    ["Staff", ({ staff }) => (staff === "none" ? null : STAFF_WORDS[staff])],
    ["Joined on", ({ createdAt }) => dayOf(createdAt, society.timeZone)],
    ...asked.map(
      ({ id, role, question }) =>
        [`${capital(words[role])}: ${question}`, ({ answers }: AnsweredMember) => answers?.get(id) ?? null] as const,
    ),
  ];
}

/** A member with their answers to the society's own questions, by the question. */
type AnsweredMember = Listed & { answers?: ReadonlyMap<string, string> };

/** With what the programme asks of those who join it. */
export function joiningColumns({ society, words }: Settings, asked: readonly ReadQuestion[]): Columns<AnsweredJoining> {
  return [
    ["Name", ({ name }) => name],
    ["Membership number", ({ number }) => number],
    ["E-mail address", ({ email }) => email],
    ["As", ({ role }) => capital(words[role])],
    ["In the programme", ({ status }) => JOINING_WORDS[status]],
    ["Joined or applied on", ({ askedAt }) => dayOf(askedAt, society.timeZone)],
    ...asked.map(
      (one) =>
        [
          `${capital(words[one.role])}: ${one.question}`,
          ({ role, answers }: AnsweredJoining) => (role === one.role ? (answers?.get(one.id) ?? null) : null),
        ] as const,
    ),
  ];
}

type AnsweredJoining = JoiningLine & { answers?: ReadonlyMap<string, string> };

export function mentorColumns({ society }: Settings): Columns<MentorLine> {
  return [
    ["Name", ({ name }) => name],
    ["Membership number", ({ number }) => number],
    ["Places", ({ capacity }) => capacity],
    ["Places taken", ({ placesTaken }) => placesTaken],
    ["Places free", ({ capacity, placesTaken }) => Math.max(capacity - placesTaken, 0)],
    ["Proposals waiting", ({ waiting }) => waiting],
    ["Available", ({ isAvailable }) => sayYes(isAvailable)],
    ["Available again on", ({ availableAgainAt }) => sayDay(availableAgainAt, society.timeZone)],
    ["Proposals in the last year", ({ askedCount }) => askedCount],
    ["Replied to", ({ repliedCount }) => repliedCount],
  ];
}

export function proposalColumns(settings: Settings, now: Date): Columns<ProposalLine> {
  const { timeZone } = settings.society;
  return [
    ["Sent on", ({ sentAt }) => dayOf(sentAt, timeZone)],
    ...partyColumns(settings),
    ["State", (line) => sayState(line, settings.words, now)],
    ["Reply by", ({ expiresAt }) => dayOf(expiresAt, timeZone)],
    ["Last change on", ({ movedAt }) => dayOf(movedAt, timeZone)],
    ["Reminders", ({ remindersSent }) => remindersSent],
    ["Topics", ({ topics }) => labelsOf(settings.topics, topics).join(", ")],
  ];
}

export function relationshipColumns(settings: Settings, now: Date): Columns<RelationshipLine> {
  const { timeZone } = settings.society;
  return [
    ["Began on", ({ startedAt }) => dayOf(startedAt, timeZone)],
    ...partyColumns(settings),
    ["State", (line) => sayRelationship(line, settings.words, now)],
    ["Agreed until", ({ agreedUntil }) => dayOf(agreedUntil, timeZone)],
    ["Ended on", ({ endedAt }) => sayDay(endedAt, timeZone)],
    ["Meetings held", ({ meetingsHeld }) => meetingsHeld],
    ["Last meeting on", ({ lastHeldAt }) => sayDay(lastHeldAt, timeZone)],
    ["Next meeting on", ({ nextMeetingAt }) => sayDay(nextMeetingAt, timeZone)],
    ["Next meeting accepted", ({ isNextAccepted }) => (isNextAccepted === null ? null : sayYes(isNextAccepted))],
    ["Topics", ({ topics }) => labelsOf(settings.topics, topics).join(", ")],
  ];
}

export function meetingColumns(settings: Settings): Columns<MeetingLine> {
  const { timeZone } = settings.society;
  return [
    ["Begins at", ({ startsAt }) => localOf(startsAt, timeZone).replace("T", " ")],
    ["Minutes", ({ startsAt, endsAt }) => Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000)],
    ...partyColumns(settings),
    ["State", (line) => sayMeeting(line)],
  ];
}

export function surveyColumns({ words }: Settings): Columns<FigureLine> {
  return [
    ["Survey", (line) => sayFigure(line).survey],
    ["Counted on", ({ countedOn }) => countedOn.toISOString().slice(0, 10)],
    ["Programme", ({ programme, programmeName }) => (programme === "" ? "Any" : programmeName)],
    ["Asked as", ({ role }) => (role === "mentor" || role === "mentee" ? capital(words[role]) : "Any")],
    ["Question", (line) => sayFigure(line).question],
    ["Answer", (line) => sayFigure(line).answer],
    ["Number", ({ count }) => count],
  ];
}

function partyColumns({ words }: Settings): Columns<{ mentee: Party; mentor: Party }> {
  return [
    [capital(words.mentee), ({ mentee }) => mentee.name],
    [`Number of the ${words.mentee}`, ({ mentee }) => mentee.number],
    [capital(words.mentor), ({ mentor }) => mentor.name],
    [`Number of the ${words.mentor}`, ({ mentor }) => mentor.number],
  ];
}

function sayMeeting({ status, answer }: Pick<MeetingLine, "status" | "answer">): string {
  if (status !== "planned") return { cancelled: "Cancelled", held: "Held", "not-held": "Did not take place" }[status];
  return {
    waiting: "Planned, not answered yet",
    accepted: "Planned",
    declined: "Declined",
    suggested: "Another time suggested",
  }[answer];
}

const sayYes = (is: boolean) => (is ? "yes" : "no");
const sayDay = (at: Date | null, timeZone: string) => at && dayOf(at, timeZone);
