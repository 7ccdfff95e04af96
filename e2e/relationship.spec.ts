import { addDays, dayOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { readNow } from "@/lib/people/auth/now";
import { expect, expectAccessible, people, test } from "./fixtures";
import { begin } from "./partners";

// The dashboard, the first conversation, going on and ending.

test("two partners hold their first conversation, and each sees where they stand", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  await begin(mentee, mentor);
  const page = await as(mentee);
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Relationships" }).click();
  await page.getByRole("heading", { level: 3 }).getByRole("link", { name: mentor.name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`You and ${mentor.name}`);
  await expect(page.getByRole("heading", { name: "Hold your first conversation" })).toBeVisible();
  await page.getByRole("region", { name: "Hold your first conversation" }).getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Break the ice" })).toBeVisible();

  await page.getByLabel("When did you talk?").fill(dayOf(addDays(await readNow(), 2, "Europe/London"), "Europe/London"));
  await page.getByRole("button", { name: "Yes, we have talked" }).click();
  await expect(page.getByText("That day is still to come").first()).toBeVisible();
  await page.getByLabel("When did you talk?").fill(dayOf(await readNow(), "Europe/London"));
  await page.getByRole("button", { name: "Yes, we have talked" }).click();
  await expect(page.getByRole("status")).toContainText("you have held your first conversation");
  await expect(page.getByRole("heading", { name: "Sign your contract" })).toBeVisible();

  const other = await as(mentor);
  await other.goto("/notifications");
  await expect(other.getByText(`${mentee.name} has noted that you held your first conversation`)).toBeVisible();
});

test("the tools are in a menu beside the partner, by keyboard and without scripts", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await begin(mentee, mentor);
  const page = await as(mentor);
  await page.goto("/relationships");
  const links = page.getByRole("navigation", { name: `You and ${mentee.name}` });
  await expect(links.getByRole("link", { name: /^Messages/ })).toBeVisible();
  await expect(links.getByRole("link", { name: /^Details/ })).toBeVisible();
  await expect(links.getByRole("link", { name: /^SWOT/ })).toBeHidden();
  await links.getByText("Tools").focus();
  await page.keyboard.press("Enter");
  for (const name of ["Meetings", "SWOT", "G-STAR", "Goals", "Contract"]) {
    await expect(links.getByRole("link", { name: new RegExp(`^${name}`) })).toBeVisible();
  }
  await links.getByRole("link", { name: /^Goals/ }).click();
  await expect(page).toHaveURL(`/relationships/${id}/goals`);
});

test("both agree to go on", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await begin(mentee, mentor);
  const { agreedUntil } = await db().relationship.findUniqueOrThrow({ where: { id } });
  const page = await as(mentee);
  await page.goto(`/relationships/${id}`);
  await page.getByLabel("Carry on for").selectOption("6");
  await page.getByRole("button", { name: `Ask ${mentor.name}` }).click();
  await expect(page.getByRole("status")).toContainText("You both have to agree");
  await expect(page.getByRole("button", { name: "Take it back" })).toBeVisible();

  const other = await as(mentor);
  await other.goto("/notifications");
  await other.getByRole("button", { name: new RegExp(`${mentee.name} would like to go on until`) }).click();
  await expect(other.getByRole("heading", { name: `${mentee.name} would like to carry on` })).toBeVisible();
  await expectAccessible(other);
  await other.getByRole("button", { name: "Carry on", exact: true }).click();
  await expect(other.getByRole("status")).toContainText("Your mentoring carries on");
  const extended = await db().relationship.findUniqueOrThrow({ where: { id } });
  expect(extended.agreedUntil.getTime()).toBeGreaterThan(agreedUntil.getTime() + 150 * 86_400_000);
});

test("either may end it, with a reason that the partner does not see; then it is read-only to both", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await begin(mentee, mentor);
  const page = await as(mentor);
  await page.goto(`/relationships/${id}`);
  await page.getByRole("link", { name: /^End relationship/ }).click();
  await expect(page.getByText("you can both still read everything")).toBeVisible();
  await page.getByLabel(/Why are you ending it/).fill("My work takes me abroad.");
  await page.getByRole("button", { name: "End relationship" }).click();
  await expect(page.getByRole("status")).toContainText("This relationship has ended");
  await expect(page.getByText("You ended this relationship.")).toBeVisible();

  const other = await as(mentee);
  await other.goto(`/relationships/${id}`);
  await expect(other.getByText(`${mentor.name} ended this relationship.`)).toBeVisible();
  await expect(other.getByText("abroad")).toBeHidden();
  await expect(other.getByRole("link", { name: /^End relationship/ })).toBeHidden();
  await other.goto(`/relationships/${id}/end`);
  await expect(other).toHaveURL(`/relationships/${id}`);
});

test("for everybody else it is not there", async ({ as }) => {
  const id = await begin(await people.mentee(), await people.mentor());
  const page = await as(await people.mentee());
  for (const place of ["", "/end", "/first-conversation"]) {
    expect((await page.goto(`/relationships/${id}${place}`))?.status()).toBe(404);
  }
});
