import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { listFiles } from "./source-file";

// Every text that comes in through a form or an address, whichever schema reads it.

/** Compared as they are, and kept as a hash alone. */
const PASSWORDS = /password/i;

interface Field {
  name: string;
  schema: z.ZodType;
}

const files = listFiles("lib").filter((path) => /(^|\/)input\.ts$/.test(path));
const modules = await Promise.all(files.map(async (path) => ({ path, all: (await import(`@/${path}`)) as object })));

function fieldsOf(name: string, schema: unknown): Field[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, one]) => [{ name: `${name}.${key}`, schema: one as z.ZodType }]);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => fieldsOf(name, one));
  if (schema instanceof z.ZodPipe) return fieldsOf(name, schema.in);
  return [];
}

const fields = modules
  .flatMap(({ path, all }) => Object.entries(all).flatMap(([name, schema]) => fieldsOf(`${path} ${name}`, schema)))
  .filter(({ name }) => !PASSWORDS.test(name.split(".").at(-1) ?? ""));

const HOSTILE = ["\0", "\r", "\r\n", "\u0007", "\u001b[2J", "\u0085", "\ud800", "\u009f"];
const around = fc.constantFrom(
  "",
  "Mei",
  "100001",
  "mei@example.org",
  "a",
  " ",
  "-",
  "H-7K3Q9",
  "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
);
const hostile = fc.tuple(around, fc.constantFrom(...HOSTILE), around).map((parts) => parts.join(""));

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" && !(value instanceof Date) ? Object.values(value).flatMap(textsIn) : [];
}

test("there are fields to try", () => expect(fields.length).toBeGreaterThan(80));

test.each(fields)("$name lets no control character through", ({ schema }) => {
  fc.assert(
    fc.property(hostile, fc.boolean(), (typed, isInList) => {
      const parsed = schema.safeParse(isInList ? [typed] : typed);
      for (const text of parsed.success ? textsIn(parsed.data) : []) {
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/[^\P{Cc}\n\t]/u);
      }
    }),
    { numRuns: 200 },
  );
});
