import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { addressForm } from "@/lib/foundation/identifier";
import { describeDefect, log } from "@/lib/foundation/log";
import type { CalendarMeeting } from "@/lib/notify/calendar/calendar";
import { loadMeetings } from "@/lib/notify/calendar/queries";
import { choosableGroupOf, type Notices, needs } from "@/lib/notify/notices/define";
import type { MailChoices } from "@/lib/notify/notices/groups";
import type { DigestItem, LetterFacts, Occasion, ProposalFacts, Suggestion } from "@/lib/notify/notices/occasion";
import { signUnsubscription } from "@/lib/notify/notices/unsubscribe";
import type { HeldMail } from "@/lib/notify/outbox/queue";
import type { Settings } from "@/lib/society/settings/settings";
import { NOBODY, NOTHING_LEFT, whyOvertaken } from "./overtaken";
import type { BlockReason } from "./provider-event";
import { findReadMeanwhile } from "./unread";

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
  if (!needs(notices, kind, "suggestions") || !aboutId) return [];
  try {
    return await suggest(memberId, aboutId, settings);
  } catch (error) {
    log().warn({ defect: describeDefect(error) }, "a mail goes out without suggestions");
    return [];
  }
}

interface Person {
  id: string;
  name: string;
  email: string;
  status: string;
  timeZone: string | null;
  choices: MailChoices;
  /** Addresses of theirs that get no mail, in the form of lib/foundation/identifier.ts. */
  blocks: Record<string, BlockReason>;
  mentorHeadline: string | null;
  menteeHeadline: string | null;
}

async function loadPeople(ids: string[]): Promise<Map<string, Person>> {
  const rows = await db().$queryRaw<Person[]>`
    SELECT m."id", m."name", m."email", m."status", m."timeZone",
      coalesce((SELECT jsonb_object_agg(c."group", c."choice") FROM "notification_choices" c WHERE c."memberId" = m."id"), '{}')
        AS "choices",
      coalesce((SELECT jsonb_object_agg(b."address", b."reason") FROM "mail_blocks" b WHERE b."memberId" = m."id"), '{}') AS "blocks",
      mentor."headline" AS "mentorHeadline",
      mentee."headline" AS "menteeHeadline"
    FROM "members" m LEFT JOIN "mentor_profiles" mentor ON mentor."memberId" = m."id"
    LEFT JOIN "mentee_profiles" mentee ON mentee."memberId" = m."id"
    WHERE m."id" = ANY(${ids}::uuid[])
    UNION ALL
    SELECT "memberId", "name", "email", 'waiting', NULL, '{}', '{}', NULL, NULL FROM "registrations" WHERE "memberId" = ANY(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

type LoadedProposal = ProposalFacts & { status: string; remindedDay: number };

async function loadProposals(ids: string[]): Promise<Map<string, LoadedProposal>> {
  if (ids.length === 0) return new Map();
  const rows = await db().$queryRaw<LoadedProposal[]>`
    SELECT p."id", p."status", p."rejectionReason", p."withdrawnWords",
      CASE WHEN r."isReasonShared" THEN r."endReason" END AS "endReason", p."remindDays", p."remindedDay", p."expireDay", p."expiresAt", t."objectives", t."topics"
    FROM "proposals" p JOIN "proposal_texts" t ON t."proposalId" = p."id" AND t."number" = p."textNumber"
    LEFT JOIN "relationships" r ON r."id" = p."id"
    WHERE p."id" = ANY(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** What staff have written, by id. */
async function loadLetters(ids: string[]): Promise<Map<string, LetterFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await db().$queryRaw<LetterFacts[]>`
    SELECT "id", "behalfOf", "subject", "words" FROM "staff_letters" WHERE "id" = ANY(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

type Item = DigestItem & { digestKey: string; key: string };

/** What was held for these digests, oldest first. */
async function loadItems(digestKeys: string[]): Promise<Item[]> {
  if (digestKeys.length === 0) return [];
  return db().$queryRaw<Item[]>`
    SELECT d."digestKey", d."key", d."kind", d."role", d."proposalId", d."data", m."name" AS "partnerName"
    FROM "mails" d LEFT JOIN "members" m ON m."id" = d."aboutId"
    WHERE d."digestKey" = ANY(${digestKeys}::text[])
    ORDER BY d."createdAt", d."key"`;
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
  const mayKnowAddress = needs(notices, mail.kind, "address") && proposal?.status === "accepted";
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
    unsubscribe: what && signUnsubscription({ memberId: mail.memberId, what }, env().AUTH_SECRET),
  };
}
