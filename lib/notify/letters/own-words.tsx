import { cloneElement, Fragment, type ReactElement, type ReactNode } from "react";
import { capital } from "@/lib/foundation/wording";
import type { Facts, Letter, LetterLink } from "@/lib/notify/notices/letter";
import { listenTo, markFacts, ROLE_WORDS, valuesOf } from "./marked-facts";
import { Lines, TextLink } from "./parts";
import { changeParts, listLinks, listPassages, type Passage } from "./passages";
import { fillIn, listPlaceholders } from "./placeholders";

/** The society's words for passages of a kind of mail, each under `wordsKey` of ours. */
export type OwnWords = ReadonlyMap<string, string>;

export function wordsKey({ part, ours }: Pick<Passage, "part" | "ours">): string {
  return `${part} ${ours}`;
}

type Values = Readonly<Record<string, string>>;

/**
 * The letter in the society's words. It is written twice: about the facts, and about the same facts as placeholders, which says which
 * passage is which. A passage keeps our words where the society has none, or has some that do not fit it any more.
 */
export function writeInOwnWords(write: (facts: Facts) => Letter, facts: Facts, own: OwnWords): Letter {
  const { facts: real, heard } = listenTo(facts);
  const letter = write(real);
  const passages = listPassages(write(markFacts(facts)));
  // Components of the letter may say something, too; so all of them have spoken before anything is filled in.
  if (listPassages(letter).length !== passages.length) return letter;
  const values = { ...valuesOf(facts), ...heard };
  const wordsFor = (passage: Passage | undefined, links: number) => {
    const words = passage && !passage.stays ? own.get(wordsKey(passage)) : undefined;
    return words === undefined || !fits(words, links, values) ? null : words;
  };
  const sayLine = (part: "subject" | "preview" | "heading", ours: string) => {
    const words = wordsFor(
      passages.find((passage) => passage.part === part),
      0,
    );
    return words === null ? ours : fillAfter("", words, values);
  };
  let at = letter.heading === undefined ? 1 : 2;
  const body = changeParts(letter.body, (element, part) => {
    at += 1;
    const links = listLinks(element.props.children);
    const words = wordsFor(passages[at], links.length);
    if (words === null) return element;
    return part === "paragraph"
      ? reword(element, words, links, values)
      : cloneElement(element, undefined, fillAfter("", words, values));
  });
  const { subject, preview, heading } = letter;
  return {
    ...letter,
    subject: sayLine("subject", subject),
    preview: sayLine("preview", preview),
    ...(heading === undefined ? {} : { heading: sayLine("heading", heading) }),
    body,
  };
}

/** Whether each placeholder has a value in this mail, and each of its links a place. */
function fits(words: string, links: number, values: Values): boolean {
  return listPlaceholders(words).every((name) => Object.hasOwn(values, name)) && hasLinks(words, links);
}

const BRACKETS = /\[([^[\]]*)\]/g;

/** Whether the words have just so many places for links. Where there are none, square brackets are only brackets. */
export function hasLinks(words: string, links: number): boolean {
  return links === 0 || [...words.matchAll(BRACKETS)].filter(([, label = ""]) => label.trim() !== "").length === links;
}

/** One paragraph of ours becomes as many as the society has written; none, where it has left them out. */
function reword(element: ReactElement<object>, words: string, links: readonly LetterLink[], values: Values): ReactNode {
  if (words === "") return null;
  const left = [...links];
  return words.split(/\n{2,}/).map((paragraph, i) => {
    const children = fillWithLinks(paragraph, left, values);
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text that never changes
    return <Fragment key={i}>{cloneElement(element, undefined, children)}</Fragment>;
  });
}

function fillWithLinks(words: string, left: LetterLink[], values: Values): ReactNode {
  const pieces = left.length === 0 ? [words] : words.split(BRACKETS);
  let before = "";
  return pieces.map((piece, i) => {
    const filled = fillAfter(before, piece, values);
    before += piece;
    const to = i % 2 === 1 ? left.shift() : undefined;
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text that never changes
    return <Fragment key={i}>{to ? <TextLink to={to}>{filled}</TextLink> : <Lines words={filled} />}</Fragment>;
  });
}

/** A society's word for a role has a capital where a sentence begins. */
function fillAfter(lead: string, words: string, values: Values): string {
  return fillIn(words, values, (name, before) => {
    const value = values[name] ?? "";
    return ROLE_WORDS.includes(name) && /(^|[.?!]\s+)$/.test(lead + before) ? capital(value) : value;
  });
}
