import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import { MOST_FIELDS } from "@/lib/people/auth/kept-form";
import { type FormState, putBack } from "./form-state";

/** Sentences beside one field. */
const MOST_SENTENCES = 5;

export const TOO_MANY_FIELDS =
  "This form contains more than its page can send, so nothing was saved. Please open the page again and fill it in once more.";

export type Read<Input> = { input: Input } | { errors: FormState["errors"]; message: string | null };

/**
 * A form as its schema wants it, or what is wrong with it. Only the fields that the schema names are looked at, each under its plain
 * name: a name such as `roles[2500000]` would have the parser make a list of that many places, and `__intent__` would have it change
 * what was sent. So the work is bound by what the schema names and by MOST_FIELDS, whatever was sent.
 */
export function readFields<Schema extends z.ZodType>(form: FormData, schema: Schema): Read<z.infer<Schema>> {
  const known = knownFields(form, schema);
  if (known === null) return { errors: {}, message: TOO_MANY_FIELDS };
  const parsed = parseWithZod(known, { schema });
  return parsed.status === "success" ? { input: parsed.value } : { errors: byField(parsed.error ?? {}), message: null };
}

/** The fields that the schema names; null when there are more than a page can send, with those of the framework and of nobody. */
export function knownFields(form: FormData, schema: z.ZodType): FormData | null {
  const names = new Set(namesOf(schema));
  const known = new FormData();
  let count = 0;
  for (const [name, value] of form) {
    count += 1;
    if (count > MOST_FIELDS) return null;
    if (names.has(name)) known.append(name, value);
  }
  return known;
}

/** Names that only somebody writes who tries out a parser; those of the framework begin with a dollar sign. */
const FORGED_NAME = /[[\].]|^__/;

/** What no page of ours sends: more fields than there are, or names for a parser. Null when there is nothing of the kind. */
export function findForgery(form: FormData): "too-many-fields" | "forged-name" | null {
  const names = [...form.keys()].slice(0, MOST_FIELDS + 1);
  if (names.length > MOST_FIELDS) return "too-many-fields";
  return names.some((name) => !name.startsWith("$") && FORGED_NAME.test(name)) ? "forged-name" : null;
}

/** What was typed in the fields that the schema names, to be put back into the form. */
export function typedIn(form: FormData, schema: z.ZodType): FormState["values"] {
  return putBack(knownFields(form, schema) ?? new FormData());
}

/** The fields of a form's schema. A form is flat: what would need dots or brackets in a name is refused when the door is made. */
export function namesOf(schema: z.ZodType): string[] {
  const made = schema instanceof z.ZodPipe ? (schema.in as z.ZodType) : schema;
  if (!(made instanceof z.ZodObject)) throw new Error("The schema of a form is an object of fields.");
  const names = Object.keys(made.shape);
  const odd = names.find((name) => !/^[A-Za-z][\w-]{0,40}$/.test(name));
  if (odd !== undefined) throw new Error(`${odd} is no name for a field of a form.`);
  return names;
}

/** What is wrong with one of a list's values is said beside the list, each thing once. */
function byField(errors: Record<string, string[] | null>): FormState["errors"] {
  const byName = new Map<string, Set<string>>();
  for (const [path, sentences] of Object.entries(errors)) {
    const name = path.replace(/[.[].*$/s, "");
    const said = byName.get(name) ?? new Set();
    byName.set(name, said);
    for (const sentence of sentences ?? []) if (said.size < MOST_SENTENCES) said.add(sentence);
  }
  return Object.fromEntries([...byName].map(([name, said]) => [name, [...said]]));
}
