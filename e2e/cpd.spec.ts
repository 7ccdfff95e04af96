import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { expect, people, test } from "./fixtures";
import { begin } from "./partners";

// A member's own record of professional development.

async function download(page: Page, name: string): Promise<Download> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name }).click();
  return downloading;
}

const readText = async (file: Download) => readFile(await file.path(), "utf8");

test("a reflection that lacks something keeps its words, and the record is taken away as files", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  await begin(mentee, mentor);
  const page = await as(mentee);
  await page.goto("/cpd/new");
  await page.getByLabel("How long").fill("an hour");
  await page.getByRole("textbox", { name: "What was done" }).fill("=SUM(1)\nWe talked about asking.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Enter the minutes as a number from 1 to 1440.");
  await expect(page.getByRole("alert").first()).toContainText("Choose how you count it.");
  await expect(page.getByRole("textbox", { name: "What was done" })).toHaveValue("=SUM(1)\nWe talked about asking.");
  await page.getByLabel("How long").fill("90");
  await page.getByRole("radio", { name: /^Structured/ }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toContainText("Your reflection is saved. Only you can read it.");

  expect(await readText(await download(page, "Download as CSV"))).not.toContain(mentor.name);
  await page.getByRole("checkbox", { name: "Include my partners’ names" }).check();
  expect(await readText(await download(page, "Download as CSV"))).toContain(mentor.name);
  expect((await download(page, "Download as PDF")).suggestedFilename()).toMatch(/^cpd-record-\d{4}\.pdf$/);
});
