/** The name of somebody whose data has been erased, as their partners see it. */
export const FORMER_MEMBER = "a former member";
/** Shown in place of what an erased member wrote. */
export const ERASED_WORDS = "Erased with the account of the person who wrote this.";

/** Shown in place of a text that cannot be decrypted. Staff find the reference among the findings. */
export function sayUnreadable(reference: string): string {
  return `This text cannot be read at the moment. Please ask for help and quote the reference ${reference}.`;
}

/** A member's name at the beginning of a sentence or a line. */
export function atStart(name: string): string {
  return name === FORMER_MEMBER ? capital(name) : name;
}

/** "a, b and c" */
export function listInWords(words: readonly string[]): string {
  return AND.format(words);
}

const AND = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "4,000" */
export function sayNumber(number: number): string {
  return number.toLocaleString("en-GB");
}

/** "4,000"; of what is counted up to one more than `most`, "more than 5,000". */
export function sayUpTo(count: number, most: number): string {
  return count > most ? `more than ${sayNumber(most)}` : sayNumber(count);
}

/** "Mentor", from the society's word "mentor". */
export function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase("en-GB") + word.slice(1);
}

/** Somebody's own words as the end of a sentence: with a full stop, unless they bring a mark of their own. */
export function asSentence(words: string): string {
  return /[.!?…]["'”’)]*$/.test(words.trimEnd()) ? words.trimEnd() : `${words.trimEnd()}.`;
}

/** "a mentor", "an adviser" */
export function withArticle(word: string): string {
  return `${/^[aeiou]/i.test(word) ? "an" : "a"} ${word}`;
}

/** "a year", "a month", "18 months" */
export function sayMonths(months: number): string {
  if (months === 12) return "a year";
  return months === 1 ? "a month" : `${months} months`;
}
