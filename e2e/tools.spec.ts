import { expect, expectAccessible, test } from "./fixtures";
import { beginAnew, write, writeSwot } from "./tools";

// SWOT and G-STAR, as two partners use them, one after the other and both at once.

test("two at once in the same box: the second sees both texts, and nothing is lost", async ({ as }) => {
  const { id, mentee, mentor } = await beginAnew();
  const [page, other] = [await as(mentee), await as(mentor)];
  await writeSwot(page, id, "As it was.");
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await expect(page.getByLabel("Strengths")).toHaveValue("As it was.");
  await other.goto(page.url());
  await write(other, "Strengths", "What the mentor wrote.");
  await write(other, "Threats", "Only the mentor wrote here.");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByRole("status").first()).toContainText("Saved.");

  await write(page, "Strengths", "What the mentee wrote.");
  await write(page, "Weaknesses", "Only the mentee wrote here.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").first()).toContainText(`${mentor.name} saved changes while you were writing.`);
  await expect(page.getByRole("blockquote")).toHaveText(["What the mentor wrote."]);
  await expect(page.getByLabel("Strengths", { exact: true })).toHaveValue("What the mentee wrote.");
  await expect(page.getByLabel("Weaknesses")).toHaveValue("Only the mentee wrote here.");
  await expect(page.getByLabel("Threats")).toHaveValue("Only the mentor wrote here.");
  await expectAccessible(page);
  await write(page, "Strengths", "What the mentee wrote. What the mentor wrote.");
  await page.getByRole("button", { name: "Save" }).click();
  for (const words of [
    "What the mentee wrote. What the mentor wrote.",
    "Only the mentee wrote here.",
    "Only the mentor wrote",
  ]) {
    await expect(page.locator("main")).toContainText(words);
  }
  await expect(page.locator("main")).toContainText("3 versions");

  // Once more, and this time the other text is taken as it is.
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await other.getByRole("link", { name: "Edit", exact: true }).click();
  await expect(other.getByLabel("Strengths", { exact: true })).toHaveValue(/^What the mentee wrote/);
  await write(page, "Strengths", "The newest.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("main")).toContainText("4 versions");
  await write(other, "Strengths", "Not so good.");
  await other.getByRole("button", { name: "Save" }).click();
  await other.getByRole("checkbox", { name: "Keep this instead of mine in Strengths" }).check();
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toContainText("SWOT of");
  await expect(other.locator("main")).toContainText("The newest.");
  await expect(other.locator("main")).not.toContainText("Not so good.");
});
