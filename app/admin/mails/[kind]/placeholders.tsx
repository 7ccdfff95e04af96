import { EVERYWHERE } from "@/lib/notify/letters/marked-facts";
import { listPlaceholders } from "@/lib/notify/letters/placeholders";
import type { EditablePassage } from "@/lib/notify/mail-words/list";
import { sayPlaceholder } from "@/lib/notify/mail-words/wording";
import type { Settings } from "@/lib/society/settings/settings";

/** What can be written in double braces, folded away. */
export function Placeholders({ passages, words }: { passages: readonly EditablePassage[]; words: Settings["words"] }) {
  const names = [
    ...new Set([...EVERYWHERE, ...passages.flatMap(({ ours, placeholders }) => [...listPlaceholders(ours), ...placeholders])]),
  ];
  return (
    <details>
      <summary className="py-1">How to write it</summary>
      <div className="mt-3 grid gap-3">
        <p>
          Write plain text. An empty line begins a new paragraph. Where something differs from e-mail to e-mail, write its
          placeholder, in double braces. At the beginning of a sentence, the word for a role gets a capital letter by itself.
        </p>
        <ul className="grid list-disc gap-1 pl-6 marker:text-soft">
          {names.map((name) => (
            <li key={name}>{sayPlaceholder(name, words)}</li>
          ))}
        </ul>
        <p>
          The greeting, quotations, lists and the lines at the foot of an e-mail always stay as they are. You can change the
          words of links and buttons, but not where they lead.
        </p>
      </div>
    </details>
  );
}
