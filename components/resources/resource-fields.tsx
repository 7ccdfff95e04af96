import { SelectField, TextArea, TextField } from "@/components/ui/field";
import type { Texts } from "@/lib/foundation/amending";
import { sayNumber } from "@/lib/foundation/wording";
import { ROOM } from "@/lib/society/content/input";
import { OUR_FILMS } from "@/lib/society/resources/film";
import { SUMMARY_ROOM } from "@/lib/society/resources/input";
import { AUDIENCES } from "@/lib/society/resources/resource";
import { sayAudience } from "@/lib/society/resources/wording";
import type { Settings } from "@/lib/society/settings/settings";

/** The boxes of an article or a film, for a new one and for another version. */
export function ResourceFields({ initial, words }: { initial: Texts; words: Settings["words"] }) {
  const ours = OUR_FILMS.map((name) => `/videos/${name}.mp4`).join(", ");
  return (
    <>
      <TextField name="title" label="Title" initial={initial.title ?? ""} maxLength={ROOM.title} />
      <TextField
        name="summary"
        label="Summary"
        hint={`One line for the list, up to ${SUMMARY_ROOM} characters.`}
        initial={initial.summary ?? ""}
        maxLength={SUMMARY_ROOM}
      />
      <SelectField
        name="audience"
        label="For whom"
        options={AUDIENCES.map((audience) => ({ value: audience, label: sayAudience(audience, words) }))}
        initial={initial.audience ?? "everybody"}
      />
      <TextField
        name="film"
        label="Film (optional)"
        hint={`Leave it empty for an article. One of our own films is shown on the page: ${ours}. A film on YouTube or Vimeo is shown as a link, since our pages load nothing from other companies. Choose one that has captions.`}
        initial={initial.film ?? ""}
        maxLength={200}
      />
      <TextArea
        name="body"
        label="Article, or transcript of the film"
        hint={`In Markdown, up to ${sayNumber(ROOM.body)} characters. For a film, write down everything that is said and shown, for people who cannot hear or see it.`}
        initial={initial.body ?? ""}
        room="long"
      />
    </>
  );
}
