import { TextArea, TextField } from "@/components/ui/field";
import type { Texts } from "@/lib/foundation/amending";
import { EVERYWHERE } from "@/lib/notify/letters/marked-facts";
import { type OwnWords, wordsKey } from "@/lib/notify/letters/own-words";
import { braced } from "@/lib/notify/letters/placeholders";
import type { EditablePassage } from "@/lib/notify/mail-words/list";
import { mayBeLeftOut, ROOM } from "@/lib/notify/mail-words/problems";
import { sayPassage } from "@/lib/notify/mail-words/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { WhichMails } from "../which-mails";

interface PassagesProps {
  which: WhichMails;
  texts: Texts;
  /** What stands there where nothing else is written; ours where this has nothing either. */
  base: OwnWords;
  words: Settings["words"];
}

/** A box for each passage, in the order of the mail. */
export function Passages({ which: { passages, group }, texts, base, words }: PassagesProps) {
  return passages.map((passage) => {
    const { field, part, stays } = passage;
    const label = sayPassage(passage, passages, words);
    if (stays)
      return (
        <div key={field} className="grid max-w-[40rem] gap-1.5">
          <p className="font-[650]">{label}</p>
          <p>{passage.ours}</p>
          <p className="text-soft">This stays as it is, so that nobody misses it when their account is in danger.</p>
        </div>
      );
    const given = base.get(wordsKey(passage)) ?? passage.ours;
    const box = { name: field, label, initial: texts[field] ?? "" };
    const hint = sayHint(passage, texts[field] === given ? null : given, mayBeLeftOut(passage, group));
    return part === "paragraph" ? (
      <TextArea key={field} {...box} hint={hint} room="short" />
    ) : (
      <TextField key={field} {...box} hint={hint} maxLength={ROOM[part]} />
    );
  });
}

/** What may be done with a passage, and what stood there before it was changed. */
function sayHint({ links, placeholders }: EditablePassage, before: string | null, isOptional: boolean): string | undefined {
  const special = placeholders.slice(EVERYWHERE.length).map(braced);
  const parts = [
    before !== null && `Before: ${before}`,
    links > 0 && "The words in square brackets are a link: keep the brackets.",
    special.length > 0 && `Here you can also use ${special.join(", ")}.`,
    isOptional && "Empty the box to leave this out.",
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(" ") : undefined;
}
