import fc from "fast-check";
import { expect, test } from "vitest";
import { readClaims } from "@/lib/people/auth/claims";
import { CreateAccountInput } from "@/lib/people/auth/local/input";
import { cleanLine, cleanTyped } from "./typed-text";

test("a name is one line that reads in the order it is written, wherever it comes from", () => {
  const hostile = " Mei\r\n\0\u202eaka\u2066nat \u200f\u2028 Tanaka\ufeff ";
  const clean = "Mei aka nat Tanaka";
  expect(cleanLine(hostile)).toBe(clean);
  const names = { issuer: "i", number: "number", standing: "standing", current: "current", missing: "refused" } as const;
  const claims = { sub: "one", name: hostile, email: "mei@example.org", number: "1\u202e2", standing: "current" };
  expect(readClaims([claims], names).claims).toMatchObject({ name: clean, number: "12" });
  expect(CreateAccountInput.shape.name.parse(hostile)).toBe(clean);
  // What Persian and emoji are joined with stays.
  expect(cleanLine("می\u200cخواهم 👩\u200d⚕️")).toBe("می\u200cخواهم 👩\u200d⚕️");
});

test("whatever is typed: a line has neither controls nor marks of direction, words keep their lines, and twice is once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      expect(cleanLine(typed)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u);
      expect(cleanTyped(typed)).not.toMatch(/[^\P{Cc}\n\t]/u);
      expect([cleanLine(cleanLine(typed)), cleanTyped(cleanTyped(typed))]).toEqual([cleanLine(typed), cleanTyped(typed)]);
    }),
  );
});
