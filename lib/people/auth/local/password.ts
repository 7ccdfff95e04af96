import { COMMON_PASSWORDS } from "./common-passwords";
import { isAmongMostUsed } from "./most-used-passwords";

/** Counted in characters, as people do. */
export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;

export type PasswordFault = "too-short" | "too-long" | "about-you" | "about-us" | "too-common" | "leaked";

/** Whose password it will be. It must not be any of this. */
export interface Owner {
  number: string;
  name: string;
  email: string;
}

/**
 * Why this is refused as a password; null when it is fine. Only the length counts, in any mixture of characters. We refuse
 * what everybody knows about the person, and the passwords that everybody tries first.
 */
export function findPasswordFault(password: string, owner: Owner): PasswordFault | null {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return "too-short";
  if (length > LONGEST_PASSWORD) return "too-long";
  if (isAbout(plain(password), owner)) return "about-you";
  return isCommon(plain(password)) ? "too-common" : null;
}

/** The name backwards counts as well, and the number twice. */
function isAbout(password: string, { number, name, email }: Owner): boolean {
  const words = name.split(/\s+/);
  const known = [name, words.toReversed().join(""), email, email.split("@")[0] ?? "", number, number.repeat(2)].map(plain);
  return known.some((fact) => fact !== "" && (password === fact || password === fact + plain(number)));
}

/**
 * Whether the password consists only of words from the names of the society and the product, which an attacker tries first.
 */
export function isOfSociety(password: string, { name, product }: { name: string; product: string }): boolean {
  const words = [name, product, ...name.split(/[\s-]+/), ...product.split(/[\s-]+/)].map(plain).filter((word) => word !== "");
  const letters = withoutEnd(plain(password));
  const rest = words.sort((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, ""), letters);
  return letters !== "" && rest.replace(/[^\p{L}\p{N}]+/gu, "") === "";
}

function withoutEnd(password: string): string {
  return password.replace(/[\d!.?*]+$/, "");
}

function isCommon(password: string): boolean {
  const isOneCharacter = new Set(password).size <= 2;
  return isOneCharacter || [password, withoutEnd(password)].some((one) => COMMON_PASSWORDS.has(one) || isAmongMostUsed(one));
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}
