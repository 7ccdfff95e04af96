import type { Page } from "@playwright/test";
import { addDays, dayOf } from "@/lib/foundation/dates";
import { readNow } from "@/lib/people/auth/now";
import { expect, people, test } from "./fixtures";
import { begin } from "./partners";

// From nothing to contract, first meeting, SWOT, G-STAR and two goals, as two partners go about it, each step led by the dashboard.

async function sign(page: Page, id: string, name: string): Promise<void> {
  await page.goto(`/relationships/${id}/contract`);
  await page.getByLabel("Type your name").fill(name);
  await page.getByRole("button", { name: "Sign", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("You have signed");
}

async function addGoal(page: Page, id: string, what: string): Promise<void> {
  await page.goto(`/relationships/${id}/goals/new`);
  await page.getByLabel("What", { exact: true }).fill(what);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toContainText("Your goal is set");
}

async function addWorksheet(page: Page, id: string, kind: "swot" | "g-star", box: string): Promise<void> {
  await page.goto(`/relationships/${id}/${kind}/new`);
  await page.getByRole("textbox", { name: box, exact: true }).fill("What we talked about today.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toContainText("Saved");
}

test("two partners go from nothing to everything that there is, led by the dashboard", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const now = await readNow();
  const id = await begin(mentee, mentor);
  const [page, other] = [await as(mentee), await as(mentor)];
  const next = (who: Page, heading: string | RegExp) => expect(who.getByRole("heading", { name: heading })).toBeVisible();

  await page.goto(`/relationships/${id}`);
  await next(page, "Hold your first conversation");
  await page.getByRole("region", { name: "Hold your first conversation" }).getByRole("link").click();
  await page.getByRole("link", { name: "Arrange it as a meeting" }).click();
  await expect(page.getByLabel("Title")).toHaveValue("First conversation");
  const day = dayOf(addDays(now, 7, "Europe/London"), "Europe/London");
  await page.getByLabel("Starts").fill(`${day}T10:00`);
  await page.getByLabel("Ends").fill(`${day}T11:00`);
  await page.getByLabel("Method").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("We have told your partner");

  await other.goto(`/relationships/${id}`);
  await next(other, `${mentee.name} would like to meet`);
  await other
    .getByRole("region", { name: `${mentee.name} would like to meet` })
    .getByRole("link", { name: "Answer" })
    .click();
  await other.getByRole("button", { name: "Accept" }).click();
  await expect(other.getByRole("status")).toContainText("You have accepted");
  await page.goto(`/relationships/${id}`);
  await next(page, "Your first conversation is arranged");

  await page.goto(`/relationships/${id}/first-conversation`);
  await page.getByRole("button", { name: "Yes, we have talked" }).click();
  await next(page, "Sign your contract");
  await sign(page, id, mentee.name);
  await sign(other, id, mentor.name);
  await addWorksheet(page, id, "swot", "Strengths");
  await addWorksheet(other, id, "g-star", "Situation");
  await page.goto(`/relationships/${id}`);
  await next(page, "Set your first goals");
  await addGoal(page, id, "Speak at the spring conference");
  await addGoal(other, id, "Find a second mentor for the technical side");

  for (const who of [page, other]) {
    await who.goto(`/relationships/${id}`);
    await next(who, "All is well");
    const where = who.getByRole("region", { name: "Where you are" });
    await expect(where).toContainText("signed by both of you");
    await expect(where).toContainText("2 open");
  }
});
