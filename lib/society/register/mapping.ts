import type { Column, Mapping } from "./register-import";

/** Common headings, the most certain first. */
const HEADINGS: Record<"number" | "name" | "firstName" | "surname" | "email" | "standing", readonly RegExp[]> = {
  number: [
    /^(member(ship)?|mitglieds?) ?(number|no|nr|nummer|id)$/,
    /^(number|no|nr|mitgliedsnummer)$/,
    /member.*(number|no|id)/,
    /^id$/,
  ],
  firstName: [/^(first|given|fore) ?names?$/, /^vorname$/, /first ?name/],
  surname: [/^(surname|last ?name|family ?name|nachname)$/, /surname|last ?name/],
  name: [/^(full )?name$/, /^member ?name$/, /(^| )name$/],
  email: [/^e ?mail( address)?$/, /e ?mail/],
  standing: [/^(membership |member )?(standing|status)$/, /standing|status/],
};
const MEANS_CURRENT =
  /^(current|active|paid( up)?|good( standing)?|in good standing|yes|y|true|1|fellow|member|live|valid|aktiv)$/i;
const MEANS_LAPSED =
  /^(lapsed|inactive|expired|unpaid|resigned|cancelled|canceled|terminated|deceased|retired|suspended|no|n|false|0|former|left)$/i;

/** A guess from the headings, which staff can correct. */
export function guessMapping(columns: readonly Column[]): Partial<Mapping> {
  const taken = new Set<number>();
  const find = (patterns: readonly RegExp[]): number | null => {
    for (const pattern of patterns) {
      const at = columns.findIndex(({ label }, i) => !taken.has(i) && pattern.test(plain(label)));
      if (at >= 0) {
        taken.add(at);
        return at;
      }
    }
    return null;
  };
  const number = find(HEADINGS.number);
  const [email, standing] = [find(HEADINGS.email), find(HEADINGS.standing)];
  const [firstName, surname] = [find(HEADINGS.firstName), find(HEADINGS.surname)];
  const isInParts = firstName !== null && surname !== null;
  const name = isInParts ? null : find(HEADINGS.name);
  return { ...(number === null ? {} : { number }), name, firstName: isInParts ? firstName : null, surname, email, standing };
}

/** A guess which values of the standing column mean current and which lapsed. */
export function guessWords(words: readonly string[]): Pick<Mapping, "current" | "lapsed"> {
  return {
    current: words.filter((word) => MEANS_CURRENT.test(word)),
    lapsed: words.filter((word) => MEANS_LAPSED.test(word)),
  };
}

export type MappingFault =
  | "no-such-column"
  | "no-name"
  | "two-names"
  | "half-a-name"
  | "column-twice"
  | "too-many-words"
  | "no-current"
  | "word-twice";

/** What is wrong with a choice of columns. */
export function findColumnFault(mapping: Mapping, columns: readonly Column[]): MappingFault | null {
  const { name, firstName, surname, standing } = mapping;
  const chosen = [mapping.number, name, firstName, surname, mapping.email, standing].filter((one) => one !== null);
  if (chosen.some((one) => !columns[one])) return "no-such-column";
  if (new Set(chosen).size < chosen.length) return "column-twice";
  if (name !== null && firstName !== null) return "two-names";
  if (name === null && firstName === null && surname === null) return "no-name";
  if (name === null && (firstName === null || surname === null)) return "half-a-name";
  return standing !== null && !columns[standing]?.words ? "too-many-words" : null;
}

/** What is wrong with a choice of words. */
export function findWordFault({ current, lapsed }: Pick<Mapping, "current" | "lapsed">): MappingFault | null {
  if (current.length === 0) return "no-current";
  return current.some((word) => lapsed.includes(word)) ? "word-twice" : null;
}

function plain(label: string): string {
  return label
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
