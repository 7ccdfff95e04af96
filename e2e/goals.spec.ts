import { addDays, dayOf } from "@/lib/foundation/dates";
import { readNow } from "@/lib/people/auth/now";
import { expect, expectAccessible, test } from "./fixtures";
import { beginAnew, openTool, write } from "./tools";

// From the actions of a G-STAR to a goal, and on to its end.

test("the actions of a G-STAR become a goal, which goes its way to achieved", async ({ as }) => {
  const { id, mentee, mentor } = await beginAnew();
  const [page, other] = [await as(mentee), await as(mentor)];
  await openTool(page, mentor, "G-STAR");
  await page.getByRole("link", { name: "Start a G-STAR" }).click();
  for (const box of ["Goals", "Situation", "Thinking", "Actions", "Results"]) {
    await expect(page.getByRole("textbox", { name: box, exact: true })).toBeVisible();
  }
  await write(page, "Actions", "Ask Priya for a practice talk\nby the end of the month");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("G-STAR of");
  await page.getByRole("link", { name: "Turn this into a goal" }).click();
  await expect(page.getByLabel("What", { exact: true })).toHaveValue(
    /^Ask Priya for a practice talk\nby the end of the month$/,
  );
  const today = await readNow();
  await page.getByLabel("Target date (optional)").fill(dayOf(addDays(today, -1, "Europe/London"), "Europe/London"));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ask Priya for a practice talk");
  await expect(page.locator("main")).toContainText("The date has passed: is it still right?");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Choose another day" }).click();
  await page.getByLabel("Target date (optional)").fill(dayOf(addDays(today, 20, "Europe/London"), "Europe/London"));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").first()).toContainText("Your goal is changed.");
  await expect(page.locator("main")).not.toContainText("The date has passed");

  await openTool(other, mentee, "Goals");
  await other.getByRole("link", { name: "Ask Priya for a practice talk" }).click();
  await other.getByRole("button", { name: "Save progress" }).click();
  await expect(other.getByRole("alert").first()).toContainText("Write a note, or choose a different progress than before.");
  await expectAccessible(other);
  await other.getByRole("radio", { name: "Nearly there" }).check();
  await other.getByLabel("Note (optional)").fill("The talk is on Friday.");
  await other.getByRole("button", { name: "Save progress" }).click();
  await expect(other.getByRole("status").filter({ hasText: "Noted." })).toBeVisible();
  await expect(other.getByRole("listitem").filter({ hasText: "You: nearly there" })).toContainText("The talk is on Friday.");
  await expect(other.getByLabel("Note (optional)")).toHaveValue("");
  await expect(other.getByText("We kept what you had typed")).toHaveCount(0);
  await other.getByLabel("Note (optional)").fill("Second thought.");
  await other.getByRole("button", { name: "Save progress" }).click();
  await expect(other.getByRole("listitem").filter({ hasText: "You wrote a note" })).toContainText("Second thought.");
  await expect(other.getByLabel("Note (optional)")).toHaveValue("");
  await expect(other.getByRole("radio", { name: "Nearly there" })).toBeChecked();

  await page.reload();
  await expect(page.getByRole("listitem").filter({ hasText: `${mentor.name}: nearly there` })).toBeVisible();
  await page.getByRole("button", { name: "Mark as achieved" }).click();
  await expect(page.getByRole("status").first()).toContainText("Achieved. Take a moment to be pleased.");
  await expect(page.locator("main")).toContainText("Well done, both of you.");
  await other.getByRole("button", { name: "Drop this goal" }).click();
  await expect(other.getByRole("alert").first()).toContainText("This goal is closed.");
  await other.goto("/notifications");
  await expect(other.locator("main")).toContainText(`${mentee.name} has marked a goal as achieved.`);
  await page.getByRole("link", { name: "All goals" }).click();
  await expect(page.getByRole("region", { name: "Achieved" })).toContainText("Ask Priya for a practice talk");
  expect((await page.goto(`/relationships/${id}/goals/${id}`))?.status()).toBe(404);
});
