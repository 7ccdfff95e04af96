import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { db } from "@/lib/foundation/db/client";
import { ERASED_WORDS } from "@/lib/foundation/wording";
import { erase } from "@/lib/pairing/leaving/commands";
import { readNow } from "@/lib/people/auth/now";
import { viewerOf } from "@/testing/people";
import { WORDS } from "@/testing/proposals/examples";
import { expect, expectAccessible, people, test } from "./fixtures";
import { begin } from "./partners";

// What is known about oneself, as one file; and what partners see of somebody who had it all erased.

async function download(page: Page): Promise<{ name: string; files: Record<string, string> }> {
  const begun = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download my data" }).click();
  const file = await begun;
  const zip = unzipSync(await readFile(await file.path()));
  const files = Object.fromEntries(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)]));
  return { name: file.suggestedFilename(), files };
}

test("a member downloads everything about them, and it is theirs", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee({ about: "Curious about everything." }), await people.mentor()];
  await begin(mentee, mentor);
  const page = await as(mentee);
  await page.goto("/");
  await page.getByRole("link", { name: "Edit Account" }).click();
  await expect(page.getByRole("heading", { name: "Your data" })).toBeVisible();
  const { name, files } = await download(page);
  expect(name).toMatch(new RegExp(`^my-data-${mentee.number}-\\d{4}-\\d\\d-\\d\\d\\.zip$`));
  expect(files["README.txt"]).toContain("proposals.json");
  expect(JSON.parse(files["account.json"] ?? "")).toMatchObject({ Name: mentee.name, "E-mail": mentee.email });
  expect(JSON.parse(files["profile-as-mentee.json"] ?? "")).toMatchObject({ About: "Curious about everything." });
  const [proposal] = JSON.parse(files["proposals.json"] ?? "");
  expect(proposal).toMatchObject({ Mentor: mentor.name, Status: "accepted", Texts: [{ Objectives: WORDS.objectives }] });
  expect(JSON.stringify(files)).not.toContain(mentor.email);
  expect(await db().auditEvent.count({ where: { subjectId: mentee.id, fact: "data-downloaded" } })).toBe(1);
});

test("who is signed out is sent to sign in, and nobody keeps a copy on the way", async ({ as, page }) => {
  await page.goto("/account/download");
  await expect(page).toHaveURL(/\/sign-in(\?|$)/);
  const member = await as(await people.mentee());
  const answer = await member.request.get("/account/download");
  expect(answer.headers()).toMatchObject({
    "content-type": "application/zip",
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
});

test("who deleted their account and signs in again may still take their data along", async ({ as }) => {
  const member = await people.member({ status: "deleted", isMentee: true });
  const page = await as(member);
  await page.goto("/come-back");
  const { files } = await download(page);
  expect(JSON.parse(files["account.json"] ?? "")).toMatchObject({ Name: member.name, Account: "deleted" });
});

test("to their partners somebody erased is a former member, whose words are gone and whose cookie is worth nothing", async ({
  as,
}) => {
  const [mentee, mentor, staff] = [await people.mentee(), await people.mentor(), await people.member({ staff: "admin" })];
  const id = await begin(mentee, mentor);
  const [page, gone] = [await as(mentor), await as(mentee)];
  expect((await erase(mentee.id, viewerOf(staff), await readNow())).ok).toBe(true);
  await gone.goto("/account");
  await expect(gone).toHaveURL(/\/sign-in(\?|$)/);
  await gone.goto("/account/download");
  await expect(gone).toHaveURL(/\/sign-in(\?|$)/);
  await page.goto("/relationships");
  await expect(page.getByRole("link", { name: "A former member", exact: true })).toBeVisible();
  for (const path of ["/", "/relationships", `/relationships/${id}`, `/relationships/${id}/details`, "/notifications"]) {
    expect((await page.goto(path))?.status(), path).toBe(200);
    await expect(page.locator("main"), path).not.toContainText(mentee.name);
    await expectAccessible(page);
  }
  await expect(page.locator("main")).toContainText(/A former member is no longer on Connect/);
  await page.goto(`/relationships/${id}/details`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Proposal from a former member");
  await expect(page.locator("main")).toContainText(ERASED_WORDS);
});
