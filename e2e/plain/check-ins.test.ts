import { expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { type Answerable, signAnswerLink } from "@/lib/notify/notices/answer-link";
import { readNow } from "@/lib/people/auth/now";
import { askHowItGoes } from "../check-ins";
import { given, type Member, openMail, sweepNow } from "./given";

// What two partners are asked while they have not met, and a mentor who has not replied: from a mail without signing in, and in the product.

const ZONE = "Europe/London";

/** Two who began some days ago and have been asked. */
async function asked(daysAgo = 5) {
  const now = await readNow();
  const two = await given.partners(addDays(now, -daysAgo, ZONE));
  await askHowItGoes(two.id, now);
  return { ...two, now };
}

async function linkTo(what: Answerable, { member }: Member, subjectId: string, round = 1): Promise<string> {
  const until = addDays(await readNow(), 20, ZONE);
  const token = signAnswerLink({ memberId: member.id, what, subjectId, round, until }, env().authSecrets);
  return `${what === "met" ? "/met" : "/answer"}/${token}`;
}

const caseOf = (id: string) => db().checkIn.findUniqueOrThrow({ where: { relationshipId: id } });

test("a link in a mail only shows; one press answers, signed in or not, and the partner is asked kindly", async () => {
  const { id, mentee, mentor } = await asked();
  const reader = given.stranger();
  const link = await linkTo("met", mentee, id);
  expect(await reader.visit(`${link}?answer=no-reply`)).toBe(200);
  expect(reader.heading).toBe(`Have you and ${mentor.name} met?`);
  expect((await caseOf(id)).menteeAnswer).toBeNull();
  for (const label of ["We have met", "We have a date", "It is not going ahead"]) expect(reader.has("link", label)).toBe(true);
  await reader.press("No reply from my partner");
  expect(reader.status).toContain("We have noted your answer");
  expect(reader.main.text).toContain(`We have written to ${mentor.name}`);
  expect((await caseOf(id)).waiting).toBe("mentee");

  await mentor.visit("/");
  expect(mentor.text).toContain("One thing is waiting for you.");
  const question = mentor.part("region", `Have you and ${mentee.name} met?`);
  expect(question.text).toContain(`${mentee.name} is hoping to hear from you.`);
  await question.press("We have a date");
  expect(mentor.path).toBe(`/relationships/${id}`);
  expect(mentor.status).toContain("We have noted your answer");
  expect(mentor.has("region", `Have you and ${mentee.name} met?`)).toBe(false);
  await mentee.visit("/notifications");
  expect(mentee.text).toContain(`${mentor.name} has answered, and says that you have a date.`);
});

test("who says that they have met has held the first conversation", async () => {
  const { id, mentee, mentor } = await asked();
  await mentee.visit(`/relationships/${id}`);
  await mentee.part("region", `Have you and ${mentor.name} met?`).press("We have met");
  expect(mentee.has("heading", "Hold your first conversation")).toBe(false);
  await mentor.visit("/");
  expect(mentor.has("region", `Have you and ${mentee.name} met?`)).toBe(false);
});

test("the end says what it does before it does it, and the link then has nothing left to ask", async () => {
  const { id, mentee, mentor } = await asked();
  const reader = given.stranger();
  const link = await linkTo("met", mentee, id);
  await reader.visit(`${link}?answer=not-going`);
  expect(reader.main.text).toContain("This ends your relationship. Nobody is to blame");
  await reader.press("It is not going ahead");
  expect(reader.main.text).toContain(`Your relationship has ended, and we have told ${mentor.name}.`);
  await mentor.visit(`/relationships/${id}`);
  expect(mentor.text).toContain(`${mentee.name} ended this relationship.`);
  await reader.visit(`${link}?answer=met`);
  expect(reader.has("button", "We have met")).toBe(false);
});

test("a link that is cut off, too old, somebody else's or an earlier question's does nothing", async () => {
  const { id, mentee } = await asked();
  const [reader, other] = [given.stranger(), await given.mentee()];
  for (const path of [
    "/met/half",
    "/answer/half",
    await linkTo("met", other, id),
    await linkTo("available", mentee, mentee.member.id),
  ]) {
    expect(await reader.visit(`${path}?answer=met`), path).toBe(200);
    expect(reader.heading).toBe("This link does not work");
  }
  await db().checkIn.update({ where: { relationshipId: id }, data: { round: 2 } });
  await reader.visit(`${await linkTo("met", mentee, id)}?answer=met`);
  expect(reader.main.text).toContain("This question is no longer open.");
  expect(reader.has("button", "We have met")).toBe(false);
});

test("a pause: one suggests it, the other agrees, and either carries on", async () => {
  const { id, mentee, mentor, now } = await asked();
  await mentee.visit(`/relationships/${id}`);
  await mentee.part("region", "Pause").press("Suggest a pause");
  expect(mentee.text).toContain("Enter a day");
  mentee.fill("Carry on again from", dayOf(addDays(now, 60, ZONE), ZONE));
  await mentee.press("Suggest a pause");
  expect(mentee.status).toContain("You both have to agree");
  await mentor.visit(`/relationships/${id}`);
  await mentor.press("Agree to the pause");
  expect(mentor.status).toContain("Your mentoring is paused");
  expect(mentor.has("region", `Have you and ${mentee.name} met?`)).toBe(false);
  await mentee.visit(`/relationships/${id}`);
  await mentee.press("Carry on now");
  expect(mentee.status).toContain("there is no pause");
});

test("a pause whose day has come: both are told once, and can suggest another", async () => {
  const { id, mentee, mentor, now } = await asked();
  // As both agreed on it a while ago, until a moment ago.
  const until = addDays(now, -1, ZONE);
  await db().checkIn.update({
    where: { relationshipId: id },
    data: { pausedUntil: until, countsFrom: until, dueAt: until, version: { increment: 1 } },
    select: { round: true },
  });
  await sweepNow();
  await sweepNow();
  for (const [one, other] of [
    [mentee, mentor],
    [mentor, mentee],
  ] as const) {
    await one.visit("/notifications");
    const said = `The pause of your mentoring with ${other.name} is over`;
    expect(one.main.text.split(said)).toHaveLength(2);
    await openMail(one, one.name, new RegExp(`Your pause with ${other.name} is over`));
    expect(one.main.text).toMatch(/you can\s+suggest\s+another\s+pause/);
    await one.visit(`/relationships/${id}`);
    expect(one.part("region", "Pause").has("button", "Suggest a pause")).toBe(true);
  }
});

test("a mentor says whether they are still available, from the mail and on Home", async () => {
  const mentor = await given.mentor();
  const ask = (round: number) =>
    db().availabilityCheck.update({
      where: { memberId: mentor.member.id },
      data: { round, askedAt: new Date(), answeredAt: null },
      select: { round: true },
    });
  await ask(1);
  const reader = given.stranger();
  const link = await linkTo("available", mentor, mentor.member.id);
  await reader.visit(`${link}?answer=pause`);
  await reader.press("Pause until a day");
  expect(reader.main.text).toContain("Enter the day from which you are available again");
  reader.fill("Available again from", dayOf(addDays(await readNow(), 30, ZONE), ZONE));
  await reader.press("Pause until a day");
  expect(reader.status).toContain("cannot find you for now");
  await mentor.visit("/");
  expect(mentor.text).toContain("You are currently unavailable");
  await reader.visit(`${link}?answer=yes`);
  await reader.press("Yes, I am available");
  expect(reader.status).toContain("can find you");

  await ask(2);
  await mentor.visit("/");
  await mentor.part("region", "Are you still available?").press("Yes, I am available");
  expect(mentor.has("region", "Are you still available?")).toBe(false);
});
