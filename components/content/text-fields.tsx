import { TextArea, TextField } from "@/components/ui/field";
import type { Texts } from "@/lib/foundation/amending";
import { sayNumber } from "@/lib/foundation/wording";
import { ROOM } from "@/lib/society/content/input";

/** The boxes of a text: its title, and its words in Markdown. */
export function TextFields({ initial }: { initial: Texts }) {
  return (
    <>
      <TextField name="title" label="Title" initial={initial.title ?? ""} maxLength={ROOM.title} />
      <TextArea
        name="body"
        label="Text"
        hint={`In Markdown, up to ${sayNumber(ROOM.body)} characters. The format is explained below.`}
        initial={initial.body ?? ""}
        room="long"
      />
    </>
  );
}
