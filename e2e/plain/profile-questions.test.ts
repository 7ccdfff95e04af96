import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { given, type Member } from "./given";

// A society's own questions on profiles. The profiles of all other stories have them too meanwhile: none is required here, and all
// are retired in the end.

const TOWN = "Which harbour is nearest to you?";
const YEARS = "How many years have you been at sea?";
const BADGE = "What stands on your badge?";

afterAll(async () => {
  await db().profileQuestion.updateMany({
    where: { question: { in: [TOWN, YEARS, BADGE] } },
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
  await admin.follow("See it as a member does (the profile as a mentor)");
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
