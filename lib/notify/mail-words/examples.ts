import type { Role } from "@/lib/foundation/viewer";
import type { NoticeDefinition } from "@/lib/notify/notices/define";
import type { NoticeData } from "@/lib/notify/notices/notice";
import type { Occasion, ProposalFacts } from "@/lib/notify/notices/occasion";
import type { Settings } from "@/lib/society/settings/settings";

/** What a mail might be written from. */
export interface Example {
  occasion: Occasion;
  settings: Settings;
}

/** The people of an example. */
export interface Cast {
  mentor: string;
  mentee: string;
}

const ID = "00000000-0000-4000-8000-0000000000aa";
const DAY = 24 * 60 * 60 * 1000;

/** The roles in which a kind of mail is written; null for one that has nothing to do with a role. */
export function rolesOf({ to }: NoticeDefinition): (Role | null)[] {
  if (to === "either") return ["mentee", "mentor"];
  return to === "member" ? [null] : [to];
}

/** A mail of this kind with everything in it that there can be, to be looked at. */
export function makeExample(kind: string, role: Role | null, cast: Cast, settings: Settings, now: Date): Example {
  const inDays = (days: number) => new Date(now.getTime() + days * DAY);
  const isMentor = role === "mentor";
  return {
    settings,
    occasion: {
      kind,
      role,
      data: exampleData(inDays),
      recipient: { name: isMentor ? cast.mentor : cast.mentee, email: "", timeZone: null },
      partner: {
        name: isMentor ? cast.mentee : cast.mentor,
        headline: isMentor ? "Moving from claims into underwriting" : "Twenty years in underwriting",
        email: "name@example.org",
      },
      proposal: exampleProposal(settings, inDays(14)),
      suggestions: [{ memberId: ID, name: cast.mentor, headline: "Glad to help", reasons: ["Covers both your topics"] }],
      items: [],
      unsubscribe: null,
      meeting: exampleMeeting(cast, settings, inDays),
      letter: { id: ID, subject: "The subject of the letter", words: "Here stand the words of the letter.", behalfOf: null },
    },
  };
}

function exampleData(inDays: (days: number) => Date): NoticeData {
  const at = (days: number) => inDays(days).toISOString();
  return {
    day: 7,
    expiresAt: at(14),
    agreedUntil: at(150),
    eraseAt: at(30),
    pauseUntil: at(40),
    startsAt: at(3),
    endsAt: new Date(inDays(3).getTime() + DAY / 24).toISOString(),
    months: 6,
    reference: "H-7K3Q9",
    programmeId: ID,
    programme: "First steps",
    from: at(-60).slice(0, 10),
    to: at(-30).slice(0, 10),
  };
}

function exampleProposal({ topics, rejectionReasons }: Settings, expiresAt: Date): ProposalFacts {
  return {
    id: ID,
    objectives: "Here stand the words of the proposal.",
    topics: topics.slice(0, 2).map(({ id }) => id),
    rejectionReason: "Here stand the words of the mentor.",
    rejectedBecause: rejectionReasons[0]?.id ?? null,
    withdrawnWords: "Here stand the words of staff.",
    endReason: "Here stand the words of staff.",
    remindDays: [3, 7, 15],
    expireDay: 21,
    expiresAt,
  };
}

function exampleMeeting(cast: Cast, { methods }: Settings, inDays: (days: number) => Date): Occasion["meeting"] {
  return {
    id: ID,
    isCancelled: false,
    isHeld: false,
    answer: "waiting",
    startsAt: inDays(3),
    endsAt: new Date(inDays(3).getTime() + DAY / 24),
    method: methods[0]?.label ?? null,
    words: { title: "The title of the meeting", details: "Here stands what it is about." },
    organiser: cast.mentee,
    invited: cast.mentor,
    invitedId: ID,
    sender: { name: "", email: "" },
    sequence: 0,
    createdAt: inDays(-1),
    movedAt: inDays(-1),
    href: "",
  };
}

type Turn = (example: Example) => Example;

/** What can be otherwise from one mail of a kind to the next. What differs in a mail is named here, so that its passages are found. */
const TURNS: readonly Turn[] = [
  inOccasion({ suggestions: [] }),
  inProposal({ isPassedOn: true }),
  inProposal({ isFromStaff: true }),
  inProposal({ rejectedBecause: null, rejectionReason: null }),
  inProposal({ remindDays: [] }),
  inData({ isAlone: true }),
  inData({ isStill: true }),
  inData({ isTraining: true }),
  inData({ others: 2 }),
  inData({ awaits: "reader" }),
  inData({ awaits: "partner" }),
  ({ occasion, ...example }) => ({ ...example, occasion: { ...occasion, ...withoutHeadline(occasion) } }),
  ({ occasion, ...example }) => ({ ...example, occasion: { ...occasion, ...withoutAddress(occasion) } }),
  inMeeting({ answer: "accepted" }),
  inMeeting({ answer: "suggested" }),
  onBehalf("mentee"),
  onBehalf("mentor"),
  withMentors(1),
  withMentors(2),
];

/** A mail with everything, and with one or two things otherwise: between them they have every passage that a mail of the kind can have. */
export function listVariants(example: Example): Example[] {
  const once = TURNS.map((turn) => turn(example));
  const twice = TURNS.flatMap((turn, i) => once.slice(i + 1).map((turned) => turn(turned)));
  return [example, ...once, ...twice];
}

function inOccasion(changes: Partial<Occasion>): Turn {
  return ({ occasion, ...example }) => ({ ...example, occasion: { ...occasion, ...changes } });
}

function inProposal(changes: Partial<ProposalFacts>): Turn {
  return ({ occasion, ...example }) => ({
    ...example,
    occasion: { ...occasion, proposal: occasion.proposal && { ...occasion.proposal, ...changes } },
  });
}

function inData(changes: Partial<NoticeData>): Turn {
  return ({ occasion, ...example }) => ({ ...example, occasion: { ...occasion, data: { ...occasion.data, ...changes } } });
}

function inMeeting(changes: Partial<NonNullable<Occasion["meeting"]>>): Turn {
  return ({ occasion, ...example }) => ({
    ...example,
    occasion: { ...occasion, meeting: occasion.meeting && { ...occasion.meeting, ...changes } },
  });
}

function onBehalf(behalfOf: Role): Turn {
  return ({ occasion, ...example }) => ({
    ...example,
    occasion: { ...occasion, letter: occasion.letter && { ...occasion.letter, behalfOf } },
  });
}

function withMentors(mentorsPerMentee: number): Turn {
  return ({ settings, ...example }) => ({
    ...example,
    settings: { ...settings, relationships: { ...settings.relationships, mentorsPerMentee } },
  });
}

function withoutHeadline({ partner }: Occasion): Pick<Occasion, "partner"> {
  return { partner: partner && { ...partner, headline: null } };
}

function withoutAddress({ partner }: Occasion): Pick<Occasion, "partner"> {
  return { partner: partner && { ...partner, email: null } };
}
