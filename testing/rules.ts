import { randomUUID } from "node:crypto";
import { db } from "@/lib/foundation/db/client";
import type { Fact, Rule } from "@/lib/pairing/rules/rule";

const LONG_AGO = new Date("2026-01-05T09:00:00Z");

/** A rule of matching that holds: never the same fact of both, but for what `values` says. */
export async function insertRule(fact: Fact, values: Partial<Rule> & { retiredAt?: Date } = {}): Promise<string> {
  const rule = { id: randomUUID(), kind: "never", menteeFact: fact, mentorFact: fact, createdAt: LONG_AGO, ...values };
  await db().matchingRule.create({ data: rule, select: { id: true } });
  return rule.id;
}
