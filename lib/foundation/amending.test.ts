import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amend } from "./amending";

const base = { one: "a", two: "b" };

describe("a change on top of what counts", () => {
  test("is saved as typed", () => {
    expect(amend({ base, typed: { one: "a!", two: "" }, take: [], current: base })).toEqual({
      kind: "save",
      texts: { one: "a!", two: "" },
      isMerged: false,
    });
  });

  test("is none when nothing is different", () => {
    expect(amend({ base, typed: base, take: [], current: base })).toEqual({ kind: "same" });
  });

  test("leaves what the form began with where that is ticked", () => {
    const amended = amend({ base, typed: { one: "a!", two: "b!" }, take: ["one"], current: base });
    expect(amended).toEqual({ kind: "save", texts: { one: "a", two: "b!" }, isMerged: false });
  });
});

describe("a change on top of an older one", () => {
  test("goes together with it where each has changed something else", () => {
    const amended = amend({ base, typed: { one: "mine", two: "b" }, take: [], current: { one: "a", two: "theirs" } });
    expect(amended).toEqual({ kind: "save", texts: { one: "mine", two: "theirs" }, isMerged: true });
  });

  test("clashes where both have changed the same, and takes over the rest", () => {
    const amended = amend({ base, typed: { one: "mine", two: "b" }, take: [], current: { one: "yours", two: "theirs" } });
    expect(amended).toEqual({ kind: "clash", texts: { one: "mine", two: "theirs" }, theirs: { one: "yours" } });
  });

  test("is no clash when both wrote the same, and nothing to do when that is all", () => {
    const both = { one: "same", two: "b" };
    expect(amend({ base, typed: both, take: [], current: both })).toEqual({ kind: "same" });
    expect(amend({ base, typed: { one: "same", two: "mine" }, take: [], current: both })).toMatchObject({ kind: "save" });
  });

  test("clashes wherever the two differ when what it began with is not known", () => {
    const amended = amend({ base: null, typed: { one: "mine", two: "b" }, take: [], current: base });
    expect(amended).toEqual({ kind: "clash", texts: { one: "mine", two: "b" }, theirs: { one: "a" } });
  });
});

const anyText = fc.constantFrom("", "a", "b", "c");
const anyTexts = fc.record({ one: anyText, two: anyText, three: anyText });

test("no text that anybody has typed is lost: it is saved, shown, or was there before", () => {
  fc.assert(
    fc.property(anyTexts, anyTexts, anyTexts, (began, typed, current) => {
      const amended = amend({ base: began, typed, take: [], current });
      if (amended.kind === "same") return;
      for (const name of ["one", "two", "three"] as const) {
        const kept = [amended.texts[name], amended.kind === "clash" ? amended.theirs[name] : undefined];
        if (typed[name] !== began[name]) expect(kept).toContain(typed[name]);
        if (current[name] !== began[name]) expect(kept).toContain(current[name]);
      }
    }),
    { seed: Number(process.env.FC_SEED) },
  );
});
