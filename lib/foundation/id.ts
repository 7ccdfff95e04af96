import { z } from "zod";

/** An id as it is written everywhere, for patterns that have one in them. */
export const ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/**
 * An id in a form. PostgreSQL takes capitals and gives small letters back, so two spellings of one id would be one row in the
 * database and two names everywhere else: in keys, in what is sealed, in a comparison. There is one spelling from here on.
 */
export const IdInput = idInput();

/** The same with a sentence of its own. */
export function idInput(message?: string) {
  return z.guid(message).toLowerCase();
}

/** An id that somebody typed or pasted; null when it is none. */
export function readId(text: unknown): string | null {
  return IdInput.safeParse(text).data ?? null;
}

const WHOLE = new RegExp(`^${ID}$`);

/** Whether a part of an address is an id in its one spelling: any other spelling leads to no page. */
export function isId(text: string): boolean {
  return WHOLE.test(text);
}
