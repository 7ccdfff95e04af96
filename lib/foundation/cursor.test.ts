import fc from "fast-check";
import { expect, test } from "vitest";
import { cursorAfter, keyCursorAfter, readCursor, readKeyCursor } from "./cursor";

const at = (row: { at: Date }) => row.at;
const rows = [1, 2, 3].map((n) => ({ at: new Date(Date.UTC(2026, 5, n)), id: `00000000-0000-4000-8000-00000000000${n}` }));

test("what is written after a page is read as its last row", () => {
  expect(readCursor(cursorAfter(rows, 2, at) ?? "")).toEqual(rows[1]);
});

test("after the last page there is none", () => expect(cursorAfter(rows, 3, at)).toBeNull());

test("keys of any kind are read as they are written", () => {
  const keyed = rows.map(({ at: createdAt, id }, i) => ({ createdAt, key: `mail_${i}:~${id}` }));
  expect(readKeyCursor(keyCursorAfter(keyed, 2))).toEqual({ at: keyed[1]?.createdAt, key: keyed[1]?.key });
  expect(keyCursorAfter(keyed, 3)).toBeNull();
});

test("no cursor has a year that the database does not read", () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), (instant) => {
      const found = readKeyCursor(`${instant.toISOString()}_key`);
      expect(found?.at.toISOString() ?? "0001-").toMatch(/^(?!0000)\d{4}-/);
      if (/^(?!0000)\d{4}-/.test(instant.toISOString())) expect(found).toEqual({ at: instant, key: "key" });
    }),
  );
});

test.each([
  undefined,
  "",
  `0000-01-01T00:00:00.000Z_${rows[0]?.id}`,
  `-000001-01-01T00:00:00.000Z_${rows[0]?.id}`,
  "2026-06-01T00:00:00.000Z",
  `2026-06-99T00:00:00.000Z_${rows[0]?.id}`,
  `${rows[0]?.id}_1`,
])("%s is no cursor", (text) => expect(readCursor(text)).toBeNull());
