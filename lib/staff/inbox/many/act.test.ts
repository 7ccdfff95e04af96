import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { fillNames, namePlaces } from "@/lib/staff/relationships/letters/prepared";
import { KINDS } from "../kinds";
import { ACTS, actsFor, MOST_AT_ONCE, mayUndo, readAct, readItem, tickedOf, writeItem } from "./act";

const ID = "00000000-0000-4000-8000-000000000001";

test("every kind can be put off and dismissed; only what is about two people can be written about", () => {
  for (const kind of KINDS) {
    expect(actsFor(kind)).toEqual(expect.arrayContaining(["put-off", "dismiss"]));
    const isPair = ["proposal-expiring", "partner-silent", "no-first-conversation", "relationship-quiet"].includes(kind);
    expect(actsFor(kind).includes("write"), kind).toBe(isPair);
    // More time is no answer to somebody who waits for a word from their partner.
    expect(actsFor(kind).includes("extend"), kind).toBe(isPair && kind !== "partner-silent");
    expect(actsFor(kind).includes("remind")).toBe(kind === "proposal-expiring");
  }
  expect(ACTS.filter(mayUndo)).toEqual(["put-off", "dismiss"]);
});

describe("what forms send", () => {
  test("an item with what was seen of it, and nothing else", () => {
    const item = { key: `proposal-expiring:${ID}:1.21`, seen: "3.0" };
    expect(readItem(writeItem(item))).toEqual(item);
    for (const odd of ["", "3.0", item.key, `3 ${item.key}`, `3.0 odd:${ID}:1`, `3.0 ${item.key} more`, "3.0 "])
      expect(readItem(odd)).toBeNull();
  });

  test("a button of a group that has it", () => {
    expect(readAct("remind proposal-expiring")).toEqual({ act: "remind", kind: "proposal-expiring" });
    for (const odd of ["remind relationship-quiet", "write account-waiting", "odd finding", "write", "", "write constructor"])
      expect(readAct(odd)).toBeNull();
  });

  test("what is ticked in this group, each once, one by one or all that were shown, and no more than a page shows", () => {
    const keys = Array.from({ length: MOST_AT_ONCE + 5 }, (_, n) => `finding:-:${n}`);
    const [first = "", second = ""] = keys;
    expect(
      tickedOf("finding", [second, `mail-failed:${ID}:x`, "nonsense"], [`${first} ${second}`, `mail-failed:${ID}:y`]),
    ).toEqual([second, first]);
    expect(tickedOf("finding", [], [keys.join(" ")])).toEqual(keys.slice(0, MOST_AT_ONCE));
    expect(tickedOf("sweep-late", keys, [])).toEqual([]);
  });
});

test("a letter to several pairs is addressed to each, whatever their names are", () => {
  const settings = { ...DEFAULT_SETTINGS, words: { ...DEFAULT_SETTINGS.words, mentee: "learner" } };
  const { menteeName, mentorName } = namePlaces(settings);
  expect([menteeName, mentorName]).toEqual(["[learner]", "[mentor]"]);
  const letter = { subject: "For [learner]", words: "Dear [learner] and [mentor], and again [learner]" };
  expect(fillNames(letter, ["[mentor] $& Mei", "Gareth $1"], settings)).toEqual({
    subject: "For [mentor] $& Mei",
    words: "Dear [mentor] $& Mei and Gareth $1, and again [mentor] $& Mei",
  });
});
