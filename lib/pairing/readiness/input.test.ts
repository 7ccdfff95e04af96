import { expect, test } from "vitest";
import { ActInput } from "./input";

test("at least one row has to be ticked, by itself or with all", () => {
  const form = { act: "remind", who: [], all: [], lastDay: "", note: "", words: "" };
  const tick = "0b8c6d4e-0000-4000-8000-000000000001 1";
  expect(ActInput.safeParse(form).error?.issues).toMatchObject([{ path: ["who"], message: "Tick somebody first." }]);
  for (const ticked of [{ who: [tick] }, { all: [tick] }])
    expect(ActInput.safeParse({ ...form, ...ticked }).success).toBe(true);
});
