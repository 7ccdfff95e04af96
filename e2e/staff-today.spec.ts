import type { Page } from "@playwright/test";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { readNow } from "@/lib/people/auth/now";
import { expect, expectAccessible, people, test } from "./fixtures";
import { begin } from "./partners";

// The staff inbox, with scripts.

const ago = async (days: number) => addDays(await readNow(), -days, "Europe/London");
const onDesk = (page: Page, name: string) => page.getByRole("main").getByRole("listitem").filter({ hasText: name });

test("two without a first conversation are put off, come back, and a letter to them keeps its words", async ({ as }) => {
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
});
