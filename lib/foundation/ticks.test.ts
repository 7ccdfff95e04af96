import { describe, expect, test } from "vitest";
import { MOST_TICKED, readTicks, TickedAll, TickedRows, writeTick } from "./ticks";

const ONE = "0b8c6d4e-0000-4000-8000-000000000001";
const OTHER = "0b8c6d4e-0000-4000-8000-000000000002";

describe("rows that are ticked", () => {
  const ticks = [
    { id: ONE, seen: 1 },
    { id: OTHER, seen: 12 },
  ];
  const written = ticks.map(writeTick);
  const joined = written.join(" ");

  test("one by one, all at once, or both: each is one", () => {
    expect(readTicks(written)).toEqual(ticks);
    expect(readTicks([joined])).toEqual(ticks);
    expect(readTicks([...written, joined])).toEqual(ticks);
  });

  test("nonsense is none", () => {
    expect(readTicks(["", ONE, `${ONE} x`, `${ONE} 1234567890`, `${ONE.slice(1)} 1`])).toEqual([]);
  });

  test("a whole page fits into the one tick, and no more than a page is taken", () => {
    const page = Array.from({ length: MOST_TICKED }, () => writeTick({ id: ONE, seen: 999_999_999 }));
    expect(TickedRows.safeParse(page).success).toBe(true);
    expect(TickedAll.safeParse([page.join(" ")]).success).toBe(true);
    expect(TickedRows.safeParse([...page, joined]).success).toBe(false);
    expect(TickedAll.safeParse([joined, joined]).success).toBe(false);
  });
});
