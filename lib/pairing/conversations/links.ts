/** A piece of a message: words, or an address that can be followed. */
export type Part = { kind: "words"; text: string } | Link;

export interface Link {
  kind: "link";
  /** As it was typed. */
  text: string;
  /** Where it leads: http or https, and nothing else. */
  href: string;
  /** The host in its ASCII form if letters of other scripts could make it look like another host; otherwise null. */
  host: string | null;
}

/**
 * An address begins with http://, https:// or www., not in the middle of a word, and ends at white space or at a character
 * that no address has: quotes, brackets of markup, backslashes, and marks that turn the direction of reading.
 */
const ADDRESS =
  /(?<![\p{L}\p{N}_@.-])(?:https?:\/\/|www\.)[^\s<>"`{}|\\^\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/giu;

/** Punctuation that follows an address and does not belong to it. */
const AFTER = /[.,;:!?…'’”»*_~\])}]$/u;
const OPENING: Record<string, string> = { ")": "(", "]": "[" };

/** Finds the addresses in a message. Nothing else is markup. Joined, all pieces are the message again. */
export function toParts(words: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of words.matchAll(ADDRESS)) {
    const link = toLink(withoutPunctuation(match[0]));
    if (!link) continue;
    if (match.index > end) parts.push({ kind: "words", text: words.slice(end, match.index) });
    parts.push(link);
    end = match.index + link.text.length;
  }
  if (end < words.length) parts.push({ kind: "words", text: words.slice(end) });
  return parts;
}

/** A name or password before the host is a trick to make it look like another one, so that stays plain text. */
function toLink(text: string): Link | null {
  const url = parse(/^www\./i.test(text) ? `https://${text}` : text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || !url.hostname.includes(".")) return null;
  const isAsTyped = text.toLowerCase().includes(url.hostname);
  return { kind: "link", text, href: url.href, host: isAsTyped ? null : url.hostname };
}

/** Not URL.canParse: once it is warm, Node 20 rejects hosts with an umlaut. */
function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** A bracket that was opened inside the address belongs to it. */
function withoutPunctuation(address: string): string {
  let length = address.length;
  const counts = new Map<string, number>();
  for (const character of address) counts.set(character, (counts.get(character) ?? 0) + 1);
  const count = (character: string) => counts.get(character) ?? 0;
  while (length > 0) {
    const last = address.charAt(length - 1);
    if (!AFTER.test(last)) break;
    const opening = OPENING[last];
    if (opening && count(last) <= count(opening)) break;
    counts.set(last, count(last) - 1);
    length--;
  }
  return address.slice(0, length);
}

/** Longer than this, in characters or lines, a message is folded. */
const LONG = { characters: 1500, lines: 24 };
/** How much of it is shown then. */
const SHOWN = { characters: 700, lines: 12 };

/** The part of a long message that is shown at once, and the rest; cut between words, never inside an address. */
export function fold(words: string): { shown: string; rest: string | null } {
  if (words.length <= LONG.characters && countLines(words) <= LONG.lines) return { shown: words, rest: null };
  let end = cutAfterLines(words, SHOWN.lines).slice(0, SHOWN.characters).length;
  const cut = words.slice(0, end);
  const isInWord = /\S$/.test(cut) && /^\S/.test(words.slice(end));
  if (isInWord) end = cut.search(/\S+$/) || endOfFirst(words, end);
  const shown = words.slice(0, end).trimEnd();
  return { shown, rest: words.slice(shown.length) || null };
}

function countLines(words: string): number {
  return words.split("\n").length;
}

function cutAfterLines(words: string, lines: number): string {
  return words.split("\n").slice(0, lines).join("\n");
}

/** The first word is longer than that part: an address stays whole, anything else is cut between two characters. */
function endOfFirst(words: string, end: number): number {
  const [word = ""] = /^\S+/.exec(words) ?? [];
  if (/:\/\/|www\./i.test(word)) return word.length;
  return /[\ud800-\udbff]/.test(words.charAt(end - 1)) ? end - 1 : end;
}
