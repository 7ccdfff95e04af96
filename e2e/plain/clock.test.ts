import { expect, test } from "vitest";
import { readNow } from "@/lib/people/auth/now";
import { propose } from "../partners";
import { people } from "../people";
import { given, signIn } from "./given";
import { textOf } from "./page";

// Moves everybody's clock, and so runs by itself, after all the others.

test("nobody answers: reminders on days 3, 7 and 15, and on day 21 it is withdrawn", async () => {
  const [mentee, mentor, reader] = [await given.mentee(), await given.mentor(), given.stranger()];
  const id = await propose(mentee.member, mentor.member, await readNow());
  const helen = await signIn(await people.numbered("100006"));

  async function letDaysPass(days: number): Promise<void> {
    await helen.visit("/demo/clock");
    helen.fill("How many days?", String(days));
    await helen.press("Move the clock forward");
    expect(helen.status).toContain("passed");
  }
  /** Subjects of the mails to somebody, oldest first, as the mailbox shows them. */
  async function subjectsTo(name: string): Promise<string[]> {
    await reader.visit(`/demo/mailbox?to=${encodeURIComponent(name)}`);
    return reader.main
      .select("li a")
      .map((link) => textOf(link))
      .reverse();
  }

  await expect.poll(() => subjectsTo(mentor.name), { timeout: 30_000, interval: 100 }).toHaveLength(1);
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

  await reader.visit((reader.main.select("li a")[0] as HTMLAnchorElement).href);
  expect(reader.main.text).toContain("/mentors");

  await mentee.visit("/relationships");
  expect(mentee.main.text).toContain("Expired without an answer");
  await mentor.visit(`/relationships/${id}/details`);
  await mentor.press("Reopen Request");
  await mentor.press("Accept");
  expect(mentor.main.text).toContain(mentee.email);
});
