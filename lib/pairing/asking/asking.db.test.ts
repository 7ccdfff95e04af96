import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import * as proposals from "@/lib/pairing/proposals/commands";
import { end } from "@/lib/pairing/relationships/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { findStanding } from "./queries";

let mentee: TestMember;
let first: TestMember;
let second: TestMember;

const standing = async (now: Date, who = mentee) =>
  (await findStanding(viewerOf(who), now, false)).asked.map(({ mentorId, became }) => [
    mentorId === first.id ? "first" : "second",
    became,
  ]);

async function ask(mentor: TestMember, at = SENT_AT): Promise<string> {
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, at);
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value;
}

beforeEach(async () => {
  mentee = await insertMentee();
  first = await insertMentor();
  second = await insertMentor();
});

test("nobody asked, waiting, expired before any sweep, rejected", async () => {
  expect(await standing(SENT_AT)).toEqual([]);
  const id = await ask(first);
  expect(await standing(onDay(1))).toEqual([["first", "waiting"]]);
  expect(await standing(onDay(22))).toEqual([["first", "expired"]]);
  await proposals.reject(viewerOf(first), id, null, DEFAULT_SETTINGS, onDay(2));
  expect(await standing(onDay(3))).toEqual([["first", "rejected"]]);
  expect(await standing(onDay(3), await insertMentee())).toEqual([]);
});

test("what is still moving comes first, though something newer is over", async () => {
  const id = await ask(second, onDay(1));
  await ask(first);
  await proposals.withdraw(viewerOf(mentee), id, DEFAULT_SETTINGS, onDay(2));
  expect(await standing(onDay(3))).toEqual([
    ["first", "waiting"],
    ["second", "withdrawn"],
  ]);
});

test("a mentor, and one who was", async () => {
  const id = await ask(first);
  await proposals.accept(viewerOf(first), id, 1, DEFAULT_SETTINGS, onDay(1));
  expect(await standing(onDay(2))).toEqual([["first", "partner"]]);
  await end(viewerOf(first), id, "", DEFAULT_SETTINGS, onDay(2));
  expect(await standing(onDay(3))).toEqual([["first", "was-partner"]]);
  await db().relationship.deleteMany();
});
