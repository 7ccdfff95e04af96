import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { signAnswerLink } from "@/lib/notify/notices/answer-link";
import { readNow } from "@/lib/people/auth/now";
import { answerAll, askOne } from "@/testing/surveys/examples";
import { people } from "../people";
import { given, type Member } from "./given";

// Surveys: staff ask questions of their own, members answer from the mail or in the product, and figures come from five answers on.

const ZONE = "Europe/London";

async function linkTo({ member }: Member, subjectId: string): Promise<string> {
  const until = addDays(await readNow(), 20, ZONE);
  return `/answer/${signAnswerLink({ memberId: member.id, what: "survey", subjectId, round: 1, until }, env().authSecrets)}`;
}

test("a link in a mail only shows; one press answers, the same link again is the same answer, and who reads it is said first", async () => {
  const now = await readNow();
  const { id, mentee, mentor } = await given.partners(addDays(now, -40, ZONE));
  const asking = await askOne(mentee.member.id, "pulse", now, id);
  const [link, reader] = [await linkTo(mentee, asking), given.stranger()];
  await reader.visit(`${link}?answer=4`);
  expect(reader.isTicked("4: Good")).toBe(true);
  const { text } = reader.main;
  expect(text.indexOf("read your answer without your name")).toBeGreaterThan(0);
  expect(text.indexOf("read your answer without your name")).toBeLessThan(text.indexOf("How is your mentoring going?"));
  expect(await db().surveyAnswer.count({ where: { askingId: asking } })).toBe(0);
  await reader.press("Send my answer");
  expect(reader.status).toContain("We have noted your answer");

  await reader.visit(`${link}?answer=1`);
  expect(reader.main.text).toContain("You can change your answer for a day");
  reader.fill(/Is there anything that would help/, "<b>Somebody who answers</b>");
  reader.tick("I would like somebody from the society to contact me");
  await reader.press("Change my answer");
  expect(await db().surveyAnswer.findMany({ where: { askingId: asking } })).toMatchObject([{ score: 1, wantsContact: true }]);
  expect(await given.stranger().visit("/answer/half")).toBe(200);
  expect(await mentor.visit(`/surveys/${asking}`)).toBe(404);
  await mentee.visit(`/surveys/${asking}`);
  expect(mentee.value(/Is there anything that would help/)).toBe("<b>Somebody who answers</b>");

  const staff = await given.staff();
  await staff.visit("/admin?kind=survey-contact");
  expect(staff.text).toContain(`${mentee.name} is not happy with the mentoring, and would like somebody to get in touch.`);
  await staff.visit(`/admin/surveys/answers/${asking}`);
  expect(staff.main.text).toContain("<b>Somebody who answers</b>");
  await staff.follow(`Write to ${mentee.name}`);
  expect(staff.heading).toBe(`Write to ${mentee.name}`);
  await staff.visit("/admin/surveys/pulse");
  expect(staff.main.text).not.toContain("Somebody who answers");
});

test("staff ask their own questions, members answer, and figures come with the fifth", async () => {
  const now = await readNow();
  const [staff, title] = [await given.staff(), `How are we doing? ${randomUUID().slice(0, 8)}`];
  await staff.visit("/admin/surveys");
  await staff.follow("Ask your own questions");
  staff.fill("Title", title);
  await staff.press("Save draft");
  expect(staff.main.text).toContain("Enter the first day");
  expect(staff.value("Title")).toBe(title);
  staff.choose("Who is asked", "Mentees");
  staff.fill("First day", dayOf(addDays(now, 300, ZONE), ZONE));
  staff.fill("Last day", dayOf(addDays(now, 310, ZONE), ZONE));
  await staff.press("Save draft");
  expect(staff.main.text).toContain("Add at least one question first.");
  staff.fill("Question", "Where do you meet?");
  staff.choose("The answer is", "One choice from a list");
  await staff.press("Add question");
  expect(staff.main.text).toContain("Write at least two choices");
  expect(staff.value("Question")).toBe("Where do you meet?");
  staff.fill("Choices", "In the office\nOnline");
  await staff.press("Add question");
  expect(staff.main.text).toContain("In the office, Online");
  const id = staff.path.split("/").at(-1) ?? "";
  await staff.press("Open the survey");
  expect(staff.status).toContain("The survey is open");
  expect(staff.main.text).toContain("Fewer than five answers have been counted here so far");

  const answerers = [];
  for (let i = 0; i < 5; i++) answerers.push((await people.member({ isMentee: true })).id);
  await answerAll(answerers.slice(0, 4), id, { answer1: "1" }, addDays(now, -3, ZONE));
  await staff.visit(`/admin/surveys/${id}`);
  expect(staff.main.text).toContain("Fewer than five answers");
  const last = await given.mentee();
  const asking = await askOne(last.member.id, id, now);
  await last.visit("/");
  await last.follow(new RegExp(`The society would like to hear from you: ${title.replace("?", "\\?")}`));
  await last.press("Send my answer");
  expect(last.alert).toContain("Answer at least one question.");
  last.tick("Online");
  await last.press("Send my answer");
  expect(last.status).toContain("We have noted your answer");
  await db().surveyAnswer.update({ where: { askingId: asking }, data: { answeredAt: addDays(now, -2, ZONE) } });
  await answerAll([], id, {}, now);
  await staff.visit(`/admin/surveys/${id}`);
  expect(staff.main.text).toContain("5 answers counted.");
  expect(staff.part("table", "Answers to: Where do you meet?").text).toMatch(/In the office\s*4\s*80\s%/);
  await staff.visit(`/admin/surveys/${id}?role=mentor`);
  expect(staff.main.text).toContain("Fewer than five answers");
  await last.visit(`/surveys/${asking}`);
  expect(last.main.text).toContain("can no longer be changed");
  const file = await (await staff.get(`/admin/download/survey-figures?survey=${id}`)).text();
  expect(file).toContain("In the office");

  await staff.visit(`/admin/surveys/${id}`);
  await staff.press("Close the survey");
  expect(staff.status).toContain("The survey is closed");
});
