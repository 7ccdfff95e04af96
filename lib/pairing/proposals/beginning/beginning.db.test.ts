import { beforeEach, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { empty } from "@/testing/empty";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import * as proposals from "../commands";
import { findBeginning } from "./queries";

let mentee: TestMember;
let asked: TestMember;
let proposalId: string;

async function ask(mentor: TestMember, words: typeof WORDS, at: Date): Promise<string> {
  const sent = await proposals.send(viewerOf(mentee), mentor.id, words, DEFAULT_SETTINGS, at);
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value;
}

beforeEach(async () => {
  await empty("members");
  mentee = await insertMentee();
  asked = await insertMentor();
  proposalId = await ask(asked, WORDS, SENT_AT);
});

test("the same proposal to somebody else begins with its words as they were changed last, for its mentee alone", async () => {
  const changed = { ...WORDS, objectives: "Something else by the summer." };
  await proposals.edit(viewerOf(mentee), proposalId, changed, DEFAULT_SETTINGS, onDay(1));
  await ask(await insertMentor(), { ...WORDS, objectives: "A third thing." }, onDay(2));
  expect(await findBeginning(viewerOf(mentee), proposalId, onDay(3))).toEqual({ words: changed, writtenTo: asked.name });
  const other = await findBeginning(viewerOf(await insertMentee()), proposalId, onDay(3));
  expect(other.writtenTo).toBeNull();
  expect(JSON.stringify(other)).not.toContain("by the summer");
});

test.each(["nonsense", undefined, ["x"]])("without a proposal that is theirs (%j) it begins with the profile", async (from) => {
  expect((await findBeginning(viewerOf(mentee), from, onDay(3))).writtenTo).toBeNull();
});

test("a reason that the society does not offer is none", async () => {
  const settings = {
    ...DEFAULT_SETTINGS,
    rejectionReasons: DEFAULT_SETTINGS.rejectionReasons.map((entry) => ({ ...entry, retired: entry.id === 2 })),
  };
  const rejected = await proposals.reject(viewerOf(asked), proposalId, { because: 2 }, settings, onDay(1));
  expect(rejected).toMatchObject({ ok: true, value: { rejectedBecause: null, status: "rejected" } });
});
