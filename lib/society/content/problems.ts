import type { Texts } from "@/lib/foundation/amending";
import { listInWords } from "@/lib/foundation/wording";
import type { Problems } from "./editing";
import { findUnshown } from "./markdown";
import { findUnknownPlaceholders } from "./placeholders";

/** Why a text cannot be published, for each box: unknown placeholders, and in `body` Markdown that we do not support. */
export function findProblems(texts: Texts): Problems {
  const problems = Object.entries(texts).flatMap(([name, text]) => {
    const sentences = [...sayUnknown(findUnknownPlaceholders(text)), ...(name === "body" ? findUnshown(text) : [])];
    return sentences.length > 0 ? [[name, sentences] as const] : [];
  });
  return Object.fromEntries(problems);
}

function sayUnknown(names: readonly string[]): string[] {
  const different = [...new Set(names)].map((name) => `{{${name}}}`);
  if (different.length === 0) return [];
  const what = different.length === 1 ? "is no placeholder" : "are no placeholders";
  return [
    `${listInWords(different)} ${what} that we know, or the end of a passage is missing. Those that we know are listed below the form.`,
  ];
}
