/**
 * An e-mail address as it is kept: as it was typed, without what a copy or a keyboard has added to it. Its domain is as the net
 * has it, and letters outside ASCII are small, so that two spellings of one kept address differ in A-Z at most. See DECISIONS, 96.
 */
export function cleanAddress(typed: string): string {
  const plain = withoutUnseen(typed).normalize("NFC").replace(/[‘’ʼ]/gu, "'").trim();
  const at = plain.lastIndexOf("@");
  return at < 0 ? small(plain) : `${small(plain.slice(0, at))}@${inAscii(plain.slice(at + 1))}`;
}

/**
 * The one form in which an address is looked up, counted and compared. `address_form` in the database makes it of a kept
 * address; no collation has a say in either.
 */
export function addressForm(typed: string): string {
  return cleanAddress(typed).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

export function isSameAddress(one: string, other: string): boolean {
  return addressForm(one) === addressForm(other);
}

/** The one form of a membership number, as it is kept, looked up and counted: some write it with spaces. */
export function numberForm(typed: string): string {
  return withoutUnseen(typed.normalize("NFKC")).replace(/\s+/gu, "").normalize("NFKC");
}

/** The one form of what may be either; an address has an @ and no number has. */
export function identifierForm(typed: string): string {
  return typed.includes("@") ? addressForm(typed) : numberForm(typed);
}

/** Zero-width characters, marks of direction, soft hyphens, control characters. Half of a character becomes U+FFFD. */
function withoutUnseen(text: string): string {
  return text.toWellFormed().replace(/[\p{Cf}\p{Cc}]/gu, "");
}

/** One letter after the other: a word would have its last sigma written otherwise. ASCII stays as people write it. */
function small(text: string): string {
  return text.replace(/\P{ASCII}/gu, (letter) => letter.toLowerCase()).normalize("NFC");
}

/** bücher.example → xn--bcher-kva.example; as it is where it cannot be a domain. */
function inAscii(typed: string): string {
  const domain = small(typed);
  if (/^\p{ASCII}*$/u.test(domain) || /[\s/:?#@\\[\]%]/u.test(domain)) return domain;
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : domain;
}

/** The address alone, of one that may be written with a name: "Connect <connect@example.org>". */
export function bareAddress(written: string): string {
  return /<([^<>\s]+)>\s*$/.exec(written)?.[1] ?? written.trim();
}
