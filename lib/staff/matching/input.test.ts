import { describe, expect, test } from "vitest";
import { ActInput, addressOf, ListInput } from "./input";

const [RUN, ONE] = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];

describe("which part of a run is on the page", () => {
  test("an address says it, and is read back as it was", () => {
    for (const list of [
      { view: "draft" },
      { view: "left", who: "Łucja Żak & Söhne" },
      { view: "published", who: "734221", after: ONE },
    ] as const) {
      const { searchParams } = new URL(addressOf(RUN, list), "https://connect.example.org");
      expect(ListInput.parse(Object.fromEntries(searchParams))).toEqual(list);
    }
    expect(addressOf(RUN, { view: "left", who: "Ann" }, ONE)).toBe(`/admin/matching/${RUN}/${ONE}?view=left&who=Ann`);
  });

  test("nonsense is ignored", () => {
    expect(ListInput.parse({ view: "everything", who: " ", after: "1; --", done: "matches-lock" })).toEqual({ view: "draft" });
    expect(ListInput.parse({ view: ["left", "draft"], who: ["a", "b"] })).toEqual({ view: "draft" });
    expect(ListInput.parse({ who: "x".repeat(300) })).toEqual({ view: "draft" });
  });
});

test("at least one pair has to be ticked, by itself or with all", () => {
  const form = { runId: RUN, act: "lock", ticked: [], all: [] };
  const tick = `${ONE} 1`;
  expect(ActInput.safeParse(form).error?.issues).toMatchObject([{ path: ["ticked"] }]);
  for (const ticked of [{ ticked: [tick] }, { all: [tick] }])
    expect(ActInput.safeParse({ ...form, ...ticked }).success).toBe(true);
});
