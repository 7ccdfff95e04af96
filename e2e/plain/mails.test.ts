import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import * as programmes from "@/lib/pairing/programmes/commands";
import { readNow } from "@/lib/people/auth/now";
import { viewerOf } from "@/testing/people";
import { SCHEME } from "@/testing/programmes/intake";
import { propose } from "../partners";
import { people } from "../people";
import { given, type Member, openMail, sweepNow, waitForMail } from "./given";

// An administrator puts e-mails into the society's words. Other stories read the mails of the same society while these run, so what is
// published here is for a programme that nobody else is in.

/** A draft, so that no member sees a programme more. */
async function ownProgramme(admin: Member): Promise<{ id: string; name: string }> {
  const name = `Returners ${(await people.member()).number}`;
  const made = await programmes.create(viewerOf(admin.member), randomUUID(), { ...SCHEME, name }, await readNow());
  if (!made.ok) throw new Error(made.reason);
  return { id: made.value, name };
}

/** The reminder of a proposal in the programme is due, and goes out. */
async function remind({ member: mentor }: Member, programmeId: string): Promise<string> {
  const mentee = await people.mentee();
  const proposalId = await propose(mentee, mentor);
  await db().proposal.update({ where: { id: proposalId }, data: { programmeId }, select: { id: true } });
  const at = await readNow();
  const about = { memberId: mentor.id, role: "mentor", proposalId, aboutId: mentee.id };
  const mail = { key: `test:${randomUUID()}`, kind: "proposal-reminder", data: { day: 7 }, createdAt: at, nextAttemptAt: at };
  await db().mail.create({ data: { ...mail, ...about }, select: { key: true } });
  await sweepNow();
  return mentee.name;
}

const PARAGRAPH = "Paragraph 1";

test("a reminder is put into a programme’s words, put right, looked at, tested, published, and given back", async () => {
  const [admin, mentor] = [await given.admin(), await given.mentor()];
  const programme = await ownProgramme(admin);
  await admin.visit("/admin/settings");
  await admin.follow("Change what e-mails say");
  await admin.follow("Proposal reminder");
  expect(admin.value("Subject")).toBe("{{partner}} is waiting for your answer");
  await admin.follow(programme.name);
  const words = `${admin.path}?programme=${programme.id}`;

  admin.fill("Subject", "A word about {{partner}}");
  admin.fill("Paragraph 2", "It has been {{dayz}}.");
  admin.fill("Paragraph 4", "Is this a bad time? Then make yourself unavailable.");
  await admin.press("Save draft and preview");
  expect(admin.alert).toContain("There is no placeholder {{dayz}} here.");
  expect(admin.alert).toContain("The link is missing.");
  expect(admin.value("Subject")).toBe("A word about {{partner}}");
  admin.fill("Paragraph 2", "It has been {{days}} since {{partner}} wrote.\n\n<b>{{mentors}}</b> are busy.");
  admin.fill("Paragraph 4", "Is this a bad time? Then [pause here].");
  await admin.press("Save draft and preview");
  expect(admin.status).toContain("Saved as a draft.");
  const frame = admin.select("iframe")[0]?.getAttribute("src") ?? "";
  const html = await admin.get(frame);
  for (const rule of ["sandbox", "default-src 'none'", "frame-ancestors 'self'"])
    expect(html.headers.get("content-security-policy")).toContain(rule);
  expect(await html.text()).toContain("It has been 7 days since");
  await admin.follow("As plain text");
  expect(admin.text).toContain("Subject: A word about");
  expect(admin.text).toContain("<b>mentors</b> are busy.");
  expect(admin.text).toContain("Then pause here <");
  await admin.press("Send a test to myself");
  expect(admin.status).toContain("on its way to your own address");
  await waitForMail(admin, admin.email, /A word about/);

  const before = await remind(mentor, programme.id);
  await waitForMail(mentor, mentor.email, new RegExp(`${before} is waiting for your answer`));
  await admin.visit(words);
  expect(admin.text).toContain("This is a draft by");
  await admin.press("Publish");
  expect(admin.status).toContain("Published.");
  const after = await remind(mentor, programme.id);
  await openMail(mentor, mentor.email, new RegExp(`A word about ${after}`));
  expect(mentor.text).toContain(`It has been 7 days since ${after} wrote.`);

  await admin.visit(words);
  await admin.press("Stop using these words");
  expect(admin.status).toContain("no longer use those words");
  expect(admin.value("Subject")).toBe("{{partner}} is waiting for your answer");
  const ours = await remind(mentor, programme.id);
  await waitForMail(mentor, mentor.email, new RegExp(`${ours} is waiting for your answer`));
  await admin.visit(words);
  await admin.follow("Version 2");
  await admin.press("Bring it back as a draft");
  expect(admin.value("Subject")).toBe("A word about {{partner}}");
});

test("what to do if it was somebody else stays, and staff who are no administrators find nothing", async () => {
  const [admin, staff] = [await given.admin(), await given.staff()];
  await admin.visit("/admin/mails/reset-password");
  expect(admin.text).toContain("If it was not you, do nothing: your password stays as it is.");
  expect(admin.text).toContain("This stays as it is");
  admin.fill(PARAGRAPH, "");
  await admin.press("Save draft and preview");
  expect(admin.alert).toContain("This cannot be empty.");
  for (const path of ["/admin/mails", "/admin/mails/reset-password", "/admin/mails/reset-password/preview"])
    expect(await staff.visit(path), path).toBe(404);
  expect(await admin.visit("/admin/mails/no-such-kind")).toBe(404);
  expect(await admin.visit(`/admin/mails/reset-password?programme=${randomUUID()}`)).toBe(404);
});
