import { describe, expect, test } from "vitest";
import { ROOM, SendInput } from "./input";
import { byDay, sayMessageDay, sayRefusal } from "./wording";

const NOW = new Date("2026-11-21T18:00:00Z");

describe("when a message was sent", () => {
  test.each([
    ["2026-11-21T00:10:00Z", "Europe/London", "Today"],
    ["2026-11-20T23:50:00Z", "Europe/London", "Yesterday"],
    ["2026-11-20T23:50:00Z", "Europe/Paris", "Today"],
    ["2026-11-14T10:00:00Z", "Europe/London", "Saturday 14 November"],
    ["2025-12-31T10:00:00Z", "Europe/London", "Wednesday 31 December 2025"],
  ])("%s in %s is %s", (at, zone, said) => {
    expect(sayMessageDay(new Date(at), NOW, zone)).toBe(said);
  });

  test("messages of a day stand together, in their order, by the reader's calendar", () => {
    const sent = ["2026-11-20T22:30:00Z", "2026-11-20T23:30:00Z", "2026-11-21T08:00:00Z"].map((at) => ({
      sentAt: new Date(at),
    }));
    expect(byDay(sent, "Europe/London").map(([day, ofDay]) => [day, ofDay.length])).toEqual([
      ["2026-11-20", 2],
      ["2026-11-21", 1],
    ]);
    expect(byDay(sent, "Europe/Paris").map(([, ofDay]) => ofDay.length)).toEqual([1, 2]);
  });
});

test.each(["not-found", "ended", "too-many"] as const)("the refusal %s is a sentence", (reason) => {
  expect(sayRefusal(reason)).toMatch(/^[A-Z].+\.$/);
});

describe("the form", () => {
  const form = { relationshipId: crypto.randomUUID(), key: crypto.randomUUID(), shown: "3" };
  const check = (words: unknown) => SendInput.safeParse({ ...form, words });

  test("takes words as they were typed, with line ends as one character", () => {
    expect(check("  One.\r\n\r\nTwo.\u0000 ").data).toMatchObject({ words: "One.\n\nTwo.", shown: 3 });
  });

  test.each([undefined, "", " \r\n\t ", "\u0000"])("refuses %j, which says nothing", (words) => {
    expect(check(words).error?.issues[0]?.message).toBe("Write something first.");
  });

  test("counts as browsers do", () => {
    expect(check("\r\n".repeat(ROOM - 2).concat("ab")).success).toBe(true);
    expect(check(`a${"\r\n".repeat(ROOM - 2)}b`).success).toBe(true);
    expect(check("x".repeat(ROOM + 1)).error?.issues[0]?.message).toContain("10,000");
  });
});
