import { expect, test } from "vitest";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import * as proposals from "@/lib/pairing/proposals/commands";
import { readNow } from "@/lib/people/auth/now";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { viewerOf } from "@/testing/people";
import { propose } from "../partners";
import { given, type Member } from "./given";

// Staff tick several items of Today, and deal with them in one go.

const ago = async (days: number) => addDays(await readNow(), -days, "Europe/London");
const about = ({ name }: Member) => new RegExp(name);

test("several who have not replied are reminded at once, and get more days; who replied meanwhile is named", async () => {
  const asked = [];
  for (const days of [20, 20, 20]) {
    const [mentee, mentor] = [await given.mentee(), await given.mentor()];
    asked.push({ mentee, mentor, id: await propose(mentee.member, mentor.member, await ago(days)) });
  }
  const [first, second, third] = asked as [(typeof asked)[0], (typeof asked)[0], (typeof asked)[0]];
  const staff = await given.staff();
  await staff.visit("/admin?kind=proposal-expiring");
  expect(staff.has("heading", /^Proposals close to their deadline: /)).toBe(true);
  await staff.press(/^Remind those ticked/);
  expect(staff.alert).toContain("Tick at least one item of that group first");
  for (const { mentee } of [first, second]) staff.tick(about(mentee));
  await staff.press(/^Remind those ticked/);
  expect(staff.heading).toBe("Remind these mentors?");
  for (const { mentee } of [first, second]) expect(staff.isTicked(about(mentee))).toBe(true);
  expect(staff.hasField(about(third.mentee))).toBe(false);
  await staff.press("Send the reminders");
  expect([staff.heading, staff.has("heading", "Reminded: 2"), staff.has("button", "Undo")]).toEqual([
    "What was done",
    true,
    false,
  ]);
  for (const [{ mentor }, count] of [
    [first, 1],
    [second, 1],
    [third, 0],
  ] as const)
    expect(await db().mail.count({ where: { memberId: mentor.member.id, kind: "proposal-reminder" } })).toBe(count);

  await staff.visit("/admin?kind=proposal-expiring");
  for (const { mentee } of asked) staff.tick(about(mentee));
  await staff.press(/^Give those ticked more days/);
  staff.untick(about(third.mentee));
  staff.fill("How many more days?", "");
  await staff.press("Add the days");
  expect(staff.alert).not.toBe("");
  expect(staff.isTicked(about(third.mentee))).toBe(false);
  staff.fill("How many more days?", "5");
  await proposals.reject(viewerOf(second.mentor.member), second.id, null, DEFAULT_SETTINGS, await readNow());
  await staff.press("Add the days");
  expect(staff.text).toContain("1 done, 1 not.");
  const refused = staff.around("listitem", second.mentee.name);
  expect(refused.text).toContain("This proposal has already been answered or withdrawn.");
  const extraDays = async ({ id }: { id: string }) => (await db().proposal.findUniqueOrThrow({ where: { id } })).extraDays;
  expect([await extraDays(first), await extraDays(second), await extraDays(third)]).toEqual([5, 0, 0]);
});

test("several pairs are written to, each by their names; put off together, and brought back with one press", async () => {
  const pairs = [await given.partners(await ago(58)), await given.partners(await ago(58))];
  const staff = await given.staff();
  const tickBoth = async () => {
    await staff.visit("/admin?kind=no-first-conversation");
    for (const { mentee } of pairs) staff.tick(about(mentee));
  };
  await tickBoth();
  await staff.press(/^Write to those ticked/);
  expect([staff.value("Subject"), staff.value("Letter").slice(0, 28)]).toEqual([
    "Your first meeting",
    "Dear [mentee] and [mentor],\n\n".slice(0, 28),
  ]);
  staff.fill("Subject", "A first half hour, [mentee]");
  await staff.press("Send the letters");
  expect(staff.has("heading", "Written to: 2")).toBe(true);
  for (const { id, mentee, mentor } of pairs) {
    const letter = await db().staffLetter.findFirstOrThrow({ where: { proposalId: id } });
    expect(letter.subject).toBe(`A first half hour, ${mentee.name}`);
    expect(letter.words).toContain(`Dear ${mentee.name} and ${mentor.name}`);
  }

  await tickBoth();
  await staff.press(/^Put off those ticked/);
  expect(staff.has("heading", "Put off for 3 days: 2")).toBe(true);
  await staff.press("Undo");
  expect(staff.status).toContain("back on Today");
  expect(staff.has("heading", "Back on Today: 2")).toBe(true);

  await tickBoth();
  await staff.press(/^Dismiss those ticked/);
  await staff.press("Dismiss them");
  expect(staff.text).toContain("Say why it needs nobody.");
  staff.fill("Why can they be dismissed?", "They share an office.");
  await staff.press("Dismiss them");
  expect(staff.has("heading", "Dismissed: 2")).toBe(true);
  await staff.follow("Today");
  for (const { mentee } of pairs) expect(staff.main.allAround("listitem", mentee.name)).toEqual([]);
  const member = await given.mentor();
  for (const place of ["many/write?key=sweep-late:-:now", `acts/${pairs[0]?.id}`])
    expect(await member.visit(`/admin/today/${place}`)).toBe(404);
});
