import { db, Prisma } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { refuseRule } from "./decide";
import type { AddRuleInput } from "./input";
import { findComparable, findRule } from "./queries";
import { type Fact, MOST_RULES, type Rule, type RuleRefusal, SIMPLE_FACTS } from "./rule";

type Done = Promise<Result<null, RuleRefusal>>;

/** Staff add a rule, which holds from now on. The same form sent twice adds one; refuses other words under its key. */
export async function addRule(actor: Viewer, typed: AddRuleInput, now: Date): Done {
  if (actor.staff === "none") return refuse("not-staff");
  const rule = toRule(typed);
  const added = await findRule(actor, typed.id);
  if (added) return isSame(added, rule) ? done(null) : refuse("already-there");
  const { questions, headings } = await findComparable(actor);
  const knownOf = (role: string): Fact[] => [
    ...SIMPLE_FACTS,
    ...questions.filter((question) => question.role === role).map(({ fact }) => fact),
    ...headings.map(({ fact }) => fact),
  ];
  const refusal = refuseRule(rule, { mentee: knownOf("mentee"), mentor: knownOf("mentor") });
  if (refusal) return refuse(refusal);
  const count = await db().$executeRaw`
    WITH written AS (
      INSERT INTO "matching_rules" ("id", "programmeId", "kind", "menteeFact", "mentorFact", "hours", "mustBeKnown", "createdAt")
      SELECT ${rule.id}::uuid, ${rule.programmeId}::uuid, ${rule.kind}, ${rule.menteeFact}, ${rule.mentorFact}, ${rule.hours}::integer,
        ${rule.mustBeKnown}, ${now}::timestamptz
      WHERE ${hasRoom(rule)} AND (${rule.programmeId}::uuid IS NULL OR EXISTS (SELECT FROM "programmes" WHERE "id" = ${rule.programmeId}::uuid))
      ON CONFLICT DO NOTHING
      RETURNING "id"
    ) ${audited(actor, "matching-rule-added", now)}`;
  return count === 1 ? done(null) : refuse(tooMany(rule));
}

/** A rule holds no more, or holds again. Doing it again changes nothing. */
export async function holdRule(actor: Viewer, id: string, isHeld: boolean, now: Date): Done {
  const rule = await findRule(actor, id);
  if (!rule) return refuse("not-found");
  if ((rule.retiredAt === null) === isHeld) return done(null);
  const count = await db().$executeRaw`
    WITH written AS (
      UPDATE "matching_rules" SET "retiredAt" = ${isHeld ? null : now}::timestamptz
      WHERE "id" = ${id}::uuid AND ("retiredAt" IS NULL) <> ${isHeld} AND (NOT ${isHeld} OR ${hasRoom(rule)})
      RETURNING "id"
    ) ${audited(actor, isHeld ? "matching-rule-brought-back" : "matching-rule-retired", now)}`;
  return count === 1 || !isHeld ? done(null) : refuse(tooMany(rule));
}

/** Deletes a rule that holds no more. */
export async function removeRule(actor: Viewer, id: string, now: Date): Done {
  const rule = await findRule(actor, id);
  if (!rule) return refuse("not-found");
  const count = await db().$executeRaw`
    WITH written AS (
      DELETE FROM "matching_rules" WHERE "id" = ${id}::uuid AND "retiredAt" IS NOT NULL RETURNING "id"
    ) ${audited(actor, "matching-rule-removed", now)}`;
  return count === 1 ? done(null) : refuse("still-held");
}

/** Whether there can be another rule where this one holds. */
function hasRoom({ programmeId }: Pick<Rule, "programmeId">): Prisma.Sql {
  return Prisma.sql`${MOST_RULES} > (SELECT count(*) FROM "matching_rules"
    WHERE "retiredAt" IS NULL AND "programmeId" IS NOT DISTINCT FROM ${programmeId}::uuid)`;
}

function tooMany({ programmeId }: Rule): RuleRefusal {
  return programmeId === null ? "too-many" : "too-many-here";
}

function toRule({ id, programmeId, kind, menteeFact, mentorFact, hours, mustBeKnown }: AddRuleInput): Rule {
  const [mentee, mentor] = [menteeFact as Fact, mentorFact as Fact];
  const isOfZones = mentee === "time-zone" && mentor === "time-zone";
  return {
    ...{ id, kind, menteeFact: mentee, mentorFact: mentor },
    programmeId: programmeId === "" ? null : programmeId,
    hours: isOfZones && hours !== "" ? hours : null,
    mustBeKnown: mustBeKnown === "yes",
  };
}

function isSame(one: Rule, other: Rule): boolean {
  const said = ({ programmeId, kind, menteeFact, mentorFact, hours, mustBeKnown }: Rule) =>
    JSON.stringify([programmeId, kind, menteeFact, mentorFact, hours, mustBeKnown]);
  return said(one) === said(other);
}

function audited({ memberId }: Viewer, fact: string, now: Date): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'staff', ${memberId}::uuid, ${fact}, 'matching-rule', "id", '{}' FROM written`;
}
