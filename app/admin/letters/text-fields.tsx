import { TextArea, TextField } from "@/components/ui/field";
import { WhoReads } from "@/components/ui/who-reads";
import type { Settings } from "@/lib/society/settings/settings";
import { ROOM } from "@/lib/staff/letters/input";

interface TextFieldsProps {
  settings: Settings;
  initial?: { subject: string; words: string };
}

/** What a letter to members says. */
export function TextFields({ settings: { society, support }, initial }: TextFieldsProps) {
  return (
    <>
      <TextField name="subject" label="Subject" initial={initial?.subject} maxLength={ROOM.subject} />
      <TextArea
        name="words"
        label="Letter"
        hint={`You can write {{name}} for the name of whoever reads it, {{society}} for ${society.name} and {{product}} for ${society.product}.`}
        initial={initial?.words}
        room="long"
      />
      <WhoReads>
        Everybody whom it is for reads it here and by e-mail, from {society.name}. Answers go to{" "}
        {support.email ?? "the society"}. Nothing is sent until you have seen how it looks.
      </WhoReads>
    </>
  );
}
