import { Children, createElement, Fragment, isValidElement, type ReactElement, type ReactNode } from "react";
import type { Letter, LetterLink } from "@/lib/notify/notices/letter";
import { Action, LinkLine, Paragraph, Paragraphs, Placed, Quote, Subheading, Suggestions, TextLink } from "./parts";

/** What a passage of a mail is. A button and a line with a link have words of their own; where they lead is not a passage. */
export type Part = "subject" | "preview" | "heading" | "paragraph" | "subheading" | "button" | "link";

/** One passage of a letter, as its concept words it. */
export interface Passage {
  part: Part;
  /** With placeholders, and links in square brackets: the letter as it is written about marked facts. */
  ours: string;
  /** Links in the midst of it. */
  links: number;
  /** Nobody can word it anew. */
  stays: boolean;
}

type Element = ReactElement<{ children?: ReactNode; stays?: boolean; to?: LetterLink }>;

const PARTS = new Map<unknown, Part>([
  [Paragraph, "paragraph"],
  [Subheading, "subheading"],
  [Action, "button"],
  [LinkLine, "link"],
]);
const PLACED = new Set<unknown>([Placed, Quote, Paragraphs, Suggestions]);

/** The passages of a letter, in their order. */
export function listPassages({ subject, preview, heading, body }: Letter): Passage[] {
  const passages: Passage[] = [line("subject", subject), line("preview", preview)];
  if (heading !== undefined) passages.push(line("heading", heading));
  changeParts(body, (element, part) => {
    const { children, stays = false } = element.props;
    passages.push({ part, ours: tidy(wordsOf(children)), links: listLinks(children).length, stays });
    return element;
  });
  return passages;
}

/**
 * The body of a letter with each of its passages replaced. A component of a letter is a plain function of facts: it is called, to find
 * the passages that it makes. What is made of facts alone stays as it is.
 */
export function changeParts(node: ReactNode, change: (element: Element, part: Part) => ReactNode): ReactNode {
  if (Array.isArray(node)) return node.map((one, i) => createElement(Fragment, { key: i }, changeParts(one, change)));
  if (!isElement(node) || PLACED.has(node.type)) return node;
  const part = PARTS.get(node.type);
  if (part) return change(node, part);
  if (node.type === Fragment) return changeParts(node.props.children, change);
  return typeof node.type === "function" ? changeParts(callOf(node), change) : node;
}

/** The links in the midst of a passage, in their order. */
export function listLinks(node: ReactNode): LetterLink[] {
  return Children.toArray(node).flatMap((one) => {
    if (!isElement(one)) return [];
    return one.type === TextLink && one.props.to ? [one.props.to] : listLinks(one.props.children);
  });
}

function line(part: Part, text: string): Passage {
  return { part, ours: tidy(text), links: 0, stays: false };
}

function wordsOf(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(wordsOf).join("");
  if (!isElement(node)) return typeof node === "string" || typeof node === "number" ? String(node) : "";
  const words = wordsOf(node.props.children);
  return node.type === TextLink ? `[${words}]` : words;
}

/** White space as a reader sees it, and the article with its word, which may begin with another letter in another society. */
function tidy(words: string): string {
  return words
    .replace(/\s+/g, " ")
    .replace(/\ban? \{\{(mentor|mentee)\}\}/g, "{{a $1}}")
    .trim();
}

function isElement(node: ReactNode): node is Element {
  return isValidElement(node);
}

function callOf({ type, props }: Element): ReactNode {
  return (type as (props: unknown) => ReactNode)(props);
}
