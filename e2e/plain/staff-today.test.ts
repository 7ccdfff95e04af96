import { expect, test } from "vitest";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { readNow } from "@/lib/people/auth/now";
import { propose } from "../partners";
import { given, type Member } from "./given";

// The desk of staff, and what they do about two people.

const ago = async (days: number) => addDays(await readNow(), -days, "Europe/London");
/** What waits on the page about somebody. */
const about = (staff: Member, { name }: Member) => staff.main.around("listitem", name);
const isThere = (staff: Member, { name }: Member) => staff.main.allAround("listitem", name).length > 0;

test("a proposal near its last day gets more days, and both are told; another is withdrawn with a word to both", async () => {
  const [mentee, mentor, staff] = [await given.mentee(), await given.mentor(), await given.staff()];
  const id = await propose(mentee.member, mentor.member, await ago(19));
  await staff.visit("/");
  expect([staff.path, staff.heading]).toEqual(["/admin", "Today"]);
  await staff.visit("/admin?kind=proposal-expiring");
  expect(about(staff, mentee).text).toContain(`${mentor.name} has not replied to ${mentee.name}’s proposal`);
  await about(staff, mentee).follow(/^Give more days/);
  staff.fill("How many more days?", "99");
  await staff.press("Add the days");
  expect(staff.text).toMatch(/at most 28 days/i);
  staff.fill("How many more days?", "7");
  await staff.press("Add the days");
  expect(staff.status).toContain("The deadline is extended");
  expect(staff.text).toContain("Days added by staff");
  await staff.visit("/admin?kind=proposal-expiring");
  expect(isThere(staff, mentee)).toBe(false);

  await mentee.visit("/notifications");
  expect(mentee.text).toContain(`The society has given ${mentor.name} more time`);
  await mentor.visit("/notifications");
  expect(mentor.text).toContain(`more time to answer the proposal from ${mentee.name}`);
  expect(await db().mail.count({ where: { proposalId: id, kind: "proposal-extended" } })).toBe(2);

  await staff.visit(`/admin/proposals/${id}/withdraw`);
  await staff.press("Withdraw it");
  expect(staff.text).toContain("Tell both of them why you are withdrawing it.");
  staff.fill("Your message to both", "The two of you spoke, and agreed on another way.");
  await staff.press("Withdraw it");
  expect(staff.status).toContain("We have sent both your message");
  for (const one of [mentee, mentor]) {
    await one.visit(`/relationships/${id}/details`);
    expect(one.text).toContain("The two of you spoke, and agreed on another way.");
    expect(one.text).toContain("Withdrawn by the society");
  }
});

test("two without a first conversation: put off, back, written to, and ended with a reason that both read", async () => {
  const [{ id, mentee, mentor }, staff] = [await given.partners(await ago(58)), await given.admin()];
  await staff.visit("/admin");
  expect(about(staff, mentee).text).toContain(`${mentee.name} and ${mentor.name} have not had a first conversation`);
  await about(staff, mentee).press("Put off for 3 days");
  expect(staff.status).toContain("It comes back in three days");
  expect(isThere(staff, mentee)).toBe(false);
  await staff.follow("Put aside");
  expect(about(staff, mentee).text).toContain("comes back");
  await db().todayDismissal.updateMany({ where: { subjectId: id }, data: { until: await ago(1) } });
  await staff.visit("/admin");

  await about(staff, mentee).follow(/^Write to both/);
  expect(staff.value("Subject")).toBe("Your first meeting");
  staff.fill("Subject", "");
  staff.tick(`On behalf of ${mentee.name}`);
  await staff.press("Send");
  expect(staff.text).toContain("Give it a subject.");
  expect(staff.value("Letter")).toContain(`Dear ${mentee.name} and ${mentor.name}`);
  staff.fill("Subject", "A first half hour");
  await staff.press("Send");
  expect(staff.status).toContain("on its way to both");
  expect(staff.has("heading", "A first half hour")).toBe(true);

  for (const [one, partner, said] of [
    [mentee, mentor, "on your behalf"],
    [mentor, mentee, `on behalf of ${mentee.name}`],
  ] as const) {
    await one.visit("/notifications");
    await one.press(new RegExp(`has written to you and ${partner.name}`));
    expect(one.has("heading", "A first half hour")).toBe(true);
    expect(one.text).toContain(said);
    expect(one.text).toContain(`Dear ${mentee.name} and ${mentor.name}`);
  }
  const mails = await db().mail.findMany({ where: { proposalId: id, kind: "letter" }, select: { memberId: true } });
  expect(new Set(mails.map(({ memberId }) => memberId))).toEqual(new Set([mentee.member.id, mentor.member.id]));

  await staff.follow("Write a letter");
  staff.tick(`${mentor.name} alone`);
  staff.tick(`On behalf of ${mentee.name}`);
  staff.fill("Subject", "A word with you");
  staff.fill("Letter", "Is anything in the way?");
  await staff.press("Send");
  expect(staff.text).toContain("can only be sent in the society’s own name");
  staff.tick("Institute of Applied Practice");
  await staff.press("Send");
  expect(staff.status).toContain("to the one you chose alone");
  await mentor.visit(`/relationships/${id}/letters`);
  expect(mentor.text).toContain("Is anything in the way?");
  expect(mentor.text).toContain("to you alone");
  await mentee.visit(`/relationships/${id}/letters`);
  expect(mentee.text).not.toContain("A word with you");

  await staff.visit("/admin");
  await about(staff, mentee).follow(/^End it/);
  staff.fill("Why are you ending it?", "Neither of you answered us.");
  await staff.press("End relationship");
  expect(staff.status).toContain("The relationship has ended");
  for (const one of [mentee, mentor]) {
    await one.visit(`/relationships/${id}`);
    expect(one.text).toContain("Neither of you answered us.");
  }
});

test("something is dismissed with a reason, and comes back to Today; the lists find two people", async () => {
  const [{ id, mentee, mentor }, staff] = [await given.partners(await ago(57)), await given.staff()];
  await staff.visit("/admin");
  await about(staff, mentee).follow(/^Dismiss/);
  await staff.press("Dismiss");
  expect(staff.text).toContain("Say why it needs nobody.");
  staff.fill("Why can it be dismissed?", "They share an office.");
  await staff.press("Dismiss");
  expect(staff.status).toContain("Dismissed");
  expect(isThere(staff, mentee)).toBe(false);
  await staff.visit("/admin/today/aside");
  expect(about(staff, mentee).text).toContain("They share an office.");
  await about(staff, mentee).press("Put back on Today");
  expect(staff.status).toContain("back on Today");
  await staff.visit("/admin");
  expect(isThere(staff, mentee)).toBe(true);

  await staff.visit("/admin/relationships");
  staff.fill("Name or number", mentee.number);
  staff.unfold("Narrow the list");
  staff.choose("State", "Under way");
  await staff.press("Show them");
  await staff.follow(`${mentee.name} and ${mentor.name}`);
  expect(staff.text).toContain("First conversation");
  await staff.follow("Extend it");
  await staff.press("Extend it");
  expect(staff.status).toContain("The relationship is extended");
  await staff.visit(`/admin/proposals?who=${mentor.name.split(" ")[1]}&state=accepted`);
  expect(staff.has("link", `${mentee.name} to ${mentor.name}`)).toBe(true);

  // For members, and for the two themselves, none of it is there.
  const places = ["", "/proposals", "/relationships", "/today/aside", `/write/${id}`, `/proposals/${id}`]
    .concat([`/relationships/${id}`, `/relationships/${id}/end`, `/relationships/${id}/extend`])
    .concat(`/today/dismiss?key=no-first-conversation:${id}:1`);
  for (const one of [mentee, await given.mentor()])
    for (const place of places) expect((await one.get(`/admin${place}`)).status, place).toBe(404);
  expect(await (await given.mentee()).visit(`/relationships/${id}/letters`)).toBe(404);
});
