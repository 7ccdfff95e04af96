import { TextArea, TextField } from "@/components/ui/field";
import { WhoReads } from "@/components/ui/who-reads";
import type { Settings } from "@/lib/society/settings/settings";
import { ROOM } from "@/lib/staff/letters/input";
import type { LetterList } from "@/lib/staff/letters/letter";

interface TextFieldsProps {
  /** What its list holds. */
  list: LetterList;
  settings: Settings;
  initial?: { subject: string; words: string };
}

/** What a letter to members, or to the partners of many relationships, says. */
export function TextFields({ list, settings: { society, support, words }, initial }: TextFieldsProps) {
  const isToPairs = list === "relationships";
  const names = isToPairs
    ? `, {{partner}} for their partner’s, {{mentee}} and {{mentor}} for those of the ${words.mentee} and the ${words.mentor}`
    : "";
  return (
    <>
      <input type="hidden" name="list" value={list} />
      <TextField name="subject" label="Subject" initial={initial?.subject} maxLength={ROOM.subject} />
      <TextArea
        name="words"
        label="Letter"
        hint={`You can write {{name}} for the name of whoever reads it${names}, {{society}} for ${society.name} and {{product}} for ${society.product}.`}
        initial={initial?.words}
        room="long"
      />
      <WhoReads>
        {isToPairs &&
          "Both partners of each relationship get it, but not you and your own partner. Whoever is in several gets it once for each, if it names their partner, and otherwise once. "}
        Everybody whom it is for reads it here and by e-mail, from {society.name}. Answers go to{" "}
        {support.email ?? "the society"}. Nothing is sent until you have seen how it looks.
      </WhoReads>
    </>
  );
}
