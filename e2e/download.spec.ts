import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { expect, people, test } from "./fixtures";

// What is known about oneself, as one file: a link that no script follows.

test("a member downloads everything about them, and stays where they are", async ({ as }) => {
  const mentee = await people.mentee();
  const page = await as(mentee);
  await page.goto("/");
  await page.getByRole("link", { name: "Edit Account" }).click();
  await expect(page.getByRole("heading", { name: "Your data" })).toBeVisible();
  const begun = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download my data" }).click();
  const file = await begun;
  expect(file.suggestedFilename()).toMatch(new RegExp(`^my-data-${mentee.number}-\\d{4}-\\d\\d-\\d\\d\\.zip$`));
  const { "account.json": account } = unzipSync(await readFile(await file.path()));
  expect(JSON.parse(strFromU8(account ?? new Uint8Array()))).toMatchObject({ Name: mentee.name, "E-mail": mentee.email });
  await expect(page.getByRole("heading", { name: "Your data" })).toBeVisible();
});
