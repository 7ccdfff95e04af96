import type { Page } from "@playwright/test";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { readNow } from "@/lib/people/auth/now";
import { expect, expectAccessible, openFilters, people, test } from "./fixtures";
import { begin, propose } from "./partners";

// The desk of staff, and what they do about two people.

const ago = async (days: number) => addDays(await readNow(), -days, "Europe/London");
const onDesk = (page: Page, name: string) => page.getByRole("main").getByRole("listitem").filter({ hasText: name });

test("a proposal near its last day gets more days, and both are told; another is withdrawn with a word to both", async ({
  as,
}) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await propose(mentee, mentor, await ago(19));
  const page = await as(await people.member({ staff: "staff" }));
  await page.goto("/");
  await expect(page).toHaveURL("/admin");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Today");
  await page.goto("/admin?kind=proposal-expiring");
  const row = onDesk(page, mentee.name);
  await expect(row).toContainText(`${mentor.name} has not replied to ${mentee.name}’s proposal`);
  await row.getByRole("link", { name: /^Give more days/ }).click();
  await page.getByLabel("How many more days?").fill("99");
  await page.getByRole("button", { name: "Add the days" }).click();
  await expect(page.getByText("at most 28 days").first()).toBeVisible();
  await page.getByLabel("How many more days?").fill("7");
  await page.getByRole("button", { name: "Add the days" }).click();
  await expect(page.getByRole("status")).toContainText("The deadline is extended");
  await expect(page.getByText("Days added by staff")).toBeVisible();
  await page.goto("/admin?kind=proposal-expiring");
  await expect(onDesk(page, mentee.name)).toHaveCount(0);

  const [ofMentee, ofMentor] = [await as(mentee), await as(mentor)];
  await ofMentee.goto("/notifications");
  await expect(ofMentee.getByText(`The society has given ${mentor.name} more time`)).toBeVisible();
  await ofMentor.goto("/notifications");
  await expect(ofMentor.getByText(`more time to answer the proposal from ${mentee.name}`)).toBeVisible();
  expect(await db().mail.count({ where: { proposalId: id, kind: "proposal-extended" } })).toBe(2);

  await page.goto(`/admin/proposals/${id}/withdraw`);
  await page.getByRole("button", { name: "Withdraw it" }).click();
  await expect(page.getByText("Tell both of them why you are withdrawing it.").first()).toBeVisible();
  await page.getByLabel("Your message to both").fill("The two of you spoke, and agreed on another way.");
  await page.getByRole("button", { name: "Withdraw it" }).click();
  await expect(page.getByRole("status")).toContainText("We have sent both your message");
  for (const other of [ofMentee, ofMentor]) {
    await other.goto(`/relationships/${id}/details`);
    await expect(other.getByText("The two of you spoke, and agreed on another way.")).toBeVisible();
    await expect(other.getByText("Withdrawn by the society")).toBeVisible();
  }
  await expectAccessible(ofMentee);
});

test("two without a first conversation: put off, back, written to, and ended with a reason that both read", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await begin(mentee, mentor, await ago(58));
  const page = await as(await people.member({ staff: "admin" }));
  await page.goto("/admin");
  const row = onDesk(page, mentee.name);
  await expect(row).toContainText(`${mentee.name} and ${mentor.name} have not had a first conversation`);
  await row.getByRole("button", { name: "Put off for 3 days" }).click();
  await expect(page.getByRole("status")).toContainText("It comes back in three days");
  await expect(onDesk(page, mentee.name)).toHaveCount(0);
  await page.getByRole("link", { name: "Put aside" }).click();
  await expect(onDesk(page, mentee.name)).toContainText("comes back");
  await expectAccessible(page);
  await db().todayDismissal.updateMany({ where: { subjectId: id }, data: { until: await ago(1) } });
  await page.goto("/admin");
  await expect(row).toBeVisible();

  await row.getByRole("link", { name: /^Write to both/ }).click();
  await expect(page.getByLabel("Subject")).toHaveValue("Your first meeting");
  await page.getByLabel("Subject").fill("");
  await page.getByLabel(`On behalf of ${mentee.name}`).check();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("Give it a subject.").first()).toBeVisible();
  await expect(page.getByLabel("Letter", { exact: true })).toHaveValue(new RegExp(`Dear ${mentee.name} and ${mentor.name}`));
  await page.getByLabel("Subject").fill("A first half hour");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("on its way to both");
  await expect(page.getByRole("heading", { name: "A first half hour" })).toBeVisible();

  const [ofMentee, ofMentor] = [await as(mentee), await as(mentor)];
  for (const [other, partner, said] of [
    [ofMentee, mentor, "on your behalf"],
    [ofMentor, mentee, `on behalf of ${mentee.name}`],
  ] as const) {
    await other.goto("/notifications");
    await other.getByRole("button", { name: new RegExp(`has written to you and ${partner.name}`) }).click();
    await expect(other.getByRole("heading", { name: "A first half hour" })).toBeVisible();
    await expect(other.getByText(said)).toBeVisible();
    await expect(other.getByText(`Dear ${mentee.name} and ${mentor.name}`)).toBeVisible();
  }
  const mails = await db().mail.findMany({ where: { proposalId: id, kind: "letter" }, select: { memberId: true } });
  expect(new Set(mails.map(({ memberId }) => memberId))).toEqual(new Set([mentee.id, mentor.id]));

  await page.goto("/admin");
  await row.getByRole("link", { name: /^End it/ }).click();
  await page.getByLabel("Why are you ending it?").fill("Neither of you answered us.");
  await page.getByRole("button", { name: "End relationship" }).click();
  await expect(page.getByRole("status")).toContainText("The relationship has ended");
  for (const other of [ofMentee, ofMentor]) {
    await other.goto(`/relationships/${id}`);
    await expect(other.getByText("Neither of you answered us.")).toBeVisible();
  }
});

test("something is dismissed with a reason, and comes back to Today; the lists find two people", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await begin(mentee, mentor, await ago(57));
  const page = await as(await people.member({ staff: "staff" }));
  await page.goto("/admin");
  await onDesk(page, mentee.name)
    .getByRole("link", { name: /^Dismiss/ })
    .click();
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(page.getByText("Say why it needs nobody.").first()).toBeVisible();
  await page.getByLabel("Why can it be dismissed?").fill("They share an office.");
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(page.getByRole("status")).toContainText("Dismissed");
  await expect(onDesk(page, mentee.name)).toHaveCount(0);
  await page.goto("/admin/today/aside");
  const aside = onDesk(page, mentee.name);
  await expect(aside).toContainText("They share an office.");
  await aside.getByRole("button", { name: "Put back on Today" }).click();
  await expect(page.getByRole("status")).toContainText("back on Today");
  await page.goto("/admin");
  await expect(onDesk(page, mentee.name)).toHaveCount(1);

  await page.goto("/admin/relationships");
  await page.getByLabel("Name or number").fill(mentee.number);
  await openFilters(page, "State");
  await page.getByLabel("State").selectOption("open");
  await page.getByRole("button", { name: "Show them" }).click();
  await page.getByRole("link", { name: new RegExp(`${mentee.name} and ${mentor.name}`) }).click();
  await expect(page.getByText("First conversation")).toBeVisible();
  await page.getByRole("link", { name: "Extend it" }).click();
  await page.getByRole("button", { name: "Extend it" }).click();
  await expect(page.getByRole("status")).toContainText("The relationship is extended");
  await page.goto(`/admin/proposals?who=${mentor.name.split(" ")[1]}&state=accepted`);
  await expect(page.getByRole("link", { name: new RegExp(`${mentee.name} to ${mentor.name}`) })).toBeVisible();

  // For members, and for the two themselves, none of it is there.
  for (const other of [await as(mentee), await as(await people.mentor())]) {
    for (const place of [
      ...["", "/proposals", "/relationships", "/today/aside", `/write/${id}`, `/proposals/${id}`],
      ...[`/relationships/${id}`, `/relationships/${id}/end`, `/relationships/${id}/extend`],
      `/today/dismiss?key=no-first-conversation:${id}:1`,
    ]) {
      expect((await other.goto(`/admin${place}`))?.status(), place).toBe(404);
    }
  }
  const stranger = await as(await people.mentee());
  expect((await stranger.goto(`/relationships/${id}/letters`))?.status()).toBe(404);
});
