import type { Page } from "@playwright/test";
import { readNow } from "@/lib/auth/now";
import { addDays, dayOf } from "@/lib/dates";
import { run, send } from "@/lib/proposals/commands";
import { WORDS } from "@/lib/proposals/examples";
import { DEFAULT_SETTINGS } from "@/lib/settings/settings";
import { type TestMember, viewerOf } from "@/lib/testing/people";
import { expect, expectAccessible, people, test } from "./fixtures";

// SWOT, G-STAR and Goals, as two partners use them; also run with JavaScript off.

const SESSION_COOKIE = "authjs.session-token";
const runsScripts = () => test.info().project.use.javaScriptEnabled !== false;

async function begin(): Promise<{ id: string; mentee: TestMember; mentor: TestMember }> {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const sent = await send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, await readNow());
  if (!sent.ok) throw new Error(sent.reason);
  await run(viewerOf(mentor), sent.value, { type: "accept", seenText: 1 }, DEFAULT_SETTINGS, await readNow());
  return { id: sent.value, mentee, mentor };
}

/** As the FAQ has it: Relationships, and there, beside the partner's summary, Tools. */
async function openTool(page: Page, partner: TestMember, tool: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Relationships" }).click();
  const links = page.getByRole("navigation", { name: `You and ${partner.name}` });
  await links.getByText("Tools").click();
  await links.getByRole("link", { name: `${tool} with ${partner.name}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(tool);
}

/** Types into a box; once more when the scripts took the page over between the choice of the old text and its replacement. */
async function write(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByRole("textbox", { name: label, exact: true });
  await expect(async () => {
    await box.fill(text);
    await expect(box).toHaveValue(text, { timeout: 500 });
  }).toPass();
}

/** A new SWOT, by the page of new ones. Leaves the page on it. */
async function writeSwot(page: Page, id: string, strengths: string): Promise<void> {
  await page.goto(`/relationships/${id}/swot/new`);
  await write(page, "Strengths", strengths);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").first()).toContainText("Saved.");
}

/** Something that stands in no other test, to be found or not to be found. */
const said = (what: string) => `${what} <b>&amp;</b> ${Math.random().toString(36).slice(2)}`;

test("How do I access the tools? Relationships, Tools, SWOT; and back to it at any time, by both", async ({ as }) => {
  const { mentee, mentor } = await begin();
  const [page, other] = [await as(mentee), await as(mentor)];
  await openTool(page, mentor, "SWOT");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Begin a SWOT" }).click();
  await expect(page.getByText(`Only you and ${mentor.name} can read this.`)).toHaveCount(5);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Write something in at least one of the boxes.");
  await expectAccessible(page);
  const [first, second] = [said("I finish what I begin."), said("Saying no to extra work.")];
  await page.getByLabel("Title (optional)").fill("Where I stand");
  await write(page, "Strengths", first);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where I stand");
  await expect(page.locator("main")).toContainText(first);
  await expectAccessible(page);

  await openTool(other, mentee, "SWOT");
  await expectAccessible(other);
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
  await expectAccessible(page);
  await page.getByRole("link", { name: "Add another" }).click();
  await write(page, "Threats", "A merger.");
  await page.getByRole("button", { name: "Save" }).click();
  await openTool(page, mentor, "SWOT");
  await expect(page.getByRole("main").getByRole("link", { name: /^(SWOT of|Where I stand)/ })).toHaveCount(2);
});

test("two at once in the same box: the second sees both texts, and nothing is lost", async ({ as }) => {
  const { id, mentee, mentor } = await begin();
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
  const { id, mentee, mentor } = await begin();
  const [page, other] = [await as(mentee), await as(mentor)];
  await writeSwot(page, id, "As it was.");
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await write(page, "Opportunities", "The mentee's.");
  await other.goto(page.url());
  await write(other, "Threats", "The mentor's.");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByRole("status").first()).toContainText("Saved.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").first()).toContainText("Saved, together with what your partner changed meanwhile.");
  await expect(page.locator("main")).toContainText("The mentee's.");
  await expect(page.locator("main")).toContainText("The mentor's.");
});

test("what was typed survives a closed tab, for a member alone, until it is saved or they log out", async ({ as }) => {
  const { id, mentee } = await begin();
  const page = await as(mentee);
  const place = `/relationships/${id}/swot/new`;
  await page.goto(place);
  if (!runsScripts()) {
    await expect(page.getByText("We kept what you had typed")).toHaveCount(0);
    return;
  }
  const isKept = () => page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith("draft:")));
  await write(page, "Strengths", "Half a thought");
  await expect.poll(isKept).toBe(true);
  const again = await page.context().newPage();
  await page.close();
  await again.goto(place);
  await expect(again.getByLabel("Strengths")).toHaveValue("Half a thought");
  await expect(again.getByText(/^We kept what you had typed on \w+day/)).toBeVisible();
  await expectAccessible(again);
  await again.getByRole("button", { name: "Discard" }).click();
  await expect(again.getByLabel("Strengths")).toHaveValue("");
  await again.reload();
  await expect(again.getByText("We kept what you had typed")).toHaveCount(0);

  const kept = () => again.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("draft:")).length);
  await write(again, "Strengths", "A whole thought");
  await expect.poll(kept).toBe(1);
  await again.getByRole("button", { name: "Save" }).click();
  await expect(again.getByRole("status").first()).toContainText("Saved.");
  await expect.poll(kept).toBe(0);

  await again.goto(place);
  await write(again, "Threats", "For nobody else");
  await expect.poll(kept).toBe(1);
  await again.getByRole("button", { name: "Log Out" }).click();
  await expect(again).not.toHaveURL(/swot/);
  await again.goto("/");
  await expect.poll(kept).toBe(0);
});

test("what was typed survives the end of the session", async ({ as }) => {
  const { id, mentee } = await begin();
  const page = await as(mentee);
  await page.goto(`/relationships/${id}/swot/new`);
  const cookies = (await page.context().cookies()).filter(({ name }) => name === SESSION_COOKIE);
  const words = said("Line one\n\"two\" 'three'");
  await write(page, "Strengths", words);
  await page.context().clearCookies({ name: SESSION_COOKIE });
  await page.getByRole("button", { name: "Save" }).click();
  const where = runsScripts() ? page.getByRole("alert").first() : page.getByRole("main");
  await expect(where).toContainText("Your session has ended");
  await expect(page.getByRole("link", { name: "Sign in, in a new window" })).toHaveAttribute("href", "/sign-in");
  await expectAccessible(page);
  // Signed in again, in another window.
  await page.context().addCookies(cookies);
  await page.getByRole("button", { name: runsScripts() ? "Save" : "Send it again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("SWOT of");
  await expect(page.locator("main")).toContainText(words.replace("\n", " "));
});

test("a form that another site sends gets nothing back", async ({ as, baseURL }) => {
  const page = await as(await people.mentee());
  const answer = await page.request.post(`${baseURL}/relationships/nowhere/swot/new`, {
    headers: { origin: "https://elsewhere.example", cookie: "" },
    multipart: { strengths: "Not from here" },
  });
  expect(await answer.text()).not.toContain("Not from here");
});

test("the actions of a G-STAR become a goal, which goes its way to achieved", async ({ as }) => {
  const { id, mentee, mentor } = await begin();
  const [page, other] = [await as(mentee), await as(mentor)];
  await openTool(page, mentor, "G-STAR");
  await page.getByRole("link", { name: "Begin a G-STAR" }).click();
  for (const box of ["Goals", "Situation", "Thinking", "Actions", "Results"]) {
    await expect(page.getByRole("textbox", { name: box, exact: true })).toBeVisible();
  }
  await write(page, "Actions", "Ask Priya for a practice talk\nby the end of the month");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("G-STAR of");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Make a goal of this" }).click();
  await expect(page.getByLabel("What", { exact: true })).toHaveValue(
    /^Ask Priya for a practice talk\nby the end of the month$/,
  );
  await expectAccessible(page);
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
  await expectAccessible(other);
  await other.getByRole("link", { name: "Ask Priya for a practice talk" }).click();
  await other.getByRole("button", { name: "Save progress" }).click();
  await expect(other.getByRole("alert").first()).toContainText("Write a note, or choose another progress than before.");
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
  await expectAccessible(page);
  await other.getByRole("button", { name: "Drop this goal" }).click();
  await expect(other.getByRole("alert").first()).toContainText("This goal is closed.");
  await other.goto("/notifications");
  await expect(other.locator("main")).toContainText(`${mentee.name} has marked a goal as achieved.`);
  await page.getByRole("link", { name: "All goals" }).click();
  await expect(page.getByRole("region", { name: "Achieved" })).toContainText("Ask Priya for a practice talk");
  await expectAccessible(page);
  expect((await page.goto(`/relationships/${id}/goals/${id}`))?.status()).toBe(404);
});
