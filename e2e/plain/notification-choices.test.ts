import { expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { saveChoices } from "@/lib/notify/notices/commands";
import { CHOOSABLE_GROUPS } from "@/lib/notify/notices/groups";
import { readNow } from "@/lib/people/auth/now";
import { viewerOf } from "@/testing/people";
import { people } from "../people";
import { given, type Member, openMail, signIn, sweepNow } from "./given";
import type { Person } from "./person";

// What is mailed, when, and how it is stopped: in Edit Account, by a link in a mail, by a mail program.

const RELATIONSHIPS = "My relationships";
const DAY = 86_400_000;

/** A member whose partner has just left; what follows from it is mailed as they have chosen before. */
async function leaveAlone(mentee: Member, mentor: Member): Promise<void> {
  await mentor.visit("/account/delete");
  await mentor.press("Delete Account");
  expect(mentor.status, `${mentee.name} is left alone`).toContain("Your account is deleted");
}

async function choose(person: Member, group: string, way: string): Promise<void> {
  await person.visit("/account");
  person.choose(group, way);
  await person.press("Save e-mail choices");
  expect(person.status).toContain("We send you e-mails as you have chosen");
  expect(person.value(group)).toBe(way);
}

async function wayOf(person: Member, group: string): Promise<string> {
  await person.visit("/account");
  return person.value(group);
}

/** The address behind words of the mail that is open. */
async function addressInMail(reader: Person, words: string): Promise<string> {
  return (await reader.readFrame()).address(words).href;
}

test("Mei Tanaka sees what is mailed to her; what waits for an answer cannot be switched off", async () => {
  const mei = await signIn(await people.numbered("100008"));
  await mei.visit("/notifications");
  expect(mei.main.text).toContain("We mail you at once: My proposals");
  await mei.follow("Choose what is mailed to you");
  const section = mei.part("region", "What is mailed to you");
  expect(section.all("combobox")).toHaveLength(CHOOSABLE_GROUPS.length);
  expect(section.text).toContain("My proposals: always at once, because somebody waits for an answer");
  expect(section.text).toContain("The safety of my account: always at once");
  expect(mei.hasField("My proposals")).toBe(false);
});

test("the daily digest holds what has come about and brings it in one mail", async () => {
  const { mentee, mentor } = await given.partners();
  await choose(mentee, RELATIONSHIPS, "In a daily digest");
  await leaveAlone(mentee, mentor);
  await mentee.visit("/notifications");
  expect(mentee.main.text).toContain("In a daily digest: My relationships.");
  expect(mentee.main.text).toContain("so your relationship has ended");
  await mentee.visit(`/demo/mailbox?to=${encodeURIComponent(mentee.name)}`);
  expect(mentee.main.text).toContain("Held for the daily digest");
  expect(mentee.has("link", /has ended/)).toBe(false);

  // As if it had been held since the day before yesterday: nobody else's clock has to be moved.
  const since = new Date((await readNow()).getTime() - 2 * DAY);
  await db().mail.updateMany({ where: { memberId: mentee.member.id, status: "held" }, data: { createdAt: since } });
  await sweepNow();
  await openMail(mentee, mentee.name, /Your daily digest from .*: one thing is new/);
  expect(mentee.main.text).toContain(`${mentor.name} is no longer on Connect, so your relationship has ended.`);
  expect(mentee.main.text).toContain("List-Unsubscribe=One-Click");
  expect(await addressInMail(mentee, "Stop the daily digest")).toContain("/unsubscribe/");
});

test("a mail's link stops its kind, signed out, by a page that asks first and says how to undo it", async () => {
  const { mentee, mentor } = await given.partners();
  const reader = given.stranger();
  await leaveAlone(mentee, mentor);
  await openMail(reader, mentee.name, /has ended/);
  const address = await addressInMail(reader, "Stop mails of this kind");
  await reader.visit(address);
  expect(reader.heading).toBe(`Stop mails of the kind “${RELATIONSHIPS}”?`);
  expect(await wayOf(mentee, RELATIONSHIPS)).toBe("At once");

  await reader.press("Stop these e-mails");
  expect(reader.heading).toBe("You no longer get these e-mails");
  expect(reader.main.text).toContain("To get them again");
  expect(await wayOf(mentee, RELATIONSHIPS)).toBe("Not at all");
  await choose(mentee, RELATIONSHIPS, "At once");
  await reader.visit(address);
  expect(reader.has("button", "Stop these e-mails")).toBe(true);
});

test("a mail program stops them with one request, as the mail's headers say", async () => {
  const { mentee, mentor } = await given.partners();
  const [reader, program] = [given.stranger(), given.stranger()];
  await leaveAlone(mentee, mentor);
  await openMail(reader, mentee.name, /has ended/);
  const [, address = ""] = /<(http\S*\/api\/unsubscribe\/\S*)>/.exec(reader.main.text) ?? [];
  const stop = (url: string) =>
    program.browser.ask({ url: new URL(url), method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) });
  for (const answer of [await stop(address), await stop(address)])
    expect([answer.status, await answer.text()]).toEqual([200, "Done."]);
  expect((await stop(`${address}x`)).status).toBe(404);
  await reader.visit(address);
  expect(reader.heading).toBe("You no longer get these e-mails");
  await mentee.visit("/notifications");
  expect(mentee.main.text).toContain("Only here, without a mail: My relationships.");
});

test("a link that is not whole is answered kindly, and tells nothing", async () => {
  const reader = given.stranger();
  for (const token of ["nonsense", "0b8c6d4e-0000-4000-8000-000000000001.relationships.mark"]) {
    await reader.visit(`/unsubscribe/${token}`);
    expect(reader.heading).toBe("This link does not work");
    expect(reader.has("button", "Stop these e-mails")).toBe(false);
  }
});

test("with every mail switched off, a proposal still arrives by mail", async () => {
  const [mentee, mentor] = [await given.mentee(), await people.mentor()];
  await saveChoices(viewerOf(mentor), { relationships: "none", account: "none" }, await readNow());
  await mentee.visit(`/mentors/${mentor.id}/proposal`);
  mentee.fill("Objectives", "A plan for the next three years.");
  mentee.part("group", "Topics").tick("Career planning");
  mentee.part("group", "How you would like to meet").tick("Video call");
  await mentee.press("Send proposal");
  expect(mentee.status).toContain("Your proposal is on its way");
  const reader = given.stranger();
  await openMail(reader, mentor.name, /asks you to be their mentor/);
  expect(reader.main.text).not.toContain("List-Unsubscribe");
});
