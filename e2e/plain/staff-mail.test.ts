import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { given, type Member } from "./given";

// Mail on the desk of staff: what failed is sent again, and addresses that bounced.

function insertMail({ member }: Member, values: object) {
  const mail = { key: `test:${randomUUID()}`, memberId: member.id, kind: "available-again", createdAt: new Date() };
  return db().mail.create({ data: { ...mail, ...values }, select: { key: true } });
}

test("a failed mail is found by its reader and sent again; what it says is not shown", async () => {
  const [staff, reader] = [await given.staff(), await given.mentor()];
  const words = { subject: "Privatesubject", html: "<p>Privatewords</p>", text: "Privatewords" };
  await insertMail(reader, { status: "failed", attempts: 7, lastError: "Resend answered 422", ...words });
  await insertMail(reader, { kind: "account-deleted", status: "sent", sentAt: new Date(), ...words });
  await staff.visit("/admin/mail");
  staff.fill("Recipient", reader.number);
  await staff.press(/^Show$/);
  expect(staff.allAround("row", reader.name)).toHaveLength(2);
  staff.unfold("Narrow the list");
  staff.choose("State", "Failed");
  await staff.press(/^Show$/);
  const row = staff.around("row", reader.name);
  expect(row.text).toContain("Available again");
  expect(row.text).toContain("Resend answered 422");
  expect(staff.text).not.toContain("Private");
  await staff.press("Resend the ticked ones");
  expect(staff.text).toContain("Tick the mails that are to be sent again.");
  row.tick(/./);
  await staff.press("Resend the ticked ones");
  expect(staff.status).toContain("on their way again");
  await staff.visit(`/admin/mail?who=${reader.number}&state=failed`);
  expect(staff.has("heading", "No such mail")).toBe(true);
  expect(await staff.visit("/admin/mail/again")).toBe(200);
});

test("an address that bounced is said to its member and to staff, who let mail go again", async () => {
  const [staff, member] = [await given.staff(), await given.mentor()];
  const since = new Date();
  const bounced = { providerState: "bounced", providerAt: since, providerReason: "No such mailbox" };
  await insertMail(member, { status: "sent", sentAt: since, ...bounced });
  const block = { memberId: member.member.id, address: member.email.toLowerCase(), reason: "bounced", since };
  await db().mailBlock.create({ data: block });
  await member.visit("/account");
  expect(member.text).toContain("Mail to your e-mail address comes back to us");
  await staff.visit(`/admin/mail?who=${member.number}&state=bounced`);
  expect(staff.around("row", member.name).text).toContain("No such mailbox");
  await staff.visit("/admin/mail/blocks");
  await staff.around("row", member.number).follow("Allow e-mail again");
  await staff.press("Allow e-mail again");
  expect(staff.status).toContain("New e-mails will be sent to this member's address again");
  await member.reload();
  expect(member.text).not.toContain("comes back to us");
  expect(await member.visit("/admin/mail")).toBe(404);
});
