import { describe, expect, it } from "vitest";
import { changesBetween } from "./changes";
import { add, change, MOST_ENTRIES, offer, readEntry } from "./lists";
import { DEFAULT_SETTINGS, Settings } from "./settings";

const SMALL = Settings.parse({
  languages: [
    { id: 1, label: "English" },
    { id: 2, label: "Welsh" },
    { id: 5, label: "Latin", retired: true },
  ],
});

const labels = (result: { ok: boolean; value?: Settings; reason?: string }) =>
  result.value?.languages.map(({ id, label, retired }) => `${id} ${label}${retired ? " (retired)" : ""}`) ?? result.reason;

describe("a list that profiles choose from", () => {
  it("gets new entries at its end, under numbers that were never used", () => {
    expect(labels(add(SMALL, "languages", "Irish"))).toEqual(["1 English", "2 Welsh", "5 Latin (retired)", "6 Irish"]);
  });

  it("has each name once, retired ones included", () => {
    expect(labels(add(SMALL, "languages", "WELSH"))).toBe("named-already");
    expect(labels(add(SMALL, "languages", "latin"))).toBe("named-before");
    // Letters that only look as wide.
    expect(labels(add(SMALL, "languages", "\uff37elsh"))).toBe("named-already");
    expect(labels(change(SMALL, "languages", 9, { label: "Irish", after: "" }))).toBe("unknown-entry");
    // A form that lacks a box puts the entry first, and under no name.
    expect(labels(change(SMALL, "languages", 2, {}))).toEqual(["2 ", "1 English", "5 Latin (retired)"]);
    expect(labels(add({ ...SMALL, languages: [] }, "languages", "Irish"))).toEqual(["1 Irish"]);
    expect(labels(change(SMALL, "languages", 1, { label: "Welsh", after: "" }))).toBe("named-already");
    expect(labels(change(SMALL, "languages", 1, { label: "ENGLISH", after: "" }))).toEqual([
      "1 ENGLISH",
      "2 Welsh",
      "5 Latin (retired)",
    ]);
  });

  it(`has ${MOST_ENTRIES} numbers and no more`, () => {
    let settings = DEFAULT_SETTINGS;
    for (let id = 2; id <= MOST_ENTRIES; id++) {
      const added = add(settings, "languages", `Language ${id}`);
      if (!added.ok) throw new Error(added.reason);
      settings = added.value;
    }
    expect(Settings.parse(settings).languages.at(-1)?.id).toBe(MOST_ENTRIES);
    expect(add(settings, "languages", "One more")).toEqual({ ok: false, reason: "full" });
  });

  it("is put in another order, entry by entry", () => {
    expect(readEntry(SMALL, "languages", 2)).toEqual({ label: "Welsh", after: "1" });
    expect(readEntry(SMALL, "languages", 1)).toEqual({ label: "English", after: "" });
    expect(readEntry(SMALL, "languages", 9)).toBeNull();
    expect(labels(change(SMALL, "languages", 2, { label: "Cymraeg", after: "" }))).toEqual([
      "2 Cymraeg",
      "1 English",
      "5 Latin (retired)",
    ]);
    expect(labels(change(SMALL, "languages", 1, { label: "English", after: "5" }))).toEqual([
      "2 Welsh",
      "5 Latin (retired)",
      "1 English",
    ]);
    for (const after of ["1", "9", "x"])
      expect(labels(change(SMALL, "languages", 1, { label: "English", after }))).toBe("unknown-entry");
  });

  it("offers at least one entry", () => {
    const one = offer(SMALL, "languages", 2, false);
    expect(labels(one)).toEqual(["1 English", "2 Welsh (retired)", "5 Latin (retired)"]);
    expect(one.ok && labels(offer(one.value, "languages", 1, false))).toBe("last-offered");
    expect(one.ok && labels(offer(one.value, "languages", 5, true))).toContain("5 Latin");
    expect(labels(offer(SMALL, "languages", 9, false))).toBe("unknown-entry");
  });
});

describe("what changed, for the audit trail", () => {
  it("is said setting by setting, from what to what", () => {
    const after = Settings.parse({
      ...SMALL,
      words: { ...SMALL.words, mentor: "guide" },
      support: { email: "help@example.org" },
      proposals: { ...SMALL.proposals, remindAfterDays: [5] },
      languages: [
        { id: 2, label: "Cymraeg", retired: true },
        { id: 1, label: "English" },
        { id: 5, label: "Latin", retired: true },
        { id: 6, label: "Irish" },
      ],
    });
    expect(changesBetween(SMALL, after)).toEqual([
      { setting: "support.email", from: null, to: "help@example.org" },
      { setting: "words.mentor", from: "mentor", to: "guide" },
      { setting: "proposals.remindAfterDays", from: "3, 7, 15", to: "5" },
      { setting: "languages.2.label", from: "Welsh", to: "Cymraeg" },
      { setting: "languages.2.retired", from: "false", to: "true" },
      { setting: "languages.6", from: null, to: "Irish" },
      { setting: "languages.order", from: "1, 2, 5", to: "2, 1, 5" },
    ]);
    expect(changesBetween(after, after)).toEqual([]);
  });

  it("says a logo by its name, and nothing of what was there before or is not there", () => {
    const withLogo = (name: string | null) =>
      Settings.parse({ ...SMALL, society: { ...SMALL.society, logo: name && { name: name.repeat(32), width: 9, height: 9 } } });
    expect(changesBetween(withLogo(null), withLogo("a"))).toEqual([
      { setting: "society.logo", from: null, to: "a".repeat(32) },
    ]);
    expect(changesBetween(withLogo("a"), withLogo("b"))).toEqual([
      { setting: "society.logo", from: "a".repeat(32), to: "b".repeat(32) },
    ]);
  });

  it("does not call it another order when an entry has only come", () => {
    const added = add(SMALL, "languages", "Irish");
    expect(added.ok && changesBetween(SMALL, added.value)).toEqual([{ setting: "languages.6", from: null, to: "Irish" }]);
    // Settings of an earlier version may lack an entry that is there now, and the other way about.
    expect(added.ok && changesBetween(added.value, SMALL)).toEqual([]);
  });
});
