import { db } from "@/lib/db/client";
import { describeDefect, log } from "@/lib/log";
import { suggestMentors } from "@/lib/matching/queries";
import { sayReason } from "@/lib/matching/wording";
import type { Settings } from "@/lib/settings/settings";
import { KINDS_WITH_SUGGESTIONS, type Occasion, type ProposalFacts, type Suggestion } from "./occasion";
import type { HeldMail } from "./queue";

/** What the mails of a batch are written from, by key, in two queries for all. Null: its reader has no account any more. */
export async function loadOccasions(mails: readonly HeldMail[]): Promise<Map<string, Occasion | null>> {
  const people = await loadPeople(mails.flatMap(({ memberId, aboutId }) => (aboutId ? [memberId, aboutId] : [memberId])));
  const proposals = await loadProposals(mails.flatMap(({ proposalId }) => (proposalId ? [proposalId] : [])));
  return new Map(mails.map((mail) => [mail.key, toOccasion(mail, people, proposals)]));
}

/** Whom a mentee may ask next; nobody when the question does not apply, or cannot be answered now. */
export async function loadSuggestions({ kind, memberId, aboutId }: HeldMail, settings: Settings): Promise<Suggestion[]> {
  if (!KINDS_WITH_SUGGESTIONS.includes(kind) || !aboutId) return [];
  try {
    const mentors = await suggestMentors(memberId, [aboutId], settings);
    return mentors.map(({ reasons, ...mentor }) => ({
      ...mentor,
      reasons: reasons
        .filter(({ isFor }) => isFor)
        .slice(0, 3)
        .map(sayReason),
    }));
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
  mentorHeadline: string | null;
  menteeHeadline: string | null;
}

async function loadPeople(ids: string[]): Promise<Map<string, Person>> {
  const rows = await db().$queryRaw<Person[]>`
    SELECT m."id", m."name", m."email", m."status", m."timeZone", mentor."headline" AS "mentorHeadline",
      mentee."headline" AS "menteeHeadline"
    FROM "members" m LEFT JOIN "mentor_profiles" mentor ON mentor."memberId" = m."id"
    LEFT JOIN "mentee_profiles" mentee ON mentee."memberId" = m."id"
    WHERE m."id" = ANY(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

type LoadedProposal = ProposalFacts & { status: string };

async function loadProposals(ids: string[]): Promise<Map<string, LoadedProposal>> {
  if (ids.length === 0) return new Map();
  const rows = await db().$queryRaw<LoadedProposal[]>`
    SELECT p."id", p."status", p."rejectionReason", p."remindDays", p."expireDay", p."expiresAt", t."objectives", t."topics"
    FROM "proposals" p JOIN "proposal_texts" t ON t."proposalId" = p."id" AND t."number" = p."textNumber"
    WHERE p."id" = ANY(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** What still reaches somebody whose account is gone. */
const TO_WHO_IS_GONE: readonly string[] = ["account-deleted", "account-erased"];

function toOccasion(mail: HeldMail, people: Map<string, Person>, proposals: Map<string, LoadedProposal>): Occasion | null {
  const recipient = people.get(mail.memberId);
  if (!recipient || (recipient.status === "deleted" && !TO_WHO_IS_GONE.includes(mail.kind))) return null;
  const partner = mail.aboutId === null ? undefined : people.get(mail.aboutId);
  const proposal = mail.proposalId === null ? undefined : proposals.get(mail.proposalId);
  const mayKnowAddress = mail.kind === "proposal-accepted" && proposal?.status === "accepted";
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
    proposal: proposal ?? null,
    suggestions: [],
  };
}
