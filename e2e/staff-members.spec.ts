import type { Page } from "@playwright/test";
import type { TestMember } from "@/testing/people";
import { expect, expectAccessible, openFilters, people, test } from "./fixtures";
import { begin, propose } from "./partners";

// Members, as staff look for them and look after them.

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true });

async function search(page: Page, words: string): Promise<void> {
  await page.goto("/admin/members");
  await page.getByRole("searchbox", { name: "Search" }).fill(words);
  await button(page, "Show members").click();
}

/** Opens the page of a member, and there the page that asks. */
async function ask(page: Page, member: TestMember, what: string): Promise<void> {
  await page.goto(`/admin/members/${member.id}`);
  await link(page, what).click();
}

async function expectMail(page: Page, to: TestMember, subject: RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(`/demo/mailbox?to=${encodeURIComponent(to.name)}`);
    await expect(page.getByRole("link", { name: subject }).first()).toBeVisible({ timeout: 2000 });
  }).toPass();
}

test("staff find a member, suspend them, and let them back in; their partner learns only that they cannot be reached", async ({
  as,
}) => {
  const [mentee, mentor, asker] = [await people.mentee(), await people.mentor({ capacity: 3 }), await people.mentee()];
  const relationship = await begin(mentee, mentor);
  const proposal = await propose(asker, mentor);
  const [staff, theirs, partner] = [await as(await people.member({ staff: "staff" })), await as(mentor), await as(mentee)];
  await theirs.goto("/relationships");

  const [given = "", surname = ""] = mentor.name.split(" ");
  await search(staff, `${surname.slice(0, 7).toUpperCase()} ${given.slice(0, 3)}`);
  await expect(link(staff, mentor.name)).toBeVisible();
  for (const words of [mentor.number, mentor.email]) {
    await search(staff, words);
    await expect(staff.getByRole("listitem").filter({ has: link(staff, mentor.name) })).toContainText(`Mentor${mentor.number}`);
  }
  await openFilters(staff, "Role");
  await staff.getByLabel("Role").selectOption({ label: "Mentees" });
  await button(staff, "Show members").click();
  await expect(staff.getByRole("heading", { name: "No members match" })).toBeVisible();
  await search(staff, mentor.number);
  await link(staff, mentor.name).click();
  await expect(heading(staff)).toHaveText(mentor.name);
  await expect(staff.getByRole("region", { name: "Relationships" })).toContainText(mentee.name);
  await expect(staff.getByRole("region", { name: "Proposals" })).toContainText(/Unanswered; sent/);
  await expect(staff.locator("main")).not.toContainText("Finding my feet");

  await link(staff, "Suspend").click();
  await button(staff, "Suspend").click();
  await expect(staff.getByText("Say why, for other staff to read.").first()).toBeVisible();
  await staff.getByLabel("Why").fill("Under review by the committee.");
  await button(staff, "Suspend").click();
  await expect(staff.getByRole("status")).toContainText("The account is suspended.");
  await expect(staff.locator("main")).toContainText("Under review by the committee.");

  await theirs.goto("/relationships");
  await expect(theirs).toHaveURL(/\/sign-in(\?|$)/);
  await partner.goto(`/relationships/${relationship}`);
  await expect(partner.locator("main")).toContainText(`${mentor.name} cannot be reached on Connect at present.`);
  await expect(partner.locator("main")).not.toContainText(/suspend|committee/i);
  const waiting = await as(asker);
  await waiting.goto(`/relationships/${proposal}/details`);
  await expect(waiting.locator("main")).toContainText("Withdrawn");
  await expect(waiting.getByRole("button", { name: "Reopen Request" })).toHaveCount(0);
  await expectMail(staff, mentee, /cannot be reached on Connect at present/);
  await expectMail(staff, mentor, /Your account on Connect has been suspended/);

  await ask(staff, mentor, "Reactivate");
  await button(staff, "Reactivate").click();
  await expect(staff.getByRole("status")).toContainText("The account is active again.");
  await expect(staff.getByRole("region", { name: "Audit trail" })).toContainText("suspended this member");
  await expect(staff.locator("main")).not.toContainText("Under review by the committee.");
  await partner.goto(`/relationships/${relationship}`);
  await expect(partner.locator("main")).not.toContainText("cannot be reached");
  await waiting.goto(`/relationships/${proposal}/details`);
  await expect(waiting.getByRole("button", { name: "Reopen Request" }).first()).toBeVisible();
});

test("administrators make staff and erase; staff leave colleagues and themselves alone; to members none of it exists", async ({
  as,
}) => {
  const [chief, helper] = [await people.member({ staff: "admin" }), await people.member({ staff: "staff" })];
  const [member, leaving, colleague] = [await people.mentee(), await people.mentee(), await people.member({ staff: "staff" })];
  const [admin, staff, theirs] = [await as(chief), await as(helper), await as(member)];
  for (const path of ["", `/${leaving.id}`, `/${leaving.id}/erase`]) {
    const response = await theirs.goto(`/admin/members${path}`);
    expect(response?.status(), path).toBe(404);
  }
  expect((await staff.goto("/admin/members/nobody"))?.status()).toBe(404);

  await staff.goto(`/admin/members/${helper.id}`);
  await expect(staff.locator("main")).toContainText("This is your own account.");
  await expect(link(staff, "Suspend")).toHaveCount(0);
  await staff.goto(`/admin/members/${helper.id}/end-sessions`);
  await expect(staff.getByRole("alert").first()).toContainText("This is your own account.");
  await staff.goto(`/admin/members/${colleague.id}`);
  await expect(link(staff, "Suspend")).toHaveCount(0);
  await staff.goto(`/admin/members/${member.id}/change-staff`);
  await expect(staff.getByRole("alert").first()).toContainText("Only administrators can decide who is staff here");

  await ask(admin, member, "Change staff rights");
  await button(admin, "Change staff rights").click();
  await expect(admin.getByText("They already have these rights.").first()).toBeVisible();
  await admin.getByRole("radio", { name: "Administrator" }).check();
  await button(admin, "Change staff rights").click();
  await expect(admin.getByRole("status")).toContainText("Saved. The change has taken effect");
  await theirs.goto(`/admin/members/${helper.id}`);
  await expect(heading(theirs)).toHaveText(helper.name);

  const other = await as(leaving);
  await other.goto("/relationships");
  await ask(staff, leaving, "End all sessions");
  await button(staff, "End all sessions").click();
  await expect(staff.getByRole("status")).toContainText("The member is signed out everywhere and has been told.");
  await other.goto("/relationships");
  await expect(other).toHaveURL(/\/sign-in(\?|$)/);

  await ask(staff, leaving, "Erase");
  await staff.getByLabel(/Membership number of/).fill(member.number);
  await button(staff, "Erase").click();
  await expect(staff.getByText("That is not their membership number. Nothing was erased.").first()).toBeVisible();
  await expect(staff.getByLabel(/Membership number of/)).toHaveValue(member.number);
  await staff.getByLabel(/Membership number of/).fill(leaving.number);
  await button(staff, "Erase").click();
  await expect(staff.getByRole("status")).toContainText("Erased for good.");
  await expect(heading(staff)).toHaveText("A former member");
  await expect(staff.locator("main")).not.toContainText(leaving.number);
  await expectAccessible(staff);
  await search(staff, leaving.number);
  await expect(staff.getByRole("heading", { name: "No members match" })).toBeVisible();
});
