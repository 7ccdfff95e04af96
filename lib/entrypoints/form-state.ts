import type { Preview } from "@/lib/society/content/document";

/** What a form knows after it was sent and came back: what was typed, what is wrong with each field, and the whole. */
export interface FormState {
  values: Record<string, string[]>;
  errors: Record<string, string[] | null>;
  message: string | null;
  /** What helps, behind the message; opens beside the form, so that nothing in it is lost. */
  link?: { href: string; label: string };
  /** What somebody else has saved meanwhile, field by field, where it is not what was typed. */
  theirs?: Theirs;
  /** What was typed, as it would look, or true where the page can show that by itself; nothing is saved. */
  preview?: Preview | true;
}

export interface Theirs {
  name: string;
  texts: Record<string, string>;
}

export const UNTOUCHED: FormState = { values: {}, errors: {}, message: null };

/** Whether a form that stays on its page was sent, and nothing of it came back. */
export function isDone(state: FormState): boolean {
  return state !== UNTOUCHED && state.message === null && Object.keys(state.errors).length === 0;
}

/** The tick boxes of a form that came back with both texts: the fields in which theirs is to stand. */
export const TAKE = "take";

/** What was typed, to be put back into the form: of a file its name, and no password. */
export function putBack(form: FormData): FormState["values"] {
  const values: FormState["values"] = {};
  for (const name of new Set(form.keys())) {
    if (name.toLowerCase().includes("password")) continue;
    values[name] = form.getAll(name).flatMap((value) => {
      if (typeof value === "string") return [value];
      return value.size > 0 ? [value.name] : [];
    });
  }
  return values;
}
