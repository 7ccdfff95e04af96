import type { Page } from "@playwright/test";
import { send } from "@/lib/pairing/conversations/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import { readNow } from "@/lib/people/auth/now";
import { type TestMember, viewerOf } from "@/testing/people";
import { expect, expectAccessible, people, test } from "./fixtures";
import { begin } from "./partners";

// One conversation for each relationship.

async function say(from: TestMember, relationshipId: string, words: string): Promise<void> {
  const sent = await send(viewerOf(from), { relationshipId, key: crypto.randomUUID(), words }, await readNow());
  expect(sent.ok).toBe(true);
}

/** As the FAQ has it: Relationships, then Messages beside the partner's summary. */
async function openMessages(page: Page, partner: TestMember): Promise<void> {
  await page.goto("/");
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: /^Relationships/ })
    .click();
  await page.getByRole("link", { name: new RegExp(`^Messages.* with ${partner.name}`) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Messages with ${partner.name}`);
}

const box = (page: Page) => page.getByLabel("Your message");
const messages = (page: Page) => page.getByRole("log", { name: "Messages" });

async function write(page: Page, words: string): Promise<void> {
  await box(page).fill(words);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(messages(page).getByText(words)).toBeVisible();
}

test("two write to each other, and each knows what is unread and what was read", { tag: "@phone" }, async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await begin(mentee, mentor);
  const page = await as(mentee);
  await openMessages(page, mentor);
  await expect(page.locator("main")).toContainText(`Only you and ${mentor.name} can read this.`);
  await write(page, "Good morning, Robin.");
  await expect(box(page)).toHaveValue("");
  await write(page, "Shall we say Tuesday?");
  await expect(messages(page)).toContainText("Not read yet");

  const other = await as(mentor);
  await other.goto("/");
  const inHeader = other.getByRole("banner").getByRole("link", { name: "Relationships 2 unread messages" });
  await expect(inHeader).toBeVisible();
  await other.goto("/relationships");
  await expect(other.getByRole("link", { name: `Messages (2 unread) with ${mentee.name}` })).toBeVisible();
  await openMessages(other, mentee);
  await expect(messages(other)).toContainText("New");
  await expect(other.getByRole("banner").getByRole("link", { name: "Relationships", exact: true })).toBeVisible();
  await other.goto("/relationships");
  await expect(other.getByRole("link", { name: `Messages with ${mentee.name}` })).toBeVisible();
  await other.goto("/notifications");
  await expect(other.getByRole("link", { name: `${mentee.name} has written to you.` })).toHaveAttribute(
    "href",
    `/relationships/${id}/messages?as=mentor`,
  );

  await page.goto(`/relationships/${id}/messages`);
  await expect(messages(page)).not.toContainText("Not read yet");
});

test("what the other writes appears without loading the page, and so does that it was read", { tag: "@phone" }, async ({
  as,
}) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await begin(mentee, mentor);
  const [page, other] = [await as(mentee), await as(mentor)];
  await page.goto(`/relationships/${id}/messages`);
  await other.goto(`/relationships/${id}/messages`);
  await box(other).fill("I am just typing");
  await write(page, "Are you there?");
  await expect(messages(other).getByText("Are you there?")).toBeVisible();
  await expect(box(other)).toHaveValue("I am just typing");
  await expect(messages(page)).toContainText("Read");
  await expect(messages(page)).not.toContainText("Not read yet");
  await box(other).press("Control+Enter");
  await expect(messages(page).getByText("I am just typing")).toBeVisible();
  await expect(box(other)).toBeFocused();
  await expect(other.getByRole("banner").getByRole("link", { name: "Relationships", exact: true })).toBeVisible();
});

test("an unsent message is there again after the tab was closed", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await begin(mentee, mentor);
  const page = await as(mentee);
  await page.goto(`/relationships/${id}/messages`);
  await box(page).fill("Not quite finished");
  const context = page.context();
  await page.goto("/relationships");
  await page.close();
  const again = await context.newPage();
  await again.goto(`/relationships/${id}/messages`);
  await expect(box(again)).toHaveValue("Not quite finished");
  await write(again, "Not quite finished");
  await again.reload();
  await expect(box(again)).toHaveValue("");
});

test("what cannot be sent comes back with the words", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await begin(mentee, mentor);
  const page = await as(mentee);
  await page.goto(`/relationships/${id}/messages`);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Write something first.");
  await box(page).fill("x".repeat(10_001));
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("alert").first()).toContainText("10,000 characters");
  await expect(box(page)).toHaveValue("x".repeat(10_001));
  await write(page, "Short, then.");
  await expect(page.getByText("10,000 characters")).toHaveCount(0);
});

test("after the end everything can be read and nothing can be sent", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await begin(mentee, mentor);
  // Words of the partner's would be told as read, and the answer to that shows the end, as the next look would: either
  // before the button is pressed or after.
  await say(mentee, id, "It was a pleasure.");
  const page = await as(mentee);
  await page.route("**/messages/new*", (route) => route.fulfill({ status: 204 }));
  await page.goto(`/relationships/${id}/messages`);
  await box(page).fill("One more thing");
  await relationships.closeAll(mentor.id, await readNow());
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("This relationship has ended").first()).toBeVisible();
  await page.goto(`/relationships/${id}/messages`);
  await expect(messages(page)).toContainText("It was a pleasure.");
  await expect(messages(page)).not.toContainText("One more thing");
  await expect(box(page)).toHaveCount(0);
  await expectAccessible(page);
});
