import { expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { readTicks, writeTick } from "./input";
import { sayJoin, sayJoiningRefusal, sayStanding } from "./wording";

const WORDS = { ...DEFAULT_SETTINGS.words, mentor: "adviser", mentee: "learner" };
const ID = "00000000-0000-4000-8000-00000000000a";

test.each([
  [null, "You are not in it as an adviser."],
  ["applied", "You have applied for it as an adviser. The society looks at every application, and we will tell you."],
  ["joined", "You are in it as an adviser."],
  ["declined", "The society could not take you into it as an adviser this time."],
  ["left", "You have left it as an adviser."],
] as const)("one who has %s reads: %s", (status, sentence) => {
  expect(sayStanding(status, "mentor", WORDS)).toBe(sentence);
});

test("the button and the refusals speak in the society’s words", () => {
  expect([sayJoin("mentee", false, WORDS), sayJoin("mentor", true, WORDS)]).toEqual([
    "Join as a learner",
    "Apply as an adviser",
  ]);
  expect(sayJoiningRefusal("no-profile", "mentor", WORDS)).toBe("Create your profile as an adviser first.");
  expect(sayJoiningRefusal("no-role", "mentee", WORDS)).toContain("no account as a learner");
});

test("a row that was ticked is read as it was written, and nonsense is nobody", () => {
  const one = { memberId: ID, role: "mentor", seen: 3 } as const;
  expect(readTicks([writeTick(one), "x", `${ID} staff 1`, `${ID} mentee -1`, `${ID} mentee 1 `])).toEqual([one]);
});
