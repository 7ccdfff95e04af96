import { expect, test } from "vitest";
import { readNow } from "@/lib/people/auth/now";
import { propose } from "../partners";
import { people } from "../people";
import { given, openMail, signIn, subjectsTo } from "./given";

// Moves everybody's clock, or changes what everybody is told, and so runs by itself, after all the others.

test("nobody answers: reminders on days 3, 7 and 15, and on day 21 it is withdrawn", async () => {
  const [mentee, mentor, reader] = [await given.mentee(), await given.mentor(), given.stranger()];
  const id = await propose(mentee.member, mentor.member, await readNow());
  const helen = await signIn(await people.numbered("100006"));

  const letDaysPass = (days: number) => moveClock(helen, days);
  await expect.poll(() => subjectsTo(reader, mentor.name), { timeout: 30_000, interval: 100 }).toHaveLength(1);
  await letDaysPass(2);
  expect(await subjectsTo(reader, mentor.name)).toHaveLength(1);
  for (const [days, mails] of [
    [1, 2],
    [3, 2],
    [1, 3],
    [8, 4],
    [5, 4],
  ] as const) {
    await letDaysPass(days);
    expect(await subjectsTo(reader, mentor.name), `after ${days} more days`).toHaveLength(mails);
  }
  expect(await subjectsTo(reader, mentee.name)).toHaveLength(0);
  await letDaysPass(1);
  const subjects = await subjectsTo(reader, mentor.name);
  expect(subjects.slice(4)).toEqual([
    `The proposal from ${mentee.name} has been withdrawn`,
    "Are you still available on Connect?",
  ]);
  expect(await subjectsTo(reader, mentee.name)).toHaveLength(1);

  await reader.visit((reader.main.select("li a")[0] as HTMLAnchorElement).href);
  expect(reader.main.text).toContain("/mentors");

  await mentee.visit("/relationships");
  expect(mentee.main.text).toContain("Expired without an answer");
  await mentor.visit(`/relationships/${id}/details`);
  await mentor.press("Reopen Request");
  await mentor.press("Accept");
  expect(mentor.main.text).toContain(mentee.email);
});

test("an administrator turns on the pulse: both are asked on day 30 and reminded once, and the mail is answered without signing in", async () => {
  const { id, mentee, mentor } = await given.partners(await readNow());
  const [helen, reader] = [await signIn(await people.numbered("100006")), given.stranger()];
  await helen.visit("/admin/settings/surveys");
  helen.tick("While a relationship lasts");
  helen.fill("First on day", "3");
  await helen.press("Save");
  expect(helen.alert).toContain("Enter a whole number from 7 to 364");
  expect(helen.isTicked("While a relationship lasts")).toBe(true);
  helen.fill("First on day", "30");
  await helen.press("Save");
  expect(helen.text).toContain("Members are asked how their mentoring goes: from day 30 and every 60 days.");
  await moveClock(helen, 29);
  const asked = `How is your mentoring with ${mentor.name} going?`;
  expect(await subjectsTo(reader, mentee.name)).not.toContain(asked);
  await moveClock(helen, 1);
  await openMail(reader, mentee.name, new RegExp(`How is your mentoring with ${mentor.name} going`));
  const [, link] = /(\/answer\/[^?\s]+\?answer=4)/.exec(reader.main.text) ?? [];
  await reader.visit(link ?? "");
  expect(reader.isTicked("4: Good")).toBe(true);
  expect(reader.main.text.indexOf("Staff of")).toBeLessThan(reader.main.text.indexOf("How is your mentoring going?"));
  await reader.press("Send my answer");
  expect(reader.status).toContain("We have noted your answer");
  await moveClock(helen, 7);
  expect(await subjectsTo(reader, mentor.name)).toContain("Connect: you can still answer “How is it going?”");
  expect(await subjectsTo(reader, mentee.name)).not.toContain("Connect: you can still answer “How is it going?”");
  await mentor.visit("/");
  await mentor.follow(new RegExp(`How is your mentoring with ${mentee.name} going`));
  expect(mentor.main.text).toContain(`It is about your mentoring with ${mentee.name}.`);
  expect(id).not.toBe("");
});

async function moveClock(helen: Awaited<ReturnType<typeof signIn>>, days: number): Promise<void> {
  await helen.visit("/demo/clock");
  helen.fill("How many days?", String(days));
  await helen.press("Move the clock forward");
  expect(helen.status).toContain("passed");
}
