import { expect, expectAccessible, test } from "./fixtures";
import { beginAnew, openTool, said, write, writeSwot } from "./tools";

// SWOT and G-STAR, as two partners use them, one after the other and both at once.

test("How do I access the tools? Relationships, Tools, SWOT; and back to it at any time, by both", async ({ as }) => {
  const { mentee, mentor } = await beginAnew();
  const [page, other] = [await as(mentee), await as(mentor)];
  await openTool(page, mentor, "SWOT");
  await page.getByRole("link", { name: "Start a SWOT" }).click();
  await expect(page.getByText(`Only you and ${mentor.name} can read this.`)).toHaveCount(1);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Write something in at least one of the boxes.");
  const [first, second] = [said("I finish what I begin."), said("Saying no to extra work.")];
  await page.getByLabel("Title (optional)").fill("Where I stand");
  await write(page, "Strengths", first);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where I stand");
  await expect(page.locator("main")).toContainText(first);

  await openTool(other, mentee, "SWOT");
  await other.getByRole("link", { name: "Where I stand" }).click();
  await expect(other.locator("main")).toContainText(first);
  await other.getByRole("link", { name: "Edit", exact: true }).click();
  await write(other, "Weaknesses", second);
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.locator("main")).toContainText("Changed by you");

  await page.goto("/notifications");
  await expect(page.locator("main")).toContainText(`${mentor.name} has worked on your SWOT.`);
  await expect(page.locator("main")).not.toContainText(second);

  await openTool(page, mentor, "SWOT");
  await expect(page.locator("main")).toContainText(`Changed by ${mentor.name}`);
  await page.getByRole("link", { name: "Where I stand" }).click();
  await page.getByText("Who changed what: 2 versions").click();
  await expect(page.getByRole("listitem").filter({ hasText: "Version 2" })).toContainText(mentor.name);
  await page.getByRole("link", { name: "Version 1", exact: true }).click();
  await expect(page.locator("main")).toContainText("This is version 1.");
  await expect(page.locator("main")).toContainText(first);
  await expect(page.locator("main")).not.toContainText(second);
  await page.getByRole("link", { name: "Add another" }).click();
  await write(page, "Threats", "A merger.");
  await page.getByRole("button", { name: "Save" }).click();
  await openTool(page, mentor, "SWOT");
  await expect(page.getByRole("main").getByRole("link", { name: /^(SWOT of|Where I stand)/ })).toHaveCount(2);
});

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

test("two at once in different boxes: both are saved", async ({ as }) => {
  const { id, mentee, mentor } = await beginAnew();
  const [page, other] = [await as(mentee), await as(mentor)];
  await writeSwot(page, id, "As it was.");
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await write(page, "Opportunities", "The mentee's.");
  await other.goto(page.url());
  await write(other, "Threats", "The mentor's.");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByRole("status").first()).toContainText("Saved.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").first()).toContainText("Saved, together with your partner’s changes.");
  await expect(page.locator("main")).toContainText("The mentee's.");
  await expect(page.locator("main")).toContainText("The mentor's.");
});
