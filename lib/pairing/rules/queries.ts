import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import { wouldMeet } from "@/lib/pairing/avoided/avoided-sql";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { isProgrammeInScope } from "@/lib/pairing/programmes/scope-sql";
import { listComparable } from "@/lib/people/profile-questions/queries";
import { scopeOf } from "@/lib/people/rights/rights";
import { listFurther } from "@/lib/society/register/queries";
import { getSettings } from "@/lib/society/settings/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { hold } from "./held";
import {
  type Fact,
  factOfHeading,
  factOfQuestion,
  type HeldRule,
  type KeptRule,
  type Known,
  type Names,
  type Rule,
} from "./rule";
import { allowedByRules, factOf, IS_IDLE, rulesHeld } from "./rules-sql";
import { compare, speaks } from "./speaks";
import { sayAgainst, sayRule, sayWish } from "./wording";

/** The rules that hold in a programme (null: the society's own scheme), or in any of them. */
export async function rulesIn(programmeId: string | null | "any", settings: Settings): Promise<HeldRule[]> {
  const where = programmeId === "any" ? programmeId : Prisma.sql`${programmeId}::uuid`;
  const [row] = await db().$queryRaw<{ rules: Rule[] }[]>`SELECT ${rulesHeld(where)} AS "rules"`;
  return hold(row?.rules, settings);
}

/** Whether none of these rules speaks against matching the two. No query where there are none. */
export async function isAllowed(rules: readonly HeldRule[], menteeId: string, mentorId: string): Promise<boolean> {
  if (rules.length === 0) return true;
  const [row] = await db().$queryRaw<{ isAllowed: boolean }[]>`
    SELECT ${allowedByRules(rules, Prisma.sql`${menteeId}::uuid`, Prisma.sql`${mentorId}::uuid`)} AS "isAllowed"`;
  return row?.isAllowed ?? false;
}

/**
 * For staff: what speaks for and against matching these two in a programme (null: the society's own scheme), a sentence for each rule. What
 * must be so and is so speaks for it, unless the profiles say so already. Of the members' own lists only that one of the two has such a wish.
 */
export async function rulesBetween(
  programmeId: string | null,
  menteeId: string,
  mentorId: string,
): Promise<{ pro: string[]; contra: string[] }> {
  const settings = await getSettings();
  const rules = await rulesIn(programmeId, settings);
  const [mentee, mentor] = [Prisma.sql`${menteeId}::uuid`, Prisma.sql`${mentorId}::uuid`];
  const facts = rules.map(
    (rule) =>
      Prisma.sql`jsonb_build_object('mentee', ${factOf(rule, "mentee", mentee)}, 'mentor', ${factOf(rule, "mentor", mentor)})`,
  );
  const [row] = await db().$queryRaw<{ facts: Record<Role, string[] | null>[]; wouldMeet: boolean }[]>`
    SELECT jsonb_build_array(${facts.length > 0 ? Prisma.join(facts) : Prisma.empty}) AS "facts",
      ${wouldMeet(mentee, mentor)} AS "wouldMeet"`;
  const names = await findNames(rules);
  const [pro, contra]: [string[], string[]] = [[], []];
  for (const [i, rule] of rules.entries()) {
    const { mentee: ofMentee, mentor: ofMentor } = row?.facts[i] ?? { mentee: null, mentor: null };
    const against = speaks(rule, ofMentee ?? [], ofMentor ?? []);
    if (against) contra.push(sayAgainst(rule, against, names, settings.words));
    else if (isToldByRule(rule) && compare(rule, ofMentee ?? [], ofMentor ?? []))
      pro.push(sayRule(rule, names, settings.words));
  }
  return { pro, contra: row?.wouldMeet === false ? [...contra, sayWish()] : contra };
}

/** What must be the same, unless the reasons for a match say it anyway. */
function isToldByRule({ kind, menteeFact }: Rule): boolean {
  return kind === "must" && !["sector", "region", "language"].includes(menteeFact);
}

async function findNames(rules: readonly Rule[]): Promise<Names> {
  const isAnswer = rules.some((rule) => /^question:/.test(rule.menteeFact) || /^question:/.test(rule.mentorFact));
  const asked = isAnswer ? await listComparable() : [];
  return new Map(asked.map(({ id, question }) => [id, question]));
}

/**
 * All rules for staff, those that hold first, with the names of the questions that they compare. Coordinators have those of their
 * programmes, and none that holds everywhere.
 */
export async function listRules(viewer: Viewer, settings: Settings): Promise<{ rules: KeptRule[]; names: Names }> {
  const scope = scopeOf(viewer, "matching");
  if (scope === null) return { rules: [], names: new Map() };
  const rows = await db().$queryRaw<(Rule & Pick<KeptRule, "retiredAt" | "isIdle" | "programme">)[]>`
    SELECT r."id", r."programmeId", r."kind", r."menteeFact", r."mentorFact", r."hours", r."mustBeKnown", r."retiredAt", ${IS_IDLE} AS "isIdle",
      g."name" AS "programme"
    FROM "matching_rules" r LEFT JOIN "programmes" g ON g."id" = r."programmeId" WHERE ${isProgrammeInScope(scope, Prisma.sql`r."programmeId"`)}
    ORDER BY r."retiredAt" DESC NULLS FIRST, r."createdAt", r."id" LIMIT ${MOST_LISTED}`;
  const [names, counts] = await Promise.all([findNames(rows), countKnown(hold(rows, settings))]);
  return { rules: rows.map((rule, i) => ({ ...rule, ...(counts[i] ?? NOBODY) })), names };
}

/** More than a society could keep in mind: those of ten programmes. */
const MOST_LISTED = 200;
const NOBODY = { mentees: { all: 0, known: 0 }, mentors: { all: 0, known: 0 } };

/** For how many mentees and mentors each rule would hold, and of how many its fact is known. Goes through all profiles, once for each rule. */
async function countKnown(rules: readonly HeldRule[]): Promise<Record<"mentees" | "mentors", Known>[]> {
  if (rules.length === 0) return [];
  const [row] = await db().$queryRaw<{ counts: Record<"mentees" | "mentors", Known>[] }[]>`
    SELECT jsonb_build_array(${Prisma.join(
      rules.map(
        (rule) => Prisma.sql`jsonb_build_object('mentees', ${countOf(rule, "mentee")}, 'mentors', ${countOf(rule, "mentor")})`,
      ),
    )}) AS "counts"`;
  return row?.counts ?? [];
}

function countOf(rule: HeldRule, role: Role): Prisma.Sql {
  const isHere =
    rule.programmeId === null
      ? Prisma.sql`true`
      : Prisma.sql`(EXISTS (SELECT FROM "programme_members" j WHERE j."programmeId" = ${rule.programmeId}::uuid AND j."memberId" = p."memberId"
        AND j."role" = ${role} AND j."status" = 'joined') OR ${isOfScheme(rule)})`;
  return Prisma.sql`(
    SELECT jsonb_build_object('all', count(*), 'known', count(${factOf(rule, role, Prisma.sql`p."memberId"`)}))
    FROM ${Prisma.raw(`"${role}_profiles"`)} p JOIN "members" holder ON holder."id" = p."memberId"
    WHERE holder."status" = 'active' AND holder.${Prisma.raw(role === "mentor" ? `"isMentor"` : `"isMentee"`)} AND ${isHere})`;
}

/** Everybody with a profile is in the society's own scheme. */
function isOfScheme({ programmeId }: Rule): boolean {
  return programmeId === SOCIETY_SCHEME;
}

/** What can be compared of a mentee and of a mentor: questions and columns of the register besides what every profile says. */
export interface Comparable {
  questions: { fact: Fact; role: Role; question: string }[];
  headings: { fact: Fact; heading: string }[];
}

export async function findComparable(viewer: Viewer): Promise<Comparable> {
  if (scopeOf(viewer, "matching") === null) return { questions: [], headings: [] };
  const [questions, headings] = await Promise.all([listComparable(), listFurther()]);
  return {
    questions: questions
      .filter(({ isAsked }) => isAsked)
      .map(({ id, role, question }) => ({ fact: factOfQuestion(id), role, question })),
    headings: headings.map((heading) => ({ fact: factOfHeading(heading), heading })),
  };
}

/** One rule as it is kept. */
export async function findRule({ staff }: Viewer, id: string): Promise<(Rule & { retiredAt: Date | null }) | null> {
  if (staff === "none" || !isId(id)) return null;
  const [found] = await db().$queryRaw<(Rule & { retiredAt: Date | null })[]>`
    SELECT "id", "programmeId", "kind", "menteeFact", "mentorFact", "hours", "mustBeKnown", "retiredAt"
    FROM "matching_rules" WHERE "id" = ${id}::uuid`;
  return found ?? null;
}
