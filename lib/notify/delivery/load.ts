import { env } from "@/lib/foundation/env";
import { addressForm } from "@/lib/foundation/identifier";
import { describeDefect, log } from "@/lib/foundation/log";
import type { CalendarMeeting } from "@/lib/notify/calendar/calendar";
import { loadMeetings } from "@/lib/notify/calendar/queries";
import { replyAddressOf } from "@/lib/notify/calendar/reply-address";
import { roundOfTime } from "@/lib/notify/calendar/round";
import { ANSWER_PAGES, type Answerable, signAnswerLink } from "@/lib/notify/notices/answer-link";
import { choosableGroupOf, type Need, type Notices, needs } from "@/lib/notify/notices/define";
import type { DigestItem, LetterFacts, Occasion, Suggestion, WhereToAsk } from "@/lib/notify/notices/occasion";
import { signUnsubscription } from "@/lib/notify/notices/unsubscribe";
import type { HeldMail } from "@/lib/notify/outbox/queue";
import type { Settings } from "@/lib/society/settings/settings";
import { NOBODY, NOTHING_LEFT, whyOvertaken } from "./overtaken";
import {
  findBlockedSince,
  findReadMeanwhile,
  type Item,
  type LoadedProposal,
  loadItems,
  loadLetters,
  loadPeople,
  loadProposals,
  loadReferees,
  type Person,
} from "./queries";

/** What a mail is written from, or why it is not to be sent any more. */
export type Loaded = { occasion: Occasion; overtaken: null } | { occasion: null; overtaken: string };

/** What the mails of a batch are written from, by key, in a handful of queries for all. */
export async function loadOccasions(
  mails: readonly HeldMail[],
  { notices, settings }: Written,
  now: Date,
): Promise<Map<string, Loaded>> {
  const people = await loadPeople(mails.flatMap(({ memberId, aboutId }) => (aboutId ? [memberId, aboutId] : [memberId])));
  const proposals = await loadProposals(mails.flatMap(({ proposalId }) => (proposalId ? [proposalId] : [])));
  const items = await loadItems(mails.flatMap(({ kind, key }) => (kind === "digest" ? [key] : [])));
  const referees = await loadReferees(mails.flatMap(({ data }) => (data.refereeId ? [data.refereeId] : [])));
  const letters = await loadLetters(mails.flatMap(({ data }) => (data.letterId ? [data.letterId] : [])));
  const read = await findReadMeanwhile(notices, [...mails, ...items]);
  const blocked = await findBlockedSince([...mails.filter(({ aboutId }) => aboutId !== null), ...items]);
  const meetingIds = mails.flatMap(({ data }) => (data.meetingId ? [data.meetingId] : []));
  const meetings = await loadMeetings(meetingIds, { settings, appUrl: env().APP_URL, from: env().MAIL_FROM });
  return new Map(
    mails.map((mail) => [
      mail.key,
      load(mail, { notices, people, referees, proposals, letters, items, read, blocked, meetings }, now),
    ]),
  );
}

/** In whose words mails are written, and what they may tell of. */
export interface Written {
  settings: Settings;
  notices: Notices;
}

/** Whom a mentee may ask next, without `exceptId`. Handed in, since who fits is known further up. */
export type Suggest = (menteeId: string, exceptId: string, where: WhereToAsk, settings: Settings) => Promise<Suggestion[]>;

/** Nobody when the question does not apply, or cannot be answered now. */
export async function loadSuggestions(
  { kind, memberId, aboutId }: HeldMail,
  programmeId: string | null,
  { notices, settings }: Written,
  suggest: Suggest,
): Promise<Suggestion[]> {
  if (!needs(notices, kind, "suggestions")) return [];
  try {
    const where = needs(notices, kind, "joined") ? "joined" : { programmeId };
    return await suggest(memberId, aboutId ?? memberId, where, settings);
  } catch (error) {
    log().warn({ defect: describeDefect(error) }, "a mail goes out without suggestions");
    return [];
  }
}

interface Known {
  notices: Notices;
  people: Map<string, Person>;
  /** Those without an account, by their own id. */
  referees: Map<string, Pick<Person, "name" | "email">>;
  proposals: Map<string, LoadedProposal>;
  letters: Map<string, LetterFacts>;
  items: Item[];
  /** The keys of mails about messages that have been read meanwhile. */
  read: Set<string>;
  /** The keys of mails about somebody from whom a block has kept their reader apart since. */
  blocked: Set<string>;
  meetings: Map<string, CalendarMeeting>;
}

function load(mail: HeldMail, known: Known, now: Date): Loaded {
  const { notices, proposals, letters, items, read, blocked, meetings } = known;
  const recipient = findRecipient(mail, known);
  const proposal = mail.proposalId === null ? null : (proposals.get(mail.proposalId) ?? null);
  const meeting = (needs(notices, mail.kind, "meeting") && meetings.get(mail.data.meetingId ?? "")) || null;
  const letter = letters.get(mail.data.letterId ?? "") ?? null;
  const block = recipient?.blocks[addressForm(mail.toAddress ?? recipient.email)] ?? null;
  const hindered = ({ key }: { key: string }) => ({ isRead: read.has(key), isBlocked: blocked.has(key) });
  const overtaken = whyOvertaken(notices, { ...mail, recipient, proposal, meeting, letter, ...hindered(mail), block }, now);
  if (overtaken !== null || recipient === null) return { occasion: null, overtaken: overtaken ?? NOBODY };
  const wanted = items
    .filter(
      ({ digestKey, key, kind, data }) =>
        digestKey === mail.key &&
        !whyOvertaken(notices, { kind, data, recipient, proposal: null, meeting: null, ...hindered({ key }) }, now),
    )
    .map(({ digestKey, key, ...item }) => item);
  if (mail.kind === "digest" && wanted.length === 0) return { occasion: null, overtaken: NOTHING_LEFT };
  const partner = mail.aboutId === null ? undefined : known.people.get(mail.aboutId);
  const theirs = meeting && { ...meeting, reply: findReplyAddress(meeting, recipient) };
  return {
    occasion: { ...toOccasion(mail, notices, recipient, partner, proposal, wanted), meeting: theirs, letter },
    overtaken: null,
  };
}

/** The member; or the referee whom they have named, in whose calendar and choices we know nothing. */
function findRecipient({ kind, memberId, data }: HeldMail, { notices, people, referees }: Known): Person | null {
  const member = people.get(memberId) ?? null;
  if (member === null || !needs(notices, kind, "referee")) return member;
  const referee = referees.get(data.refereeId ?? "");
  return referee ? { ...member, ...referee, timeZone: null, choices: {} } : null;
}

function toOccasion(
  mail: HeldMail,
  notices: Notices,
  recipient: Person,
  partner: Person | undefined,
  proposal: LoadedProposal | null,
  items: DigestItem[],
): Occasion {
  const mayKnowAddress = needs(notices, mail.kind, "address") && proposal?.status === "accepted" && !proposal.hasEnded;
  const what = mail.kind === "digest" ? mail.kind : choosableGroupOf(notices, mail.kind);
  return {
    kind: mail.kind,
    role: mail.role,
    data: mail.data,
    recipient,
    partner: partner
      ? {
          name: partner.name,
          headline: mail.role === "mentee" ? partner.mentorHeadline : partner.menteeHeadline,
          email: mayKnowAddress ? partner.email : null,
        }
      : null,
    proposal,
    suggestions: [],
    items,
    answerPage: findAnswerPage(mail, notices),
    unsubscribe: what && signUnsubscription({ memberId: mail.memberId, what }, env().authSecrets),
  };
}

/** The page on which the question of a mail is answered; null for a mail that asks nothing. */
function findAnswerPage(mail: HeldMail, notices: Notices): string | null {
  const what = (Object.keys(ASKED_BY) as Answerable[]).find((one) => needs(notices, mail.kind, ASKED_BY[one]));
  const asked = what && readQuestion(what, mail);
  if (!asked) return null;
  return `${ANSWER_PAGES[what]}/${signAnswerLink({ memberId: mail.memberId, what, ...asked }, env().authSecrets)}`;
}

const ASKED_BY: Record<Answerable, Need> = {
  met: "answer",
  available: "availability",
  meeting: "invitation",
  survey: "survey",
  referee: "referee",
};

/** What is asked about, in which round, and until when it can be answered: an invitation until the meeting begins. */
function readQuestion(what: Answerable, { memberId, proposalId, data }: HeldMail) {
  if (what === "meeting") {
    if (!data.meetingId || !data.startsAt || !data.endsAt) return null;
    const [startsAt, endsAt] = [new Date(data.startsAt), new Date(data.endsAt)];
    return { subjectId: data.meetingId, round: roundOfTime({ startsAt, endsAt }), until: startsAt };
  }
  const subjectId = { met: proposalId, available: memberId, survey: data.surveyAskingId, referee: data.refereeId }[what];
  if (!subjectId || !data.round || !data.answerUntil) return null;
  return { subjectId, round: data.round, until: new Date(data.answerUntil) };
}

/** How the calendar of whoever was invited can answer, where the society takes such answers; null for everybody else. */
function findReplyAddress({ id, invitedId }: CalendarMeeting, reader: Person): CalendarMeeting["reply"] {
  const { CALENDAR_REPLIES_TO: base, authSecrets } = env();
  if (!base || reader.id !== invitedId) return null;
  return { to: replyAddressOf(id, base, authSecrets), from: reader.email };
}
