import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { localOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { readNow } from "@/lib/people/auth/now";
import { given, openMail, sweepNow, waitForMail } from "./given";

// Staff write to everybody on a list of members, to one of them, or to both partners of a list of relationships.

/** A name that nobody else's begins with. */
const aName = () => `Q${randomUUID().replaceAll("-", "").slice(0, 10)}`;

test("staff filter the members, write to them, see how it looks, test it, send it, and read whom it has reached", async () => {
  const word = aName();
  const reader = await given.mentee({}, { name: `${word} Anders` });
  const off = await given.mentee({}, { name: `${word} Brandt` });
  const shut = await given.mentee({}, { name: `${word} Cohen`, status: "suspended" });
  await db().notificationChoice.create({
    data: { memberId: off.member.id, group: "news", choice: "none", changedAt: await readNow() },
  });
  const staff = await given.staff();
  await staff.visit(`/admin/members?q=${word}&role=mentee`);
  await staff.follow("Write to these members");
  expect(staff.text).toContain(`found by “${word}”`);
  staff.fill("Subject", `${word}: news for {{name}}`);
  staff.fill("Letter", "Dear {{first name}}, there is news.");
  await staff.press("Save draft and preview");
  expect(staff.alert).toContain("There is no placeholder {{first name}}");
  expect(staff.value("Subject")).toBe(`${word}: news for {{name}}`);
  staff.fill("Letter", "Dear {{name}},\n\nthere is news at {{society}}.");
  await staff.press("Save draft and preview");
  expect(staff.status).toContain("Saved as a draft");
  const letter = staff.path;
  expect(staff.has("heading", "3 members on the list")).toBe(true);
  for (const fate of ["Will get it by e-mail: 1", "they have switched these e-mails off: 1", "their account is suspended: 1"])
    expect(staff.text).toContain(fate);
  for (const { name } of [reader, off]) expect(staff.has("heading", `${word}: news for ${name}`)).toBe(true);
  expect(staff.text).not.toContain(shut.name);

  await staff.press("Send a test to myself");
  await waitForMail(staff, staff.email, new RegExp(`${word}: news for ${staff.name}`));
  await staff.visit(letter);
  staff.tick("Later, at this time");
  await staff.press("Send the letter");
  expect(staff.alert).toContain("Enter the day and the time.");
  staff.tick("Now");
  await staff.press("Send the letter");
  expect(staff.status).toContain("Your letter is on its way");
  await sweepNow();
  await openMail(reader, reader.email, new RegExp(`${word}: news for ${reader.name}`));
  await staff.visit(letter);
  expect(staff.text).toContain("Sent. To: ");
  await staff.follow(/^Not reached: the account is suspended: 1/);
  expect(staff.has("link", shut.name)).toBe(true);

  await reader.visit("/notifications");
  expect(reader.text).toContain("has written to you.");
  const page = letter.replace("/admin", "");
  expect(await reader.visit(page)).toBe(200);
  expect(reader.heading).toBe(`${word}: news for ${reader.name}`);
  expect(await off.visit(page)).toBe(200);
  expect(await (await given.mentee()).visit(page)).toBe(404);
});

test("a letter to one member waits for its time on the society’s clock, and is taken back, changed and deleted", async () => {
  const [staff, member] = [await given.staff(), await given.mentor()];
  await staff.visit(`/admin/members/${member.member.id}`);
  await staff.follow(`Write to ${member.name}`);
  staff.fill("Subject", "A word with you");
  staff.fill("Letter", "Dear {{name}}, please call us.");
  await staff.press("Save draft and preview");
  const letter = staff.path;
  const tomorrow = new Date((await readNow()).getTime() + 86_400_000);
  staff.tick("Later, at this time");
  staff.fill("Day and time", localOf(tomorrow, "Europe/London"));
  await staff.press("Send the letter");
  expect(staff.status).toContain("will be sent at that time");
  expect(staff.has("button", "Send the letter")).toBe(false);
  await sweepNow();
  expect(await member.visit(letter.replace("/admin", ""))).toBe(404);
  await staff.reload();
  await staff.press("Stop the letter");
  expect(staff.status).toContain("It is a draft again");
  await staff.follow("Change the letter");
  expect(staff.value("Subject")).toBe("A word with you");
  staff.fill("Subject", "Another word with you");
  await staff.press("Save draft and preview");
  expect(staff.has("heading", "Another word with you")).toBe(true);
  await staff.press("Delete the draft");
  expect([staff.path, staff.status]).toEqual(["/admin/letters", expect.stringContaining("deleted")]);
  expect(await staff.visit(letter)).toBe(404);
});

test("staff filter the relationships, write to both partners with their names, and each reads it with their own", async () => {
  const [staff, { id, mentee, mentor }] = [await given.staff(), await given.partners()];
  await staff.visit(`/admin/relationships?who=${mentor.number}`);
  await staff.follow("Write to both partners");
  expect(staff.text).toContain(`Both partners of relationships: found by “${mentor.number}”`);
  await staff.follow("How is it going?");
  expect(staff.value("Letter")).toContain("Dear {{mentee}} and {{mentor}},");
  const subject = aName();
  staff.fill("Subject", `${subject}: you and {{partner}}`);
  staff.fill("Letter", "Dear {{name}}, {{their mentor}} is well?");
  await staff.press("Save draft and preview");
  expect(staff.alert).toContain("There is no placeholder {{their mentor}}");
  staff.fill("Letter", "Dear {{name}},\n\n{{mentee}} and {{mentor}} began well.");
  await staff.press("Save draft and preview");
  const letter = staff.path;
  expect(staff.has("heading", "2 letters to the partners of 1 relationship")).toBe(true);
  expect(staff.text).toContain("Will get it by e-mail: 2");
  for (const [name, partner] of [
    [mentee.name, mentor.name],
    [mentor.name, mentee.name],
  ]) {
    expect(staff.text).toContain(`To ${name}, whose partner is ${partner}`);
    expect(staff.has("heading", `${subject}: you and ${partner}`)).toBe(true);
  }
  await staff.press("Send a test to myself");
  await waitForMail(staff, staff.email, new RegExp(`${subject}: you and ${mentor.name}`));
  await staff.visit(letter);
  await staff.press("Send the letter");
  await sweepNow();
  await openMail(mentee, mentee.email, new RegExp(`${subject}: you and ${mentor.name}`));
  await openMail(mentor, mentor.email, new RegExp(`${subject}: you and ${mentee.name}`));
  await staff.visit(letter);
  expect(staff.text).toContain("Sent. To: Both partners of relationships");
  await staff.follow(/^Sent by e-mail: 2/);
  expect(staff.text).toContain(`whose partner is ${mentee.name}`);
  await staff.visit(`/admin/relationships/${id}`);
  expect(staff.around("article", `${subject}: you and {{partner}}`).text).toContain("Both: sent by e-mail.");
  await staff.main.follow(`${subject}: you and {{partner}}`);
  expect(staff.path).toBe(letter);

  await mentor.visit("/notifications");
  await mentor.press(/has written to you about your mentoring/);
  expect(mentor.heading).toBe(`${subject}: you and ${mentee.name}`);
  expect(mentor.text).toContain(`${mentee.name} and ${mentor.name} began well.`);
  const page = letter.replace("/admin", "");
  expect(await mentee.visit(page)).toBe(200);
  expect(mentee.heading).toBe(`${subject}: you and ${mentor.name}`);
  const outsider = await given.mentee();
  for (const path of [page, `${page}?of=${id}`]) expect(await outsider.visit(path)).toBe(404);
});
