import fc from "fast-check";
import { expect, test } from "vitest";
import { IdInput, idInput, isId, readId } from "./id";

/** Any mix of small letters and capitals. */
const spelling = fc
  .tuple(fc.uuid(), fc.infiniteStream(fc.boolean()))
  .map(([id, isCapital]) => [id, [...id].map((one) => (isCapital.next().value ? one.toUpperCase() : one)).join("")] as const);

test("however an id is typed, it is read in the spelling that the database gives back", () => {
  fc.assert(
    fc.property(spelling, ([id, typed]) => {
      expect(readId(typed)).toBe(id);
      expect(IdInput.parse(typed)).toBe(id);
      expect(isId(id)).toBe(true);
      expect(isId(typed)).toBe(typed === id);
    }),
  );
});

test.each([
  "",
  "x",
  "0b8c6d4e-0000-4000-8000-00000000000",
  "{0b8c6d4e-0000-4000-8000-000000000001}",
  "0b8c6d4e000040008000000000000001",
  "0b8c6d4e-0000-4000-8000-000000000001\n",
  ["0b8c6d4e-0000-4000-8000-000000000001"],
  null,
  7,
])("%j is none", (typed) => {
  expect(readId(typed)).toBeNull();
  expect(isId(String(typed)) && typeof typed === "string").toBe(false);
});

test("a sentence of one's own", () => {
  expect(idInput("Choose somebody.").safeParse("x").error?.issues[0]?.message).toBe("Choose somebody.");
});
