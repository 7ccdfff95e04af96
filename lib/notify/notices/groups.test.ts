import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { alwaysBecause, CHOOSABLE_GROUPS, choiceOf, FIXED_GROUPS, isStopped, NOTICE_GROUPS } from "./groups";
import { fieldOf, MailChoicesInput } from "./input";
import { CHOICE_LABELS, sayAlways, sayChoices, sayStopped } from "./wording";

describe("the groups", () => {
  test("of one's proposals and of the account's safety cannot be switched off, whatever was stored", () => {
    expect([...FIXED_GROUPS]).toEqual(["proposals", "meetings", "letters", "support", "security"]);
    expect(choiceOf({ proposals: "none", security: "none" }, "proposals")).toBe("at-once");
    expect(choiceOf({ proposals: "none", security: "digest" }, "security")).toBe("at-once");
  });

  test("are mailed at once unless their reader says otherwise", () => {
    for (const group of CHOOSABLE_GROUPS) {
      expect([choiceOf({}, group), choiceOf({ [group]: "digest" }, group)]).toEqual(["at-once", "digest"]);
    }
  });

  test("say what they hold, in the society's words, and why some are fixed", () => {
    const words = { mentor: "guide", mentors: "guides", mentee: "learner", mentees: "learners" };
    for (const { label, about } of Object.values(NOTICE_GROUPS)) {
      expect(label.length).toBeGreaterThan(3);
      expect(about(words)).not.toMatch(/mentor|mentee/);
      expect(about(DEFAULT_SETTINGS.words)).toMatch(/^[A-Z].*\.$/);
    }
    for (const group of FIXED_GROUPS)
      expect(sayAlways(group, alwaysBecause(group) ?? "")).toMatch(/: always at once, because \w/);
  });
});

test("what is on is said plainly", () => {
  expect(sayChoices({})).toBe(
    "We mail you at once: My proposals, My meetings, Letters from the society, My requests for help, The safety of my account, My relationships, My messages, News from the society, Places that become free, Account updates and Getting started.",
  );
  expect(sayChoices({ relationships: "digest", messages: "digest", account: "none" })).toBe(
    "We mail you at once: My proposals, My meetings, Letters from the society, My requests for help, The safety of my account, News from the society, Places that become free and Getting started. In a daily digest: My relationships and My messages. Only here, without a mail: Account updates.",
  );
});

test("a link stops a group, or all that the digest holds", () => {
  expect([isStopped("relationships", {}), isStopped("relationships", { relationships: "none" })]).toEqual([false, true]);
  expect([isStopped("digest", { account: "digest" }), isStopped("digest", { account: "none" })]).toEqual([false, true]);
  expect(sayStopped("relationships")).toBe("mails of the kind “My relationships”");
  expect(sayStopped("digest")).toBe("the daily digest");
});

test("the form takes a choice for each group, and nothing else", () => {
  const fields = Object.fromEntries(CHOOSABLE_GROUPS.map((group) => [fieldOf(group), "digest"]));
  expect(MailChoicesInput.parse({ ...fields, [fieldOf("proposals")]: "none" })).toEqual({
    relationships: "digest",
    messages: "digest",
    news: "digest",
    alerts: "digest",
    account: "digest",
    starting: "digest",
  });
  expect(MailChoicesInput.safeParse({ ...fields, [fieldOf("account")]: "weekly" }).success).toBe(false);
  expect(MailChoicesInput.safeParse({}).success).toBe(false);
  expect(Object.keys(CHOICE_LABELS)).toHaveLength(3);
});
