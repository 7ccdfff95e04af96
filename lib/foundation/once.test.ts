import { describe, expect, test } from "vitest";
import { once, taken } from "./once";
import { done, refuse } from "./result";

const KEY = "0b8c6d4e-0000-4000-8000-000000000001";

/** A form whose words are kept in a table by their key. */
function begin() {
  const table = new Map<string, string>();
  const send = (words: string, key = KEY) =>
    once(key, words, async (free) => {
      if (words === "refused") return refuse("no");
      const there = table.get(free);
      if (there !== undefined) return taken(free, there === words);
      table.set(free, words);
      return done(free);
    });
  return { send, kept: () => [...table.values()] };
}

describe("what comes with a key", () => {
  test("is kept once, however often it arrives", async () => {
    const { send, kept } = begin();
    for (let i = 0; i < 3; i++) expect(await send("One.")).toEqual({ ok: true, value: KEY });
    expect(kept()).toEqual(["One."]);
  });

  test("is another one with other words, which is kept once too, and says so", async () => {
    const { send, kept } = begin();
    await send("One.");
    const second = await send("Two.");
    expect(second).toEqual({ ok: true, value: expect.stringMatching(/^[0-9a-f-]{36}$/), isAnother: true });
    expect(await send("Two.")).toEqual(second);
    expect(await send("One.")).toEqual({ ok: true, value: KEY });
    expect(await send("Three.")).not.toMatchObject({ value: second.ok && second.value });
    expect(kept()).toEqual(["One.", "Two.", "Three."]);
  });

  test("is refused as it would be without one", async () => {
    expect(await begin().send("refused")).toEqual({ ok: false, reason: "no" });
  });
});
