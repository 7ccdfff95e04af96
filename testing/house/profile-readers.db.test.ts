import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findMentor } from "@/lib/pairing/matching/details/queries";
import { findProposal } from "@/lib/pairing/proposals/queries";
import { findExchange } from "@/lib/pairing/questions/queries";
import { findProfilesForStaff } from "@/lib/people/members/queries";
import { sayProfileReaders } from "@/lib/people/members/wording";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { insertPartners } from "@/testing/partners";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { onDay } from "@/testing/proposals/examples";

/** Who reads a profile is said in four places and decided in the queries: all of them say that staff do, and nothing between two. */
const TEXTS = ["faq", "privacy"].map((slug) => readFileSync(`lib/society/content/first-texts/${slug}.md`, "utf8"));
const OF_PROFILES = TEXTS.map((text) => text.split("\n").filter((line) => /Your profile as \{\{aMent(or|ee)\}\}/.test(line)));

test("labels, FAQ and policy say the same", () => {
  const words = SETTINGS.words;
  for (const role of ["mentor", "mentee"] as const) expect(sayProfileReaders(role, words)).toMatch(/society’s staff/);
  expect(sayProfileReaders("mentor", words)).toMatch(/^All mentees/);
  expect(sayProfileReaders("mentee", words)).toMatch(/^Only the mentors you send a proposal to/);
  for (const lines of OF_PROFILES) {
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/[Ss]taff of \{\{society\}\}/);
    expect(lines.join()).toMatch(/only .*the \{\{mentors\}\} you (have sent|send) a proposal to/);
  }
  for (const text of TEXTS) expect(text).not.toMatch(/what you wrote about yourself/);
});

test("the forms and the page for staff take the sentence from there", () => {
  for (const path of ["components/members/profile-fields.tsx", "app/admin/members/[id]/profile/page.tsx"]) {
    const text = readFileSync(path, "utf8");
    for (const role of ["mentor", "mentee"]) expect(text).toContain(`sayProfileReaders("${role}"`);
  }
});

test("staff read both profiles, and nobody else does by the same way", async () => {
  const mentor = await insertMentor({ about: "I listen." }, { isMentee: true });
  const staff = viewerOf(await insertMember({ staff: "staff" }));
  expect(await findProfilesForStaff(staff, mentor.id)).toMatchObject({ mentor: { about: "I listen." }, mentee: null });
  const mentee = await insertMentee({ aims: "To lead." });
  expect(await findProfilesForStaff(staff, mentee.id)).toMatchObject({ mentor: null, mentee: { aims: "To lead." } });
  expect(await findProfilesForStaff(viewerOf(mentee), mentor.id)).toBeNull();
  expect(await findProfilesForStaff(staff, "nonsense")).toBeNull();
});

test("staff who are members do not read by it what two people write to each other, and mentors are read by mentees alone", async () => {
  const { id, mentor } = await insertPartners();
  const staff = viewerOf(await insertMember({ staff: "admin" }));
  expect(await findProposal(staff, id, SETTINGS, onDay(2))).toBeNull();
  expect(await findExchange(staff, id, SETTINGS, onDay(2))).toBeNull();
  const open = await insertMentor();
  expect(await findMentor(viewerOf(await insertMentee()), SETTINGS, open.id, onDay(2))).not.toBeNull();
  expect(await findMentor(viewerOf(mentor), SETTINGS, open.id, onDay(2))).toBeNull();
});
