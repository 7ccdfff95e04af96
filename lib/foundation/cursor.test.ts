import { expect, test } from "vitest";
import { cursorAfter, readCursor } from "./cursor";

const at = (row: { at: Date }) => row.at;
const rows = [1, 2, 3].map((n) => ({ at: new Date(Date.UTC(2026, 5, n)), id: `00000000-0000-4000-8000-00000000000${n}` }));

test("what is written after a page is read as its last row", () => {
  expect(readCursor(cursorAfter(rows, 2, at) ?? "")).toEqual(rows[1]);
});

test("after the last page there is none", () => expect(cursorAfter(rows, 3, at)).toBeNull());

test.each([undefined, "", "2026-06-01T00:00:00.000Z", `2026-06-99T00:00:00.000Z_${rows[0]?.id}`, `${rows[0]?.id}_1`])(
  "%s is no cursor",
  (text) => expect(readCursor(text)).toBeNull(),
);
