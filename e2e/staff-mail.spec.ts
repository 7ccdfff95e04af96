import { randomUUID } from "node:crypto";
import { db } from "@/lib/foundation/db/client";
import type { TestMember } from "@/testing/people";
import { expect, expectAccessible, openFilters, people, test } from "./fixtures";

// Mail on the desk of staff: what failed is sent again, and addresses that bounced; also run with JavaScript off.

function insertMail(member: TestMember, values: object) {
  const mail = { key: `test:${randomUUID()}`, memberId: member.id, kind: "available-again", createdAt: new Date() };
  return db().mail.create({ data: { ...mail, ...values }, select: { key: true } });
}

test("a failed mail is found by its reader and sent again; what it says is not shown", async ({ as }) => {
  const [staff, reader] = [await people.member({ staff: "staff" }), await people.mentor()];
  const words = { subject: "Privatesubject", html: "<p>Privatewords</p>", text: "Privatewords" };
  await insertMail(reader, { status: "failed", attempts: 7, lastError: "Resend answered 422", ...words });
  await insertMail(reader, { kind: "account-deleted", status: "sent", sentAt: new Date(), ...words });
  const page = await as(staff);
  await page.goto("/admin/mail");
  await expectAccessible(page);
  await page.getByLabel("To whom").fill(reader.number);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("row").filter({ hasText: reader.name })).toHaveCount(2);
  await openFilters(page, "State");
  await page.getByLabel("State").selectOption({ label: "Failed" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  const row = page.getByRole("row").filter({ hasText: reader.name });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("Available again");
  await expect(row).toContainText("Resend answered 422");
  await expect(page.getByText(/Private/)).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send the ticked ones again" }).click();
  await expect(page.getByText("Tick the mails that are to be sent again.").first()).toBeVisible();
  await page.getByRole("row").filter({ hasText: reader.name }).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Send the ticked ones again" }).click();
  await expect(page.getByRole("status")).toContainText("on their way again");
  await page.goto(`/admin/mail?who=${reader.number}&state=failed`);
  await expect(page.getByRole("heading", { name: "No such mail" })).toBeVisible();
  await page.goto("/admin/mail/again");
  await expectAccessible(page);
});

test("an address that bounced is said to its member and to staff, who let mail go again", async ({ as }) => {
  const [staff, member] = [await people.member({ staff: "staff" }), await people.mentor()];
  const since = new Date();
  await insertMail(member, {
    status: "sent",
    sentAt: since,
    providerState: "bounced",
    providerAt: since,
    providerReason: "No such mailbox",
  });
  await db().mailBlock.create({ data: { memberId: member.id, address: member.email.toLowerCase(), reason: "bounced", since } });
  const [page, theirs] = [await as(staff), await as(member)];
  await theirs.goto("/account");
  await expect(theirs.getByText("Mail to your e-mail address comes back to us")).toBeVisible();
  await expectAccessible(theirs);
  await page.goto(`/admin/mail?who=${member.number}&state=bounced`);
  await expect(page.getByRole("row").filter({ hasText: member.name })).toContainText("No such mailbox");
  await expectAccessible(page);
  await page.goto("/admin/mail/blocks");
  await expectAccessible(page);
  await page.getByRole("row").filter({ hasText: member.number }).getByRole("link", { name: "Let mail go again" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Let mail go again" }).click();
  await expect(page.getByRole("status")).toContainText("From now on we send e-mails to this member's address again");
  await theirs.reload();
  await expect(theirs.getByText("comes back to us")).toHaveCount(0);
  await theirs.goto("/admin/mail");
  await expect(theirs.getByRole("heading", { name: "Mail", exact: true })).toHaveCount(0);
});
