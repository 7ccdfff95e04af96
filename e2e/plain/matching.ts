import { expect } from "vitest";
import type { TestMember } from "@/testing/people";
import { draftsOf, type Intake, type Pair } from "../intake";
import { type Member, SOCIETY } from "./given";
import type { Mails } from "./mails";
import { textOf } from "./page";

/** Adds a rule about the same fact of a mentee and a mentor, for one programme. Leaves them on the list of rules. */
export async function addRule(staff: Member, programme: string, fact: string, kind: string): Promise<void> {
  await staff.visit("/admin/matching/rules/new");
  staff.choose("Where it holds", programme);
  staff.choose("About the mentee", fact);
  staff.choose("About the mentor", fact);
  staff.tick(kind);
  await staff.press("Add rule");
  expect(staff.status).toContain("The rule is saved");
}

/** Looks at a run, as somebody does who waits for its end. */
export async function waitForRun(staff: Member, run: string, words: string): Promise<void> {
  const look = async () => {
    await staff.visit(run);
    return staff.text;
  };
  await expect.poll(look, { timeout: 30_000, interval: 200 }).toContain(words);
}

/** Locks these pairs on the list of drafts that is open. */
export async function lock(staff: Member, pairs: readonly Pair[]): Promise<void> {
  for (const { menteeName, mentorName } of pairs) staff.tick(`${menteeName} and ${mentorName}`);
  await staff.press("Lock those ticked");
  expect(staff.status).toContain("Locked.");
}

/** Two people side by side, found by their numbers. */
export async function compare(staff: Member, programme: string, mentee: TestMember, mentor: TestMember): Promise<void> {
  await staff.visit("/admin/matching");
  await staff.follow("Compare two people");
  staff.fill("Mentee", mentee.number);
  staff.fill("Mentor", mentor.number);
  // Whoever looks after one programme alone has none to choose.
  if (staff.hasField("Programme")) staff.choose("Programme", programme);
  await staff.press("Compare");
  expect(staff.heading).toBe(`${mentee.name} and ${mentor.name}`);
}

/** Two rules, a pair by hand, and drafts for the whole intake. Leaves them on the drafts, and returns the address of the run. */
export async function draftIntake(staff: Member, intake: Intake): Promise<string> {
  await addRule(staff, intake.name, "Languages", "It must be the same");
  await addRule(staff, intake.name, "Region", "It must never be the same");
  const rules = staff.main.allAround("listitem", intake.name).map(textOf);
  expect(rules).toHaveLength(2);
  expect(rules[0]).toContain("Always a language in common.");
  expect(rules[1]).toContain("Never the same region.");
  for (const rule of rules) expect(rule).toContain("Known of 8 of 8 mentees and 7 of 7 mentors.");

  await compare(staff, intake.name, intake.alone, intake.mentor);
  expect(staff.main.text).toContain("Always a language in common.");
  expect(staff.main.text).toContain("They cannot be suggested to each other. A rule of matching speaks against it");
  expect(staff.has("button", "Suggest as a draft")).toBe(false);
  await compare(staff, intake.name, intake.mentee, intake.mentor);
  expect(staff.main.text).toContain("Does not cover: ");
  expect(staff.main.text).not.toContain("Always a language in common.");
  await staff.press("Suggest as a draft");
  expect(staff.status).toContain("Nobody has been told of it.");

  const run = staff.path;
  await staff.press("Match everybody again");
  await waitForRun(staff, run, "Drafts (6)");
  expect(staff.text).toContain("8 mentees waited and 7 places were free when it began.");
  for (const view of ["Locked (1)", "Left over (2)"]) expect(staff.has("link", view), view).toBe(true);
  const pairs = await draftsOf(run);
  const byHand = pairs.find(({ menteeId }) => menteeId === intake.mentee.id);
  expect([byHand?.mentorId, byHand?.isLocked]).toEqual([intake.mentor.id, true]);
  // A place stays free, because its mentor lives in the mentees' region.
  expect(pairs.map(({ mentorId }) => mentorId)).not.toContain(intake.near.id);
  return run;
}

/** Locks three pairs, and gives one of the two others the mentor of the other. Returns all six. */
export async function lockAndSwap(staff: Member, run: string): Promise<Pair[]> {
  const loose = (await draftsOf(run)).filter(({ isLocked }) => !isLocked);
  await lock(staff, loose.slice(0, 3));
  expect(staff.has("link", "Locked (4)")).toBe(true);
  const [one, other] = loose.slice(3);
  await staff.follow(new RegExp(`^Swap.*${one?.menteeName}$`));
  staff.tick(new RegExp(`^${other?.mentorName}: no free place, another pair would make room`));
  await staff.press("Match them");
  expect(staff.status).toContain("The pair that had to make room now has the next best mentor.");
  const pairs = await draftsOf(run);
  const mentorNow = (before: Pair | undefined) => pairs.find(({ menteeId }) => menteeId === before?.menteeId)?.mentorId;
  expect([mentorNow(one), mentorNow(other)]).toEqual([other?.mentorId, one?.mentorId]);
  return pairs;
}

/** Publishes all six. What the two of each pair are mailed is added to what has to arrive. */
export async function publishAll(staff: Member, run: string, pairs: readonly Pair[], mails: Mails): Promise<void> {
  await staff.visit(run);
  await staff.follow("Publish");
  expect(staff.main.text).toContain("6 pairs: 6 mentees and 6 mentors are told, each of their own pairs.");
  expect(staff.main.text).toContain("has 9 days to answer");
  await staff.press("Publish all 6 pairs");
  expect(staff.status).toContain("Published.");
  for (const { menteeId, menteeName, mentorId, mentorName } of pairs) {
    mails.add(mentorId, `${SOCIETY} suggests that you could be the mentor of ${menteeName}`);
    mails.add(menteeId, `${SOCIETY} suggests ${mentorName} as your mentor`);
  }
}
