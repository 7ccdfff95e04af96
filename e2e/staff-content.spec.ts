import type { Page } from "@playwright/test";
import { expect, expectAccessible, people, test } from "./fixtures";

// What staff write and members read.

const HOSTILE = `Tags <script>document.title = "stolen"</script> are words.

[A trap](javascript:alert(1)) and ![a picture](https://evil.example/x.png)

Dear {{mentr}}`;

async function fill(page: Page, boxes: Record<string, string>): Promise<void> {
  for (const [name, words] of Object.entries(boxes)) await page.getByLabel(name, { exact: true }).fill(words);
}

const BODY = "Article, or transcript of the film";

/** An article for mentors, published; its title has a word that nobody else's has. */
async function publishArticle(page: Page, title: string): Promise<void> {
  await page.goto("/admin/content/resources/new");
  await fill(page, { Title: title, Summary: "How to ask.", [BODY]: "Ask {{aMentee}}." });
  await page.getByLabel("For whom").selectOption("mentors");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("status").first()).toContainText("Published.");
}

const ownTitle = async () => `Asking ${(await people.member()).number}`;

test("an article is looked at, put right, published and read", async ({ as }) => {
  const [page, mentor] = [await as(await people.member({ staff: "staff" })), await as(await people.mentor())];
  const title = await ownTitle();
  await page.goto("/admin/content");
  await page.getByRole("link", { name: "Write a resource" }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Enter a title.");
  await fill(page, { Title: title, Summary: "For every {{mentor}}.", [BODY]: HOSTILE });
  await page.getByLabel("For whom").selectOption("mentors");
  await page.getByRole("button", { name: "Preview" }).click();
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview).toContainText('Tags <script>document.title = "stolen"</script> are words.');
  await expect(preview).toContainText("A trap and a picture");
  await expect(preview).toContainText("For every mentor.");
  await expect(preview.locator("a, img, script")).toHaveCount(0);
  for (const words of [
    "HTML is shown as plain text",
    "Nobody can be led",
    "Pictures are not shown",
    "{{mentr}} is no placeholder",
  ]) {
    await expect(page.getByRole("alert").first()).toContainText(words);
  }
  await expectAccessible(page);
  await expect(page.getByLabel(BODY)).toHaveValue(HOSTILE);
  await page.getByRole("button", { name: "Publish" }).click();
  // The answer is there once the preview is not: it says the same of the text.
  await expect(preview).toHaveCount(0);
  await expect(page.getByRole("alert").first()).toContainText("{{mentr}} is no placeholder");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByRole("status").first()).toContainText("Saved as a draft.");
  await expect(page.locator("main")).toContainText("Draft, visible to staff only");
  await expectAccessible(page);
  const { pathname } = new URL(page.url());
  const address = pathname.replace("/admin/content", "");

  await fill(page, { [BODY]: "## Begin\n\nAsk {{aMentee}} how it *really* is. [More](/faq)" });
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(preview.getByRole("heading", { name: "Begin" })).toBeVisible();
  await expect(page.locator("main").getByRole("alert")).toHaveCount(0);
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("status").first()).toContainText("Published.");

  await mentor.goto(address);
  await expect(mentor.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(mentor.locator("main")).toContainText("Ask a mentee how it really is.");
});

test("two who write at once lose nothing", async ({ as }) => {
  const [helen, owen] = [await people.member({ staff: "staff" }), await people.member({ staff: "staff" })];
  const [hers, his] = [await as(helen), await as(owen)];
  await publishArticle(hers, await ownTitle());
  const address = new URL(hers.url()).pathname;
  for (const page of [hers, his]) await page.goto(address);
  await fill(hers, { [BODY]: "Hers." });
  await hers.getByRole("button", { name: "Publish" }).click();
  await expect(hers.getByRole("status").first()).toContainText("Published.");
  await fill(his, { [BODY]: "His." });
  await his.getByRole("button", { name: "Publish" }).click();
  await expect(his.getByRole("alert").first()).toContainText(`${helen.name} saved changes while you were writing.`);
  await expect(his.getByLabel(BODY, { exact: true })).toHaveValue("His.");
  await expect(his.getByRole("blockquote")).toHaveText("Hers.");
  await expectAccessible(his);
  await fill(his, { [BODY]: "Hers, and his." });
  await his.getByRole("button", { name: "Publish" }).click();
  await expect(his.getByRole("status").first()).toContainText("Published.");
});
