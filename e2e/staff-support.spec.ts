import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { send } from "@/lib/pairing/conversations/commands";
import { readNow } from "@/lib/people/auth/now";
import { LARGEST_ATTACHMENT, MOST_FILES } from "@/lib/staff/support/request";
import { ATTACHMENT_TOO_LARGE } from "@/lib/staff/support/wording";
import { viewerOf } from "@/testing/people";
import { expect, expectAccessible, people, takenOver, test } from "./fixtures";
import { begin } from "./partners";

// A member asks for help with files that a browser sends, staff answer.

async function picture(name = "what I saw.jpg") {
  const buffer = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#8844cc" } })
    .jpeg()
    .toBuffer();
  return { name, mimeType: "image/jpeg", buffer };
}

const HOSTILE = { name: "proof.pdf", mimeType: "application/pdf", buffer: Buffer.from("<script>alert(1)</script>") };
const PDF = { name: "letter.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 a letter") };

const status = (page: Page) => page.getByRole("status").first();
const region = (page: Page, name: string | RegExp): Locator => page.getByRole("region", { name });

async function find(desk: Page, reference: string): Promise<void> {
  await desk.goto("/admin/support");
  await desk.getByLabel("Or by reference").fill(reference);
  await desk.getByRole("button", { name: "Show" }).click();
}

test("a member asks with a picture and chosen messages, and staff solve it", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const helen = await people.member({ staff: "staff" });
  const id = await begin(mentee, mentor);
  for (const [by, words] of [
    [mentee, "Shall we meet on Monday?"],
    [mentor, "That was no kind answer"],
    [mentee, "Something between us alone"],
  ] as const)
    await send(viewerOf(by), { relationshipId: id, key: crypto.randomUUID(), words }, await readNow());
  const [page, desk] = [await as(mentee), await as(helen)];
  await page.goto(`/relationships/${id}`);
  await page.getByRole("link", { name: "Tell the society" }).click();
  await expect(page.getByRole("radio", { name: "My mentoring relationship" })).toBeChecked();
  await page.getByLabel("In a few words").fill("He is not kind");
  await page.getByLabel("What happened").fill("See the message that I ticked.\nIt happened twice.");
  await page.getByRole("checkbox", { name: /That was no kind answer/ }).check();
  await page.getByLabel("Files (optional)").setInputFiles([await picture(), HOSTILE]);
  await page.getByRole("button", { name: "Send" }).click();

  // A file that is not what it calls itself: nothing is sent, and nothing is lost.
  await expect(page.getByRole("alert").first()).toContainText("“proof.pdf” is neither a JPEG, PNG or WebP picture nor a PDF.");
  await expect(page.getByLabel("What happened")).toHaveValue("See the message that I ticked.\nIt happened twice.");
  await expect(page.getByLabel("In a few words")).toHaveValue("He is not kind");
  await expect(page.getByRole("checkbox", { name: /That was no kind answer/ })).toBeChecked();
  await page.getByLabel("Files (optional)").setInputFiles([await picture(), PDF]);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(status(page)).toContainText("We have your request");
  await expect(page.locator("main")).toContainText("That was no kind answer");
  await expectAccessible(page);
  const reference = /H-[2-9A-Z]{5}/.exec((await page.locator("main").textContent()) ?? "")?.[0] ?? "";
  expect(reference).not.toBe("");
  const address = page.url().replace(/\?.*$/, "");

  await find(desk, reference);
  await desk.getByRole("link", { name: /He is not kind/ }).click();
  await expect(region(desk, /chose to show/)).toContainText("That was no kind answer");
  await expect(desk.locator("main")).not.toContainText("Something between us alone");
  await expect(desk.locator("main ol img")).toHaveJSProperty("complete", true);
  await expectAccessible(desk);
  await desk.getByLabel("Your answer").fill("I have spoken with him.");
  await desk.getByRole("radio", { name: "Mark the request as solved" }).check();
  await desk.getByRole("button", { name: "Send answer" }).click();
  await expect(status(desk)).toContainText("marked as solved");

  await page.goto(address);
  await expect(page.locator("main")).toContainText("I have spoken with him.");
  await expectAccessible(page);
});

test("a file that is too large, and too many of them, are refused before anything is sent", async ({ as }) => {
  const page = await as(await people.mentee());
  await page.goto("/support");
  const files = page.getByLabel("Files (optional)");
  await takenOver(files);
  await page.getByLabel("What happened").fill("It stays white.");
  await files.setInputFiles({ ...PDF, buffer: Buffer.alloc(LARGEST_ATTACHMENT + 1) });
  await expect(page.getByText(ATTACHMENT_TOO_LARGE).first()).toBeVisible();
  await expect(files).toHaveValue("");
  await files.setInputFiles(Array.from({ length: MOST_FILES + 1 }, (_, i) => ({ ...PDF, name: `${i}.pdf` })));
  await expect(page.getByText(`Choose at most ${MOST_FILES} files.`).first()).toBeVisible();
  await expect(files).toHaveValue("");
  await files.setInputFiles(PDF);
  await expect(page.getByText("Choose at most")).toHaveCount(0);
  await expect(page.getByLabel("What happened")).toHaveValue("It stays white.");
});
