import { describe, expect, test } from "vitest";
import { dueMove, nextDue } from "./deadlines";
import type { Dates, Move, Status } from "./programme";

const at = (day: number) => new Date(Date.UTC(2027, 2, day));
const DATES: Dates = { opensAt: at(1), joinUntil: at(10), matchingAt: at(12), startsAt: at(15), endsAt: at(30) };
const one = (status: Status, takesMembers = true, dates: Partial<Dates> = {}) => ({ ...DATES, status, takesMembers, ...dates });

describe("what is due", () => {
  test.each<[Status, number, Move | null]>([
    ["draft", 0, null],
    ["draft", 1, "open"],
    ["draft", 29, "open"],
    ["draft", 30, null],
    ["open", 9, null],
    ["open", 10, "close-joining"],
    ["open", 12, "start-matching"],
    ["open", 15, "start"],
    ["open", 30, "close"],
    ["matching", 9, null],
    ["matching", 14, "close-joining"],
    ["matching", 15, "start"],
    ["matching", 30, "close"],
    ["running", 9, null],
    ["running", 30, "close"],
    ["closed", 31, null],
    ["archived", 31, null],
  ])("of one that is %s on day %i: %s", (status, day, move) => {
    expect(dueMove(one(status), at(day))).toBe(move);
  });

  test("nobody stops taking members who takes none", () => {
    expect(dueMove(one("open", false), at(10))).toBe(null);
    expect(nextDue(one("open", false))).toEqual(at(12));
  });
});

describe("when the sweep looks at it next", () => {
  test.each<[Status, boolean, Partial<Dates>, Date | null]>([
    ["draft", false, {}, at(1)],
    ["draft", false, { opensAt: null }, null],
    ["draft", false, { opensAt: at(30) }, null],
    ["open", true, {}, at(10)],
    ["open", true, { joinUntil: null, matchingAt: null }, at(15)],
    ["matching", false, {}, at(15)],
    ["running", false, {}, at(30)],
    ["running", false, { endsAt: null }, null],
    ["closed", false, {}, null],
    ["archived", false, {}, null],
  ])("%s, taking members: %s, with %o", (status, takesMembers, dates, due) => {
    expect(nextDue(one(status, takesMembers, dates))).toEqual(due);
  });
});
