import { addDays } from "@/lib/foundation/dates";
import { Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { isFixed } from "@/lib/notify/notices/groups";
import { scopeOf } from "@/lib/people/rights/rights";
import type { Settings } from "@/lib/society/settings/settings";
import { isMemberInScope } from "@/lib/staff/coordinating/scope-sql";
import { readFilters } from "@/lib/staff/members/input";
import { isListed } from "@/lib/staff/members/queries";
import type { MemberLetter } from "./letter";
import { MEMBER_LETTER_NOTICES, type MemberLetterNotice } from "./notices";

/** For so long before it, other letters are looked through for the same words: sending to many takes a while. */
const DAYS_OF_SENDING = 7;

type Addressed = Pick<MemberLetter, "memberId" | "filters" | "programmeIds">;

/** Whether a member that the query calls m is one of those whom the letter is for. */
export function isAddressed({ memberId, filters, programmeIds }: Addressed, settings: Settings, now: Date): Prisma.Sql {
  const scope = programmeIds.length > 0 ? programmeIds : "all";
  if (memberId === null) return isListed(scope, readFilters(Object.fromEntries(new URLSearchParams(filters))), settings, now);
  return Prisma.sql`m."erasedAt" IS NULL AND m."id" = ${memberId}::uuid AND ${isMemberInScope(scope)}`;
}

/** As what people are told of it. */
export function kindOf({ memberId, list }: Pick<MemberLetter, "memberId" | "list">): MemberLetterNotice {
  if (list === "relationships") return "letter-to-pairs";
  return memberId === null ? "letter-to-many" : "letter-to-one";
}

/** Other letters with just the same words that have been sent lately, of a letter that the query calls l: their ids. */
export function sameLately(now: Date): Prisma.Sql {
  const since = addDays(now, -DAYS_OF_SENDING, "UTC");
  return Prisma.sql`(SELECT array_agg(o."id") FROM "member_letters" o
    WHERE o."startedAt" > ${since}::timestamptz AND o."id" <> l."id" AND o."subject" = l."subject" AND o."words" = l."words")`;
}

/** Whether the member m has had one of these letters within a day, with the same people named in it. */
export function hasHad(letters: Prisma.Sql, now: Date, variant = Prisma.sql`''`): Prisma.Sql {
  const yesterday = new Date(now.getTime() - 86_400_000);
  const lately = Prisma.sql`h."memberId" = m."id" AND h."letterId" = ANY(${letters}) AND h."state" = 'told' AND h."at" > ${yesterday}::timestamptz`;
  return Prisma.sql`(EXISTS (SELECT FROM "member_letter_recipients" h WHERE ${variant} = '' AND ${lately})
    OR EXISTS (SELECT FROM "pair_letter_recipients" h WHERE h."variant" = ${variant} AND ${lately}))`;
}

/**
 * Why nothing of it reaches the member m at all; NULL when it does. `isApart`: it names a partner to them, and one of the two has blocked
 * the other. A test holds this and `fate` against what decides about each mail.
 */
export function unreached(had: Prisma.Sql, isApart = Prisma.sql`false`): Prisma.Sql {
  return Prisma.sql`CASE WHEN m."id" IS NULL OR m."status" = 'deleted' THEN 'deleted'
    WHEN m."status" = 'suspended' THEN 'suspended' WHEN ${had} THEN 'had-it' WHEN ${isApart} THEN 'apart' END`;
}

/** What will become of it for the member m: a Fate. */
export function fate(kind: MemberLetterNotice, had: Prisma.Sql, isApart?: Prisma.Sql): Prisma.Sql {
  const { group } = MEMBER_LETTER_NOTICES[kind];
  const choice = isFixed(group)
    ? Prisma.sql`NULL`
    : Prisma.sql`(SELECT c."choice" FROM "notification_choices" c WHERE c."memberId" = m."id" AND c."group" = ${group})`;
  return Prisma.sql`coalesce(${unreached(had, isApart)},
    CASE WHEN EXISTS (SELECT FROM "mail_blocks" b WHERE b."memberId" = m."id" AND b."address" = address_form(m."email")) THEN 'blocked'
      WHEN ${choice} = 'none' THEN 'unsubscribed' WHEN ${choice} = 'digest' THEN 'digest' ELSE 'mail' END)`;
}

/** Of a letter that the query calls l: a coordinator has those that they wrote to members of programmes which they still look after. */
export function isTheirs(viewer: Viewer): Prisma.Sql {
  const scope = scopeOf(viewer, "letters");
  if (scope === "all") return Prisma.sql`true`;
  return Prisma.sql`(l."authorId" = ${viewer.memberId}::uuid AND l."programmeIds" <> '{}' AND l."programmeIds" <@ ${[...(scope ?? [])]}::uuid[])`;
}

/** What has become of it for a recipient r, whose mail is called e: an Outcome. */
export const OUTCOME = Prisma.sql`CASE WHEN r."state" = 'waiting' AND l."status" = 'stopped' THEN 'stopped' WHEN r."state" <> 'told' THEN r."state"
  WHEN e."status" IS NULL THEN 'product-only' WHEN e."status" IN ('held', 'digested') THEN 'digest'
  WHEN e."status" = 'waiting' THEN 'on-its-way' ELSE e."status" END`;
