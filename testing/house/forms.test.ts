import { parseWithZod } from "@conform-to/zod/v4";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { z } from "zod";
import { knownFields, namesOf, readFields, TOO_MANY_FIELDS, typedIn } from "@/lib/entrypoints/form-fields";
import { findUnboundChanges } from "@/testing/house/schema-rules";

// Every form that anybody may send, with names, sizes and shapes that no page of ours makes. The bound is one of work: how much
// reaches the parser, how much it finds wrong, how much goes back.

const doors = vi.hoisted(() => ({ schemas: [] as z.ZodType[], path: "" }));
vi.mock("@/lib/entrypoints/form-action", async (original) => {
  const note = (schema: z.ZodType) => {
    doors.schemas.push(schema);
    return async () => null;
  };
  const made = { formAction: note, staffAction: note, adminAction: note, openAction: note };
  return { ...(await original<object>()), ...made };
});

const ACTIONS = import.meta.glob("../../app/**/actions.ts");
for (const load of Object.values(ACTIONS)) await load();
const SCHEMAS = [...new Set(doors.schemas)];
const INPUTS = import.meta.glob("../../lib/**/{input,boxes}.ts", { eager: true }) as Record<string, Record<string, unknown>>;

/** Beside what was sent: sentences of ours for each field of the largest form. */
const ROOM_FOR_SENTENCES = 20_000;

test("every action is among them", () => {
  expect(Object.keys(ACTIONS).length).toBeGreaterThan(30);
  expect(doors.schemas.length).toBeGreaterThan(80);
  for (const schema of SCHEMAS) expect(() => namesOf(schema)).not.toThrow();
});

/** Names that mean something to a parser, around the fields that a schema has. */
const odd = (names: string[]) => {
  const own = fc.constantFrom(...names, "x", "__proto__", "constructor", "__intent__", "__state__");
  const index = fc.nat({ max: 20_000 });
  return fc.oneof(
    own,
    fc.tuple(own, index).map(([name, at]) => `${name}[${at}]`),
    fc.tuple(own, index, index).map(([name, one, other]) => `${name}[${one}][${other}]`),
    own.map((name) => `${name}[]`),
    fc.tuple(own, own).map(([name, other]) => `${name}.${other}`),
    fc.nat({ max: 5_000 }).map((depth) => "a.".repeat(depth)),
    fc.string({ maxLength: 60, unit: "binary" }),
  );
};
const value = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.constantFrom("", "on", "1", "-1", "1e400", "\0", "\u202e", "yes"),
  fc.nat({ max: 10_000 }).map((length) => "\r\n".repeat(length)),
  fc.nat({ max: 20_000 }).map((at) => JSON.stringify({ type: "update", payload: { name: `roles[${at}]`, value: "x" } })),
);
const sent = fc
  .constantFrom(...SCHEMAS)
  .chain((schema) =>
    fc.tuple(fc.constant(schema), fc.array(fc.tuple(odd(namesOf(schema)), value, fc.nat({ max: 20 })), { maxLength: 12 })),
  );

function formOf(fields: [string, string, number][]): FormData {
  const form = new FormData();
  for (const [name, text, times] of fields) for (let i = 0; i <= times; i++) form.append(name, text);
  return form;
}

const sizeOf = (form: FormData) => [...form].reduce((sum, [name, text]) => sum + name.length + String(text).length + 4, 0);

test("whatever is sent, no more of it reaches a parser than there are fields, and no more comes back", () => {
  fc.assert(
    fc.property(sent, ([schema, fields]) => {
      const form = formOf(fields);
      const known = knownFields(form, schema);
      expect([...(known?.keys() ?? [])].filter((name) => !namesOf(schema).includes(name))).toEqual([]);
      const read = readFields(form, schema);
      const errors = "errors" in read ? read.errors : {};
      expect(Object.keys(errors).filter((name) => name !== "" && !namesOf(schema).includes(name))).toEqual([]);
      expect(Object.values(errors).flat().length).toBeLessThanOrEqual(5 * namesOf(schema).length + 5);
      const answer = JSON.stringify({ values: typedIn(form, schema), errors });
      // As JSON a control character is six.
      expect(answer.length).toBeLessThan(6 * sizeOf(form) + ROOM_FOR_SENTENCES);
    }),
  );
});

test("what a parser makes of it has no holes", () => {
  fc.assert(
    fc.property(sent, ([schema, fields]) => {
      const form = formOf(fields);
      const known = knownFields(form, schema);
      if (known === null) {
        expect(readFields(form, schema)).toEqual({ errors: {}, message: TOO_MANY_FIELDS });
        return;
      }
      const { payload } = parseWithZod(known, { schema });
      const values = Object.values(payload).flat();
      expect(values.length).toBe([...known].length);
      expect(values.every((one) => typeof one === "string")).toBe(true);
    }),
  );
});

test("a form that has more fields than a page sends is not read at all", () => {
  for (const schema of SCHEMAS) {
    const [name = "x"] = namesOf(schema);
    const form = formOf(Array.from({ length: 401 }, () => [name, "1", 0]));
    expect(readFields(form, schema)).toEqual({ errors: {}, message: TOO_MANY_FIELDS });
    expect(typedIn(form, schema)).toEqual({});
  }
});

test("nothing is done with a value before its length is known", () => {
  const exported = Object.entries(INPUTS).flatMap(([path, made]) =>
    Object.entries(made).map(([name, one]) => [`${path}: ${name}`, one] as const),
  );
  const forms = doors.schemas.map((schema, i) => [`form ${i}: ${namesOf(schema).join(", ")}`, schema] as const);
  expect([...exported, ...forms].flatMap(([name, schema]) => findUnboundChanges(name, schema))).toEqual([]);
});
