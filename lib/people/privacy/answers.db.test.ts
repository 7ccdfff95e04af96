import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { erase } from "@/lib/pairing/leaving/commands";
import { saveMentorProfile } from "@/lib/people/members/commands";
import { readAnswers } from "@/lib/people/profile-questions/answers";
import { fieldOf, type Kind, READERS } from "@/lib/people/profile-questions/profile-question";
import { listAsked } from "@/lib/people/profile-questions/queries";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, insertMentor, viewerOf } from "@/testing/people";
import { dumpOpened } from "@/testing/privacy/tokens";
import { insertQuestion } from "@/testing/profile-questions";
import { onDay } from "@/testing/proposals/examples";
import { makeArchive } from "./archive";
import { loadKnown } from "./queries";

const NOW = onDay(2);
const SETTING = { settings: SETTINGS, timeZone: "Europe/London", now: NOW };
const PROFILE = {
  ...{ headline: "One line", about: "More", topics: [1], sector: null, region: null, languages: [1], methods: [1] },
  ...{ yearsOfExperience: 5, capacity: 2, takesNoQuestions: false },
};
const OPTIONS = ["Bristol", "Leeds", "York"].map((label, i) => ({ id: i + 1, label, retired: false }));

/** What stands in the form, and what the member reads in their download. */
const ANSWERS: readonly [Kind, string[], string][] = [
  // Nothing that a text looks like makes it anything else.
  ["text", ['{"zqtext"'], '{"zqtext"'],
  ["choice", ["2"], "Leeds"],
  ["choices", ["3", "1"], "Bristol; York"],
  ["yes-no", ["no"], "No"],
  ["number", ["1200"], "1,200"],
  ["date", ["2026-01-31"], "31 January 2026"],
];

test("whatever a society asks, and whoever reads it, is downloaded in words and goes with its member", async () => {
  const [member, other] = [await insertMentor(), await insertMentor()];
  const form: Record<string, string[]> = {};
  for (const readers of READERS)
    for (const [kind, typed] of ANSWERS) {
      const id = await insertQuestion({ kind, readers, question: `${kind} for ${readers}?`, options: OPTIONS });
      const { number } = await db().profileQuestion.findUniqueOrThrow({ where: { id }, select: { number: true } });
      form[fieldOf(number)] = typed;
    }
  for (const one of [member, other]) {
    const { answers } = readAnswers(await listAsked(viewerOf(one), "mentor"), form);
    expect((await saveMentorProfile(viewerOf(one), PROFILE, answers, SETTINGS, NOW)).ok).toBe(true);
  }
  // Also what is not asked any more.
  await db().profileQuestion.updateMany({ where: { kind: "date" }, data: { retiredAt: NOW } });

  const told = await downloadedAnswers(member.id);
  const expected = READERS.flatMap((readers) => ANSWERS.map(([kind, , words]) => [`${kind} for ${readers}?`, words]));
  expect(told.toSorted()).toEqual(expected.toSorted());

  expect(await dumpOpened()).toContain("zqtext");
  const staff = viewerOf(await insertMember({ staff: "admin" }));
  for (const one of [member, other]) await erase(one.id, staff, NOW);
  expect(await db().profileAnswer.count()).toBe(0);
  expect(await dumpOpened()).not.toContain("zqtext");
});

async function downloadedAnswers(memberId: string): Promise<string[][]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of makeArchive(await loadKnown(memberId), SETTING, async () => null)) pieces.push(piece);
  const file = unzipSync(Buffer.concat(pieces))["answers-on-profiles.json"] ?? new Uint8Array();
  const rows: Record<string, string>[] = JSON.parse(strFromU8(file));
  return rows.map((row) => [row.Question ?? "", row.Answer ?? row["Answer, for partners alone"] ?? ""]);
}
