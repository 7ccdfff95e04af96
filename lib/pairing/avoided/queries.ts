import { db, Prisma } from "@/lib/foundation/db/client";
import { numberForm } from "@/lib/foundation/identifier";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import { plainWords } from "@/lib/people/members/search-text";
import { type Avoided, type AvoidedList, MOST_AVOIDED, MOST_FOUND } from "./avoided";

/** The viewer's own lists, one for each role that they hold, in the order of names. One query. */
export async function listAvoided({ memberId, isMentee, isMentor }: Viewer): Promise<AvoidedList[]> {
  const rows = await db().$queryRaw<(Avoided & { role: Role })[]>`
    SELECT 'mentee' AS "role", m."id" AS "memberId", m."name"
    FROM "mentor_marks" k JOIN "members" m ON m."id" = k."mentorId" AND m."status" = 'active'
    WHERE k."memberId" = ${memberId}::uuid AND k."mark" = 'hidden' AND ${isMentee}
    UNION ALL
    SELECT 'mentor', m."id", m."name" FROM "avoided_mentees" v JOIN "members" m ON m."id" = v."menteeId" AND m."status" = 'active'
    WHERE v."mentorId" = ${memberId}::uuid AND ${isMentor}
    ORDER BY 3, 2 LIMIT ${2 * MOST_AVOIDED}`;
  const roles: Role[] = [...(isMentee ? (["mentee"] as const) : []), ...(isMentor ? (["mentor"] as const) : [])];
  return roles.map((role) => ({
    role,
    people: rows.filter((row) => row.role === role).map(({ memberId, name }) => ({ memberId, name })),
  }));
}

/**
 * People of this name, or with just this membership number, whom the viewer may add to their list: as a mentee any mentor whose profile
 * they could read, as a mentor the mentees who have written to them.
 */
export async function findPeople(viewer: Viewer, role: Role, typed: string): Promise<Avoided[]> {
  const words = plainWords(typed).slice(0, 8);
  if (words.length === 0 || !(role === "mentee" ? viewer.isMentee : viewer.isMentor)) return [];
  const number = numberForm(typed);
  const found = role === "mentee" ? mentorsCalled(words, number) : menteesCalled(viewer.memberId, typed, number);
  return db().$queryRaw<Avoided[]>`
    SELECT m."id" AS "memberId", m."name" FROM "members" m
    WHERE m."id" IN (${found}) AND m."status" = 'active' AND m."id" <> ${viewer.memberId}::uuid
      AND NOT are_blocked(${viewer.memberId}::uuid, m."id")
    ORDER BY m."name", m."id" LIMIT ${MOST_FOUND}`;
}

/** By the index of the search for mentors, whose text begins with their name. */
function mentorsCalled(words: readonly string[], number: string): Prisma.Sql {
  const query = `${words.join(" & ")}:*`;
  return Prisma.sql`
    SELECT p."memberId" FROM "mentor_profiles" p JOIN "members" o ON o."id" = p."memberId"
    WHERE to_tsvector('english', p."searchText") @@ to_tsquery('english', ${query})
      AND to_tsvector('simple', left(p."searchText", char_length(o."name") + 5)) @@ to_tsquery('simple', ${query})
      AND o."isMentor" AND o."standing" = 'current'
    UNION ALL
    SELECT o."id" FROM "members" o JOIN "mentor_profiles" p ON p."memberId" = o."id"
    WHERE o."number" = ${number} AND o."isMentor" AND o."standing" = 'current'`;
}

function menteesCalled(mentorId: string, typed: string, number: string): Prisma.Sql {
  return Prisma.sql`
    SELECT o."id" FROM (${knownTo(mentorId)}) known JOIN "members" o ON o."id" = known."id"
    WHERE o."number" = ${number} OR array_to_tsvector(array_remove(string_to_array(plain_words(o."name"), ' '), '')) @@ member_query(${typed})`;
}

/** The mentees who have sent the mentor a proposal or a question. */
export function knownTo(mentorId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT "menteeId" AS "id" FROM "proposals" WHERE "mentorId" = ${mentorId}::uuid
    UNION SELECT "menteeId" FROM "questions" WHERE "mentorId" = ${mentorId}::uuid`;
}
