import type { Page } from "@playwright/test";
import { db } from "@/lib/foundation/db/client";
import { send } from "@/lib/pairing/conversations/commands";
import { readNow } from "@/lib/people/auth/now";
import { viewerOf } from "@/testing/people";
import { expect, people, test } from "./fixtures";
import { begin } from "./partners";

// What was pressed shows at once, and is taken back in words when it fails, or was never reached.

/** What is sent to these addresses waits until it is let go. */
async function holdSending(page: Page, addresses: string): Promise<() => void> {
  let go = () => {};
  const isLetGo = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(addresses, async (route) => {
    if (route.request().method() === "POST") await isLetGo;
    await route.continue();
  });
  return go;
}

test("a press on Save shows at once, and is taken back in words when it fails", async ({ as }) => {
  const mentor = await people.mentor();
  const page = await as(await people.mentee());
  await page.goto(`/mentors/${mentor.id}`);
  const go = await holdSending(page, "**/mentors/*");
  await page.getByRole("button", { name: /^Save / }).click();
  await expect(page.getByRole("button", { name: /^Saved – remove/ })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeHidden();
  go();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await page.getByRole("button", { name: /^Saved – remove/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "no longer on your lists" })).toBeVisible();
  await page.unrouteAll();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: /^Save / }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("We could not be reached.");
  await expect(page.getByRole("button", { name: /^Save / })).toBeVisible();
  await page.context().setOffline(false);
});

test("what is sent without a connection stays in the form, and goes out once when it is sent again", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await begin(mentee, mentor);
  // Once it has been read the page is made anew, with another key for the next message.
  await send(viewerOf(mentor), { relationshipId: id, key: crypto.randomUUID(), words: "Good morning." }, await readNow());
  const page = await as(mentee);
  await page.goto(`/relationships/${id}/messages`);
  const box = page.getByLabel("Your message");
  const answers = { lost: 0 };
  // It arrives, and the answer is lost on its way.
  await page.route("**/messages", async (route) => {
    if (!route.request().postData()?.includes("Are you there?") || answers.lost > 0) return route.continue();
    answers.lost += 1;
    await route.fetch();
    await route.abort("internetdisconnected");
  });
  await box.fill("Are you there?");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("What you typed is still here");
  await expect(box).toHaveValue("Are you there?");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(box).toHaveValue("");
  await expect(box).toBeFocused();
  await expect(page.getByRole("log").getByText("Are you there?")).toHaveCount(1);
  expect(await db().message.count({ where: { senderId: mentee.id } })).toBe(1);
});

test("a form on its way takes no more letters, and a gateway that answers for us gives it back", async ({ as }) => {
  const page = await as(await people.mentee());
  await page.goto("/profile");
  const about = page.getByLabel(/^About/);
  await about.fill("Six years in practice.");
  let answer = () => {};
  const isAnswered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/profile", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await isAnswered;
    await route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad Gateway</h1>" });
  });
  await page.getByRole("button", { name: "Save Profile" }).click();
  await expect(about).toHaveAttribute("readonly");
  answer();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("What you typed is still here");
  await expect(about).toHaveValue("Six years in practice.");
  await about.fill("Seven years in practice.");
});

test("a message is shown while it is on its way, and is back in the box when it could not be sent", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await begin(mentee, mentor);
  const page = await as(mentee);
  await page.goto(`/relationships/${id}/messages`);
  const go = await holdSending(page, "**/messages");
  const box = page.getByLabel("Your message");
  await box.fill("Shall we say Tuesday?");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.locator("#on-its-way")).toContainText("Shall we say Tuesday?");
  await expect(box).toHaveValue("");
  go();
  await expect(page.getByRole("log")).toContainText("Shall we say Tuesday?");
  await expect(page.locator("#on-its-way")).toBeHidden();
  await box.fill("x".repeat(10_001));
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "can have up to" })).toBeVisible();
  await expect(box).toHaveValue("x".repeat(10_001));
});
