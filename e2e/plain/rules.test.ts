import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { insertQuestion } from "@/testing/profile-questions";
import { given } from "./given";

// Rules of matching. They hold for everybody here, so what they compare are questions that nobody else has answered.

const [HARBOUR, MOORED] = ["Which harbour do you sail from?", "Where are you moored?"];

afterAll(async () => {
  await db().matchingRule.deleteMany({ where: { menteeFact: { startsWith: "question:" } } });
  await db().profileQuestion.updateMany({
    where: { question: { in: [HARBOUR, MOORED] } },
    data: { retiredAt: new Date("2026-01-01T00:00:00Z") },
  });
});

test("staff add a rule, which keeps two people apart in the search and on the mentor’s page, and retire it", async () => {
  const [theirs, its] = [
    await insertQuestion({ role: "mentee", question: HARBOUR, readers: "staff" }),
    await insertQuestion({ role: "mentor", question: MOORED, readers: "staff" }),
  ];
  const [mentee, mentor, staff] = [await given.mentee(), await given.mentor(), await given.staff()];
  const answeredAt = new Date();
  await db().profileAnswer.createMany({
    data: [
      { memberId: mentee.member.id, questionId: theirs, answer: "Port Isaac", answeredAt },
      { memberId: mentor.member.id, questionId: its, answer: "PORT-ISAAC", answeredAt },
    ],
  });
  const find = `/mentors?q=${encodeURIComponent(mentor.name)}`;
  await mentee.visit(find);
  expect(mentee.has("link", mentor.name)).toBe(true);

  await staff.visit("/admin/programmes");
  await staff.follow("Rules of matching");
  await staff.follow("Add a rule");
  staff.choose("About the mentee", `Answer: ${HARBOUR}`);
  staff.choose("About the mentor", "Sector");
  staff.tick("It must never be the same");
  await staff.press("Add rule");
  expect(staff.alert).toContain("These two cannot be compared.");
  expect(staff.value("About the mentee")).toContain(HARBOUR);
  staff.choose("About the mentor", `Answer: ${MOORED}`);
  await staff.press("Add rule");
  expect(staff.status).toContain("The rule is saved, and holds from now on.");
  const said = `Never where the mentee’s answer to “${HARBOUR}” is the same as the mentor’s answer to “${MOORED}”.`;
  expect(staff.main.text).toContain(said);
  expect(staff.main.text).toMatch(/Known of 1 of [\d,]+ mentees and 1 of [\d,]+ mentors\. The rule ignores the others\./);

  await mentee.visit(find);
  expect(mentee.has("link", mentor.name)).toBe(false);
  await mentee.visit("/profile");
  expect(mentee.main.text).toContain("The society’s rules of matching use your answer too.");
  await mentee.visit(`/mentors/${mentor.member.id}`);
  expect(mentee.main.text).toContain("You cannot send this mentor a proposal.");
  expect(mentee.has("link", "Send proposal")).toBe(false);
  expect(mentee.has("link", "Ask a question")).toBe(false);
  expect(mentee.main.text).not.toContain("Port");

  await staff.press(`Retire : ${said}`);
  expect(staff.status).toContain("Retired.");
  await mentee.visit(`/mentors/${mentor.member.id}`);
  expect(mentee.has("link", "Send proposal")).toBe(true);
  await staff.press(`Delete : ${said}`);
  expect(staff.main.text).not.toContain(HARBOUR);
});

test("rules are for staff", async () => {
  for (const path of ["/admin/matching/rules", "/admin/matching/rules/new"])
    expect((await (await given.mentor()).get(path)).status).toBe(404);
});

test("a mentor and a mentee each keep a private list", async () => {
  const { mentee, mentor } = await given.partners();
  const name = "People you would rather not be matched with";
  await mentor.visit("/account");
  await mentor.follow(name);
  mentor.fill("Mentees to add", mentee.name);
  await mentor.press("Find");
  await mentor.press(`Add ${mentee.name}`);
  expect(mentor.status).toContain("Saved. Only you can see this list.");
  await mentor.press(`Take off ${mentee.name}`);
  expect(mentor.main.text).toContain("Nobody is on your list.");
  await mentee.visit("/account/avoided");
  mentee.fill("Mentors to add", "Nobody of This Name");
  await mentee.press("Find");
  expect(mentee.main.text).toContain("We found nobody with this name or number.");
  mentee.fill("Mentors to add", mentor.name);
  await mentee.press("Find");
  await mentee.press(`Add ${mentor.name}`);
  await mentee.visit("/saved");
  expect(mentee.part("region", "Not for me").text).toContain(mentor.name);
});
