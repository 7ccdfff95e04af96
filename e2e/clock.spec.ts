import * as proposals from "@/lib/pairing/proposals/commands";
import { readNow } from "@/lib/people/auth/now";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { viewerOf } from "@/testing/people";
import { WORDS } from "@/testing/proposals/examples";
import { expect, people, test } from "./fixtures";

// Moves everybody's clock, and so runs by itself, after all the others.

test("nobody answers: reminders on days 3, 7 and 15, and on day 21 it is withdrawn", async ({ as }) => {
  // Three weeks of everybody's mail are written on the way.
  test.setTimeout(240_000);
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, await readNow());
  expect(sent.ok).toBe(true);
  const [helen, mailbox] = [await as(await people.numbered("100006")), await as(mentor)];

  async function letDaysPass(days: number): Promise<void> {
    await helen.goto("/demo/clock");
    await helen.getByLabel("How many days?").fill(String(days));
    await helen.getByRole("button", { name: "Move the clock forward" }).click();
    await expect(helen.getByRole("status")).toContainText("passed");
  }
  /** Subjects of the mails to somebody, oldest first, as the mailbox shows them. */
  async function subjectsTo(name: string): Promise<string[]> {
    await mailbox.goto(`/demo/mailbox?to=${encodeURIComponent(name)}`);
    return (await mailbox.getByRole("main").getByRole("listitem").getByRole("link").allInnerTexts()).reverse();
  }

  await expect(async () => expect(await subjectsTo(mentor.name)).toHaveLength(1)).toPass();
  await letDaysPass(2);
  expect(await subjectsTo(mentor.name)).toHaveLength(1);
  for (const [days, mails] of [
    [1, 2],
    [3, 2],
    [1, 3],
    [8, 4],
    [5, 4],
  ] as const) {
    await letDaysPass(days);
    expect(await subjectsTo(mentor.name), `after ${days} more days`).toHaveLength(mails);
  }
  expect(await subjectsTo(mentee.name)).toHaveLength(0);
  await letDaysPass(1);
  const subjects = await subjectsTo(mentor.name);
  expect(subjects.slice(4)).toEqual([
    `The proposal from ${mentee.name} has been withdrawn`,
    "Are you still available on Connect?",
  ]);
  expect(await subjectsTo(mentee.name)).toHaveLength(1);

  await mailbox.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await expect(mailbox.locator("main")).toContainText("/mentors");

  const asMentee = await as(mentee);
  await asMentee.goto("/relationships");
  await expect(asMentee.locator("main")).toContainText("Expired without an answer");
  const asMentor = await as(mentor);
  await asMentor.goto(`/relationships/${sent.ok ? sent.value : ""}/details`);
  await asMentor.getByRole("button", { name: "Reopen Request" }).click();
  await asMentor.getByRole("button", { name: "Accept" }).click();
  await expect(asMentor.locator("main")).toContainText(mentee.email);
});
