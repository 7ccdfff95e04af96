import { env } from "@/lib/foundation/env";
import { addressForm } from "@/lib/foundation/identifier";
import { describeDefect, log } from "@/lib/foundation/log";
import type { CalendarMeeting } from "@/lib/notify/calendar/calendar";
import { loadMeetings } from "@/lib/notify/calendar/queries";
import { ANSWER_PAGES, signAnswerLink } from "@/lib/notify/notices/answer-link";
import { choosableGroupOf, type Notices, needs } from "@/lib/notify/notices/define";
import type { DigestItem, LetterFacts, Occasion, Suggestion } from "@/lib/notify/notices/occasion";
import { signUnsubscription } from "@/lib/notify/notices/unsubscribe";
import type { HeldMail } from "@/lib/notify/outbox/queue";
import type { Settings } from "@/lib/society/settings/settings";
import { NOBODY, NOTHING_LEFT, whyOvertaken } from "./overtaken";
import {
  findReadMeanwhile,
  type Item,
  type LoadedProposal,
  loadItems,
  loadLetters,
  loadPeople,
  loadProposals,
  type Person,
} from "./queries";

/** What a mail is written from, or why it is not to be sent any more. */
export type Loaded = { occasion: Occasion; overtaken: null } | { occasion: null; overtaken: string };

/** What the mails of a batch are written from, by key, in at most five queries for all. */
export async function loadOccasions(
  mails: readonly HeldMail[],
  { notices, settings }: Written,
  now: Date,
): Promise<Map<string, Loaded>> {
  const people = await loadPeople(mails.flatMap(({ memberId, aboutId }) => (aboutId ? [memberId, aboutId] : [memberId])));
  const proposals = await loadProposals(mails.flatMap(({ proposalId }) => (proposalId ? [proposalId] : [])));
  const items = await loadItems(mails.flatMap(({ kind, key }) => (kind === "digest" ? [key] : [])));
  const letters = await loadLetters(mails.flatMap(({ data }) => (data.letterId ? [data.letterId] : [])));
  const read = await findReadMeanwhile(notices, [...mails, ...items]);
  const meetingIds = mails.flatMap(({ data }) => (data.meetingId ? [data.meetingId] : []));
  const meetings = await loadMeetings(meetingIds, { settings, appUrl: env().APP_URL });
  return new Map(
    mails.map((mail) => [mail.key, load(mail, { notices, people, proposals, letters, items, read, meetings }, now)]),
  );
}

/** In whose words mails are written, and what they may tell of. */
export interface Written {
  settings: Settings;
  notices: Notices;
}

/** Whom a mentee may ask next, without `exceptId`. Handed in, since who fits is known further up. */
export type Suggest = (menteeId: string, exceptId: string, settings: Settings) => Promise<Suggestion[]>;

/** Nobody when the question does not apply, or cannot be answered now. */
export async function loadSuggestions(
  { kind, memberId, aboutId }: HeldMail,
  { notices, settings }: Written,
  suggest: Suggest,
): Promise<Suggestion[]> {
  if (!needs(notices, kind, "suggestions")) return [];
  try {
    return await suggest(memberId, aboutId ?? memberId, settings);
  } catch (error) {
    log().warn({ defect: describeDefect(error) }, "a mail goes out without suggestions");
    return [];
  }
}

interface Known {
  notices: Notices;
  people: Map<string, Person>;
  proposals: Map<string, LoadedProposal>;
  letters: Map<string, LetterFacts>;
  items: Item[];
  /** The keys of mails about messages that have been read meanwhile. */
  read: Set<string>;
  meetings: Map<string, CalendarMeeting>;
}

function load(mail: HeldMail, known: Known, now: Date): Loaded {
  const { notices, people, proposals, letters, items, read, meetings } = known;
  const recipient = people.get(mail.memberId) ?? null;
  const proposal = mail.proposalId === null ? null : (proposals.get(mail.proposalId) ?? null);
  const meeting = (needs(notices, mail.kind, "meeting") && meetings.get(mail.data.meetingId ?? "")) || null;
  const letter = letters.get(mail.data.letterId ?? "") ?? null;
  const block = recipient?.blocks[addressForm(mail.toAddress ?? recipient.email)] ?? null;
  const overtaken = whyOvertaken(notices, { ...mail, recipient, proposal, meeting, isRead: read.has(mail.key), block }, now);
  if (overtaken !== null || recipient === null) return { occasion: null, overtaken: overtaken ?? NOBODY };
  const wanted = items
    .filter(
      ({ digestKey, key, kind, data }) =>
        digestKey === mail.key &&
        !whyOvertaken(notices, { kind, data, recipient, proposal: null, meeting: null, isRead: read.has(key) }, now),
    )
    .map(({ digestKey, key, ...item }) => item);
  if (mail.kind === "digest" && wanted.length === 0) return { occasion: null, overtaken: NOTHING_LEFT };
  const partner = mail.aboutId === null ? undefined : people.get(mail.aboutId);
  return { occasion: { ...toOccasion(mail, notices, recipient, partner, proposal, wanted), meeting, letter }, overtaken: null };
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
function findAnswerPage({ kind, memberId, proposalId, data }: HeldMail, notices: Notices): string | null {
  const what = needs(notices, kind, "answer") ? "met" : needs(notices, kind, "availability") ? "available" : null;
  const subjectId = what === "met" ? proposalId : memberId;
  if (!what || !subjectId || !data.round || !data.answerUntil) return null;
  const link = { memberId, what, subjectId, round: data.round, until: new Date(data.answerUntil) } as const;
  return `${ANSWER_PAGES[what]}/${signAnswerLink(link, env().authSecrets)}`;
}
