import type { Texts } from "@/lib/foundation/amending";
import { listInWords } from "@/lib/foundation/wording";
import { hasLinks } from "@/lib/notify/letters/own-words";
import type { Part } from "@/lib/notify/letters/passages";
import { braced, findUnknown } from "@/lib/notify/letters/placeholders";
import type { GroupName } from "@/lib/notify/notices/groups";
import type { EditablePassage } from "./list";
import type { OwnPassage } from "./mail-words";

/** Limits in characters. */
export const ROOM: Record<Part, number> = {
  subject: 150,
  preview: 200,
  heading: 150,
  subheading: 120,
  button: 80,
  link: 120,
  paragraph: 2000,
};

/** What keeps the words of a form from being saved, in a sentence for each box. */
export function findProblems(passages: readonly EditablePassage[], texts: Texts, group: GroupName): Record<string, string[]> {
  return Object.fromEntries(
    passages.flatMap((passage) => {
      const problem = passage.stays ? null : findProblem(passage, texts[passage.field] ?? "", group);
      return problem === null ? [] : [[passage.field, [problem]]];
    }),
  );
}

/** What is wrong with these words for a passage; null when nothing is. */
export function findProblem(passage: EditablePassage, words: string, group: GroupName): string | null {
  const { part, links, placeholders } = passage;
  if (words === "")
    return mayBeLeftOut(passage, group)
      ? null
      : "This cannot be empty. Write it in other words, or put the earlier words back.";
  if (words.length > ROOM[part]) return `Keep this to ${ROOM[part].toLocaleString("en-GB")} characters.`;
  if (part !== "paragraph" && words.includes("\n")) return "This has to be one line.";
  const unknown = findUnknown(placeholders, words);
  if (unknown !== null) return `There is no placeholder ${unknown} here. You can use ${listInWords(placeholders.map(braced))}.`;
  if (!hasLinks(words, links))
    return links === 1
      ? "The link is missing. Put the words that lead there in square brackets, [like this], once."
      : `There are ${links} links here. Put the words of each in square brackets, [like this], in the same order.`;
  return null;
}

/** Whether staff may leave a passage out by emptying its box: a paragraph without a link, but none about the safety of an account. */
export function mayBeLeftOut({ part, links, stays }: EditablePassage, group: GroupName): boolean {
  return (part === "paragraph" || part === "subheading") && links === 0 && !stays && group !== "security";
}

/** Of words that were saved, those that fit no passage of the kind as it is now, so that ours are used. */
export function findUnfit(passages: readonly EditablePassage[], own: readonly OwnPassage[], group: GroupName): OwnPassage[] {
  return own.filter((one) => {
    const passage = passages.find(({ part, ours, stays }) => !stays && part === one.part && ours === one.ours);
    return !passage || findProblem(passage, one.own, group) !== null;
  });
}
