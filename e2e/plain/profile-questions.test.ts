import { afterAll, expect, test } from "vitest";
import { furtherOf } from "@/demo/society/further";
import { db } from "@/lib/foundation/db/client";
import * as joining from "@/lib/pairing/joining/commands";
import { readNow } from "@/lib/people/auth/now";
import { viewerOf } from "@/testing/people";
import { insertQuestion } from "@/testing/profile-questions";
import { openProgramme } from "@/testing/programmes/intake";
import { people } from "../people";
import { wordsIn } from "./files";
import { given, type Member, neverHere, signInAtSociety } from "./given";

// A society's own questions on profiles. The profiles of all other stories have them too meanwhile: none is required here, and all
// are retired in the end.

const TOWN = "Which harbour is nearest to you?";
const YEARS = "How many years have you been at sea?";
const BADGE = "What stands on your badge?";
const BRANCH = "Which branch are you in?";
const SINCE = "For how many years have you been a member?";

afterAll(async () => {
  await db().profileQuestion.updateMany({
    where: { question: { in: [TOWN, YEARS, BADGE, BRANCH, SINCE] } },
    data: { retiredAt: new Date("2026-01-01T00:00:00Z") },
  });
});

async function add(admin: Member, question: string, kind: string, readers: string | RegExp): Promise<void> {
  await admin.visit("/admin/questions/new/mentor");
  admin.fill("Question", question);
  admin.choose("The answer is", kind);
  admin.tick(readers);
}

test("only administrators find the questions", async () => {
  const [clerk, member] = [await given.staff(), await given.mentor()];
  for (const path of ["", "/new/mentor", "/preview/mentor", "/6f9619ff-8b86-4d01-b42d-00cf4fc964ff"])
    for (const one of [clerk, member]) expect((await one.get(`/admin/questions${path}`)).status, path).toBe(404);
  const admin = await given.admin();
  for (const path of ["/new/friend", "/preview/friend", "/nonsense"])
    expect((await admin.get(`/admin/questions${path}`)).status, path).toBe(404);
});

test("an admin asks, a mentor answers, and each reader sees what they were said to see", async () => {
  const admin = await given.admin();
  await admin.visit("/admin/settings");
  await admin.follow("Add or change your own questions");
  expect(admin.heading).toBe("Questions on profiles");
  await admin.visit("/admin/questions/new/mentor");
  admin.fill("Question", TOWN);
  await admin.press("Add question");
  expect(admin.alert).toContain("Choose who reads the answers.");
  expect(admin.value("Question")).toBe(TOWN);
  admin.choose("The answer is", "One choice from a list");
  admin.tick("Everybody who sees the profile, staff included");
  admin.fill("Choices", "Cardiff");
  await admin.press("Add question");
  expect(admin.alert).toContain("Write at least two choices, each in a line of its own.");
  expect(admin.value("Choices")).toBe("Cardiff");
  admin.fill("Choices", "Cardiff\nHull");
  await admin.press("Add question");
  expect(admin.status).toContain("Members are asked from now on.");
  await add(admin, YEARS, "A whole number", /^Only the member’s own mentees/);
  await admin.press("Add question");
  await add(admin, BADGE, "A text", "Staff only");
  await admin.press("Add question");
  await admin.follow("See it as a member does (on the profile as a mentor)");
  expect(admin.hasField(`${TOWN} (optional)`)).toBe(true);
  expect(admin.main.text).toContain("Only the society’s staff can read your answer.");

  const { mentor, mentee } = await given.partners();
  await mentor.visit("/profile");
  mentor.choose(`${TOWN} (optional)`, "Hull");
  mentor.fill(`${YEARS} (optional)`, "twelve");
  mentor.fill(`${BADGE} (optional)`, "Second mate");
  await mentor.press("Save Profile");
  expect(mentor.alert).toContain("Enter a whole number of up to nine digits");
  expect(mentor.value(`${YEARS} (optional)`)).toBe("twelve");
  expect(mentor.value(`${TOWN} (optional)`)).toContain("Hull");
  expect(mentor.value(`${BADGE} (optional)`)).toBe("Second mate");
  mentor.fill(`${YEARS} (optional)`, "12");
  await mentor.press("Save Profile");
  expect(mentor.status).toContain("Your profile is saved.");
  expect(mentor.part("complementary", "What mentees see").text).toContain("Hull");
  expect(mentor.part("complementary", "What mentees see").text).not.toContain("Second mate");
  expect(mentor.value(`${YEARS} (optional)`)).toBe("12");

  const stranger = await given.mentee();
  for (const [reader, path, seen] of [
    [mentee, `/mentors/${mentor.member.id}`, [TOWN, YEARS]],
    [stranger, `/mentors/${mentor.member.id}`, [TOWN]],
    [admin, `/admin/members/${mentor.member.id}/profile`, [TOWN, BADGE]],
  ] as const) {
    await reader.visit(path);
    expect([TOWN, YEARS, BADGE].filter((question) => reader.main.text.includes(question))).toEqual(seen);
    expect(reader.main.text.includes("You can read this because you are in a relationship with them.")).toBe(reader === mentee);
    expect(reader.main.text.includes("Only staff can read this.")).toBe(reader === admin);
  }

  await admin.visit("/admin/questions");
  await admin.follow(TOWN);
  expect(admin.has("button", "Delete it")).toBe(false);
  admin.fill("Choices", "Cardiff\nSwansea");
  await admin.press("Save");
  expect(admin.status).toContain("The question is saved.");
  await mentor.visit("/profile");
  expect(mentor.value(`${TOWN} (optional)`)).toContain("Hull");
  await admin.follow(TOWN);
  await admin.press("Retire it");
  expect(admin.status).toContain("Retired.");
  await mentor.visit("/profile");
  expect(mentor.hasField(`${TOWN} (optional)`)).toBe(false);
  await stranger.visit(`/mentors/${mentor.member.id}`);
  expect(stranger.main.text).not.toContain("Hull");
});

test("the society’s sign-in answers for the member, who cannot change it, and staff see what did not fit", async () => {
  const admin = await given.admin();
  const CLAIM = "Claim of the sign-in (optional)";
  await add(admin, BRANCH, "A text", "Everybody who sees the profile, staff included");
  admin.fill(CLAIM, "nonce");
  await admin.press("Add question");
  expect(admin.alert).toContain("This claim belongs to signing in itself");
  expect(admin.value(CLAIM)).toBe("nonce");
  admin.fill(CLAIM, "membership_branch");
  await admin.press("Add question");
  await admin.follow(BRANCH);
  expect(admin.hasField("It has to be answered")).toBe(false);
  await add(admin, SINCE, "A whole number", "Staff only");
  admin.fill(CLAIM, "membership_since");
  await admin.press("Add question");
  expect(admin.main.text).toContain("A text, from the sign-in: membership_branch");

  const number = neverHere(4);
  const { membership_branch: branch } = furtherOf(number);
  const person = given.stranger();
  await signInAtSociety(person, number);
  person.tick("I want to be a mentor");
  await person.press("Join");
  await person.visit("/profile");
  expect(person.main.text).toContain("From your society, as it said at your last sign-in.");
  expect(person.main.text).toContain(branch);
  expect(person.main.text).toContain("Your society has not told us this.");
  for (const question of [BRANCH, SINCE]) expect(person.hasField(`${question} (optional)`)).toBe(false);
  // Who signed in before the question was asked has no answer yet, and neither has anybody with whom nothing came.
  const before = await given.mentor();
  await before.visit("/profile");
  expect(before.main.text).not.toContain(branch);

  await admin.visit("/admin/questions");
  expect(admin.main.text).toMatch(/At the last sign-in of \d+ members? it did not fit/);
  await admin.follow(SINCE);
  expect(admin.main.text).toContain("A whole number of up to nine digits fits.");
  await admin.visit(`/admin/members?q=${number}`);
  expect(wordsIn(await admin.save("Download this list as CSV"))).toContain(branch);
});

test("answers on joining are in the file of the programme’s members and in the report, by programme and never below five", async () => {
  const [staff, now, mentee] = [await given.staff(), await readNow(), await given.mentee()];
  const question = `Do you work at night, ${mentee.number}?`;
  const name = `Nights ${mentee.number}`;
  const id = await openProgramme(viewerOf(staff.member), now, { name });
  const questionId = await insertQuestion({ programmeId: id, role: "mentee", kind: "yes-no", readers: "staff", question });
  await mentee.visit(`/programmes/${id}`);
  mentee.choose(`${question} (optional)`, "Yes");
  await mentee.press("Join as a mentee");
  expect(mentee.main.text).toContain("You are in it as a mentee.");

  const coordinator = await given.holder("coordinator", id);
  for (const reader of [staff, coordinator]) {
    await reader.visit(`/admin/programmes/${id}/members`);
    expect(reader.main.text).toContain(question);
    const file = await reader.save("Download this list as CSV");
    expect(file.name).toMatch(/^programme-members-\d{4}-\d\d-\d\d\.csv$/);
    const lines = wordsIn(file).trimEnd().split("\r\n");
    expect(lines[0]).toContain(`Mentee: ${question}`);
    expect(lines.slice(1).find((line) => line.includes(mentee.number))).toMatch(/,Yes$/);
  }
  expect((await mentee.get(`/admin/download/programme-members?programme=${id}`)).status).toBe(404);
  expect((await staff.get("/admin/download/programme-members")).status).toBe(404);
  const stranger = await given.holder(
    "coordinator",
    await openProgramme(viewerOf(staff.member), now, { name: `Other ${name}` }),
  );
  expect((await stranger.get(`/admin/download/programme-members?programme=${id}`)).status).toBe(404);

  const heading = `${name}. Mentee: ${question}`;
  await coordinator.visit("/admin/reports/own-questions");
  expect(coordinator.main.text).toContain(heading);
  expect(coordinator.main.text).toContain("Fewer than 5 mentees have answered, so no figures are shown.");
  const answered = [{ questionId, isSealed: false, answer: "yes" }];
  for (let i = 0; i < 4; i++) await joining.join(viewerOf(await people.mentee()), id, "mentee", now, answered);
  await staff.visit("/admin/reports/own-questions");
  expect(staff.main.text).toContain(heading);
  staff.choose("Programme", name);
  await staff.press("Show this programme");
  expect(staff.main.text).toContain("5 mentees have answered.");
  await stranger.visit("/admin/reports/own-questions");
  expect(stranger.main.text).not.toContain(heading);
  await db().profileQuestion.update({ where: { id: questionId }, data: { retiredAt: now }, select: { id: true } });
});
