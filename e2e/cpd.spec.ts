import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";
import { addDays, dayOf } from "@/lib/foundation/dates";
import { readNow } from "@/lib/people/auth/now";
import { expect, people, test } from "./fixtures";
import { begin } from "./partners";

// A member's own record of professional development.

async function dayIn(days: number): Promise<string> {
  return dayOf(addDays(await readNow(), days, "Europe/London"), "Europe/London");
}

async function download(page: Page, name: string): Promise<Download> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name }).click();
  return downloading;
}

const readText = async (file: Download) => readFile(await file.path(), "utf8");

test("after a meeting a member writes, and the year adds up, on the page and in files", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  await begin(mentee, mentor);
  const page = await as(mentee);
  await page.goto("/relationships");
  await page.getByRole("link", { name: "CPD record" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("CPD record");
  await expect(page.locator("main")).toContainText("Structured CPD is what serves the learning objectives");

  await page.getByRole("link", { name: "Write a reflection" }).click();
  await expect(page.locator("main")).toContainText("Only you can read this.");
  await page.getByLabel("Day").fill(await dayIn(3));
  await page.getByLabel("How long").fill("an hour");
  await page.getByRole("textbox", { name: "What was done" }).fill("=SUM(1)\nWe talked about asking.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Enter the minutes as a number from 1 to 1440.");
  await expect(page.getByRole("alert").first()).toContainText("Choose how you count it.");
  await expect(page.getByRole("textbox", { name: "What was done" })).toHaveValue("=SUM(1)\nWe talked about asking.");
  await page.getByLabel("How long").fill("90");
  await page.getByRole("radio", { name: /^Structured/ }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Choose today or an earlier day");
  await page.getByLabel("Day").fill(await dayIn(0));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toContainText("Your reflection is saved. Only you can read it.");
  await expect(page.locator("main")).toContainText("1 reflection, 1 hour 30 minutes in all (90 minutes)");
  await expect(page.locator("main")).toContainText(`with ${mentor.name}`);

  await page.getByRole("link", { name: "Write a reflection" }).click();
  await page.getByRole("link", { name: "Write freely in one box instead" }).click();
  await page.getByLabel("How long").fill("30");
  await page.getByRole("textbox", { name: "Your reflection" }).fill("It all came together. Ľúbim to.");
  await page.getByRole("radio", { name: /^Unstructured/ }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("main")).toContainText(
    "2 reflections, 2 hours in all (120 minutes): 1 hour 30 minutes structured, 30 minutes unstructured.",
  );

  const csv = await readText(await download(page, "Download as CSV"));
  expect(csv).toContain(`"'=SUM(1)\nWe talked about asking."`);
  expect(csv).not.toContain(mentor.name);
  await page.getByRole("checkbox", { name: "Include my partners’ names" }).check();
  expect(await readText(await download(page, "Download as CSV"))).toContain(mentor.name);
  const file = await download(page, "Download as PDF");
  expect(file.suggestedFilename()).toMatch(/^cpd-record-\d{4}\.pdf$/);
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(await file.path())));
  const { text } = await extractText(pdf, { mergePages: true });
  // Where two letters stand far apart, the reader of the file takes it for a space.
  const closeUp = (words: string) => words.replace(/\s+/g, "");
  for (const words of ["120 minutes", "It all came together. Ľúbim to.", mentor.name])
    expect(closeUp(text)).toContain(closeUp(words));
});

test("a reflection is changed and, when that is confirmed, deleted, by its writer alone", async ({ as }) => {
  const [mentee, other] = [await people.mentee(), await people.mentee()];
  const [page, outsider] = [await as(mentee), await as(other)];
  await page.goto(`/cpd/new?form=free&minutes=45&on=${await dayIn(-1)}`);
  await expect(page.getByLabel("How long")).toHaveValue("45");
  await page.getByRole("textbox", { name: "Your reflection" }).fill("A first thought.");
  await page.getByRole("radio", { name: /^Unstructured/ }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: /^Change/ }).click();
  const address = page.url();
  await page.getByRole("textbox", { name: "Your reflection" }).fill("A second thought.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("main")).toContainText("A second thought.");
  for (const path of [address, `${address}/delete`]) expect((await outsider.goto(path))?.status()).toBe(404);

  await page.goto(address);
  await page.getByRole("link", { name: "Delete" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Delete this reflection?");
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("status")).toContainText("Your reflection is deleted.");
  await expect(page.getByText("A second thought.")).toHaveCount(0);
  expect((await page.goto(address))?.status()).toBe(404);
});
