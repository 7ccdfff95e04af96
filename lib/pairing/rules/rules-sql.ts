/** The rules of matching, said to the database: parts of the statements that look for people. */
import { Prisma } from "@/lib/foundation/db/client";
import type { Role } from "@/lib/foundation/viewer";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { zoneOffsets } from "./facts";
import { type Fact, type HeldRule, headingOf, questionOf } from "./rule";

/**
 * Whether no rule speaks against matching these two, as speaks.ts decides it; `true` where there are no rules. Each rule looks up the
 * facts of the two, so this belongs where few pairs are left. `programmeId` is the programme of each pair, where they differ (NULL: the
 * society's own scheme): then the rules are those of every programme.
 */
export function allowedByRules(
  rules: readonly HeldRule[],
  menteeId: Prisma.Sql,
  mentorId: Prisma.Sql,
  programmeId?: Prisma.Sql,
): Prisma.Sql {
  if (rules.length === 0) return Prisma.sql`true`;
  const conditions = rules.map((rule) => {
    const isAllowed = allows(rule, menteeId, mentorId);
    if (!programmeId || rule.programmeId === null) return isAllowed;
    return Prisma.sql`(coalesce(${programmeId}, ${SOCIETY_SCHEME}::uuid) <> ${rule.programmeId}::uuid OR ${isAllowed})`;
  });
  return Prisma.sql`(${Prisma.join(conditions, " AND ")})`;
}

function allows(rule: HeldRule, menteeId: Prisma.Sql, mentorId: Prisma.Sql): Prisma.Sql {
  const [mentee, mentor] = [factOf(rule, "mentee", menteeId), factOf(rule, "mentor", mentorId)];
  return allowsWhere(rule, rule.hours === null ? Prisma.sql`${mentee} && ${mentor}` : areNear(mentee, mentor, rule.hours));
}

function allowsWhere({ kind, mustBeKnown }: HeldRule, isMet: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce(${kind === "must" ? isMet : Prisma.sql`NOT (${isMet})`}, ${!mustBeKnown})`;
}

/**
 * The same of a row `l` of mentor_listings, by the rules about what it holds itself: that costs next to nothing, also for everybody.
 * `rest` are the rules that it cannot answer.
 */
export function allowedByListing(
  rules: readonly HeldRule[],
  menteeId: Prisma.Sql,
): { isAllowed: Prisma.Sql; rest: HeldRule[] } {
  const isListed = (rule: HeldRule) => rule.mentorFact in IN_LISTING && rule.menteeFact === rule.mentorFact;
  const conditions = rules.filter(isListed).map((rule) => {
    const { mentee, isMet } = IN_LISTING[rule.mentorFact as keyof typeof IN_LISTING];
    const asked = Prisma.sql`(SELECT ${mentee} FROM "mentee_profiles" fact_profile WHERE fact_profile."memberId" = ${menteeId})`;
    return allowsWhere(rule, isMet(asked));
  });
  return {
    isAllowed: conditions.length === 0 ? Prisma.sql`true` : Prisma.sql`(${Prisma.join(conditions, " AND ")})`,
    rest: rules.filter((rule) => !isListed(rule)),
  };
}

/** Facts that a listing holds: a mask or an id, and nothing known is nothing there. */
const IN_LISTING = {
  sector: { mentee: Prisma.sql`fact_profile."sector"`, isMet: (asked: Prisma.Sql) => Prisma.sql`l."sector" = ${asked}` },
  region: { mentee: Prisma.sql`fact_profile."region"`, isMet: (asked: Prisma.Sql) => Prisma.sql`l."region" = ${asked}` },
  language: {
    mentee: Prisma.sql`nullif(id_mask(fact_profile."languages"), 0)`,
    isMet: (asked: Prisma.Sql) => Prisma.sql`nullif(l."languages", 0) & ${asked} <> 0`,
  },
};

/**
 * What is known of a member under a rule, as a list of texts; NULL where nothing is. Its tables have long names, which no statement around
 * it gives to its own: they would hide the member who is asked about.
 */
export function factOf({ menteeFact, mentorFact, zone }: HeldRule, role: Role, memberId: Prisma.Sql): Prisma.Sql {
  const fact = role === "mentee" ? menteeFact : mentorFact;
  const question = questionOf(fact);
  if (question !== null) return answerTo(question, memberId);
  const heading = headingOf(fact);
  if (heading !== null) return saidByRegister(heading, memberId);
  if (fact === "member")
    return Prisma.sql`(SELECT ARRAY[${keyOf(Prisma.sql`fact_member."number"`)}, ${keyOf(Prisma.sql`fact_member."email"`)}] FROM "members" fact_member WHERE fact_member."id" = ${memberId})`;
  if (fact === "time-zone")
    return Prisma.sql`(SELECT ARRAY[coalesce(fact_member."timeZone", ${zone})] FROM "members" fact_member WHERE fact_member."id" = ${memberId})`;
  const profiles = Prisma.raw(`"${role}_profiles"`);
  return Prisma.sql`(SELECT ${inProfile(fact)} FROM ${profiles} fact_profile WHERE fact_profile."memberId" = ${memberId})`;
}

function inProfile(fact: Fact): Prisma.Sql {
  if (fact === "language") return Prisma.sql`nullif(fact_profile."languages"::text[], '{}')`;
  const column = fact === "sector" ? Prisma.sql`fact_profile."sector"` : Prisma.sql`fact_profile."region"`;
  return Prisma.sql`CASE WHEN ${column} IS NOT NULL THEN ARRAY[${column}::text] END`;
}

/** Choices count by their words, so that an answer can be compared with one to another question. */
function answerTo(questionId: string, memberId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT nullif(array_remove(CASE WHEN fact_question."kind" IN ('choice', 'choices') THEN ARRAY(
      SELECT ${keyOf(Prisma.sql`o ->> 'label'`)} FROM jsonb_array_elements(fact_question."options") o
      WHERE o ->> 'id' = ANY(string_to_array(fact_answer."answer", ',')))
    ELSE ARRAY[${keyOf(Prisma.sql`fact_answer."answer"`)}] END, ''), '{}')
    FROM "profile_answers" fact_answer JOIN "profile_questions" fact_question ON fact_question."id" = fact_answer."questionId"
    WHERE fact_answer."memberId" = ${memberId} AND fact_answer."questionId" = ${questionId}::uuid AND fact_answer."answer" IS NOT NULL)`;
}

function saidByRegister(heading: string, memberId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT nullif(array_remove(ARRAY[${keyOf(Prisma.sql`fact_entry."further" ->> ${heading}`)}], ''), '{}')
    FROM "members" fact_member JOIN "register_entries" fact_entry ON fact_entry."number" = fact_member."number"
    WHERE fact_member."id" = ${memberId} AND fact_entry."further" ->> ${heading} IS NOT NULL)`;
}

function areNear(mentee: Prisma.Sql, mentor: Prisma.Sql, hours: number): Prisma.Sql {
  const offsets = JSON.stringify(zoneOffsets());
  const apart = (day: number) =>
    Prisma.sql`least(abs((z."one" ->> ${day}::integer)::integer - (z."other" ->> ${day}::integer)::integer),
      1440 - abs((z."one" ->> ${day}::integer)::integer - (z."other" ->> ${day}::integer)::integer))`;
  return Prisma.sql`(SELECT greatest(${apart(0)}, ${apart(1)}) <= ${hours * 60}::integer
    FROM (SELECT ${offsets}::jsonb -> (${mentee})[1] AS "one", ${offsets}::jsonb -> (${mentor})[1] AS "other" OFFSET 0) z)`;
}

function keyOf(text: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`replace(plain_words(${text}), ' ', '')`;
}

/**
 * The rules that hold, as one value (JSON): in a programme (NULL: the society's own scheme), or in any. One that compares the answers to
 * a question that is not asked any more does not hold.
 */
export function rulesHeld(programmeId: Prisma.Sql | "any"): Prisma.Sql {
  const isHere =
    programmeId === "any"
      ? Prisma.sql`true`
      : Prisma.sql`(r."programmeId" IS NULL OR r."programmeId" = coalesce(${programmeId}, ${SOCIETY_SCHEME}::uuid))`;
  return Prisma.sql`(SELECT coalesce(jsonb_agg(to_jsonb(r) ORDER BY r."createdAt", r."id"), '[]') FROM "matching_rules" r
    WHERE r."retiredAt" IS NULL AND ${isHere} AND NOT ${IS_IDLE})`;
}

/** Whether a question that the rule `r` compares is not asked any more. */
export const IS_IDLE = Prisma.sql`EXISTS (
  SELECT FROM unnest(ARRAY[r."menteeFact", r."mentorFact"]) AS fact
  WHERE starts_with(fact, 'question:') AND NOT EXISTS (
    SELECT FROM "profile_questions" q WHERE concat('question:', q."id") = fact AND q."retiredAt" IS NULL))`;
