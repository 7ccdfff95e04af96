import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { expect, expectAccessible, people, test } from "./fixtures";
import { begin } from "./partners";

// What two partners sign, from the first word to the printed page.

async function sign(page: Page, name: string): Promise<void> {
  await page.getByLabel("Type your name").fill(name);
  await page.getByRole("button", { name: "Sign", exact: true }).click();
}

test("both sign by typing their names; then it is printable, and a PDF", async ({ as }) => {
  const surname = String(Date.now());
  const mentee = await people.mentee({}, { name: `Łucja Żółć ${surname}` });
  const mentor = await people.mentor({}, { name: `Seán O’Connor <b>${surname}</b>` });
  const id = await begin(mentee, mentor);
  const [page, partner] = [await as(mentee), await as(mentor)];

  await page.goto("/relationships");
  await page.getByText("Tools").click();
  await page.getByRole("link", { name: "Contract" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Contract");
  const paper = page.getByRole("article", { name: /contract/i });
  await expect(paper).toContainText(mentor.name);
  for (const clause of ["What it is for", "What stays between us", "Ending early", "If something goes wrong"]) {
    await expect(paper.getByRole("heading", { name: clause })).toBeVisible();
  }
  await expect(page.locator("main")).toContainText(`Only you and ${mentor.name} can read this.`);

  await sign(page, mentor.name);
  await expect(page.getByRole("alert").first()).toContainText(`Type your full name as we know it: ${mentee.name}`);
  await sign(page, `lucja zolc ${surname}`);
  await expect(page.getByRole("status")).toContainText("You have signed. We have told your partner");
  await expect(page.getByRole("button", { name: "Sign", exact: true })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /PDF/ })).toHaveCount(0);
  expect((await page.goto(`/relationships/${id}/contract/1`))?.status()).toBe(404);

  await partner.goto("/notifications");
  await partner.getByRole("button", { name: /has signed the contract between you/ }).click();
  await expect(partner).toHaveURL(`/relationships/${id}/contract?as=mentor`);
  await expect(partner.locator("main")).toContainText(`${mentee.name} has signed. Now it is your turn.`);
  await expect(partner.getByRole("article", { name: /contract/i })).toContainText(`lucja zolc ${surname}`);
  await expectAccessible(partner);
  await sign(partner, mentor.name);
  await expect(partner.getByRole("status")).toContainText("the contract is complete");

  await page.goto("/notifications");
  await expect(page.locator("main")).toContainText(`${mentor.name} has signed too: your contract is complete.`);

  await partner.getByRole("link", { name: "Print version" }).click();
  await expect(partner.getByRole("heading", { level: 1 })).toHaveText("Mentoring contract");
  await partner.emulateMedia({ media: "print" });
  await expect(partner.getByRole("link", { name: "Download as PDF" })).toBeHidden();
  await expect(partner.getByRole("link", { name: "Edit Account" })).toBeHidden();
  await expect(partner.getByRole("navigation").first()).toBeHidden();
  await expect(partner.getByRole("article", { name: /contract/i })).toContainText(`lucja zolc ${surname}`);
  await partner.emulateMedia({ media: "screen" });

  const downloading = partner.waitForEvent("download");
  await partner.getByRole("link", { name: "Download as PDF" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("mentoring-contract-1.pdf");
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(await download.path())));
  const { text } = await extractText(pdf, { mergePages: true });
  // Where two letters stand far apart, the reader of the file takes it for a space.
  const closeUp = (words: string) => words.replace(/\s+/g, "");
  expect((await getMeta(pdf)).info).toMatchObject({ Title: "Mentoring contract", Language: "en-GB" });
  for (const name of [mentee.name, mentor.name, `Signed by lucja zolc ${surname} (mentee)`])
    expect(closeUp(text)).toContain(closeUp(name));
});
