import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import type { Texts } from "@/lib/foundation/amending";
import { sayNumber } from "@/lib/foundation/wording";
import { ROOM } from "@/lib/society/content/input";
import { addressOfFilm } from "@/lib/society/films/address";
import type { ShelvedFilm } from "@/lib/society/films/film";
import { OUR_FILMS } from "@/lib/society/resources/film";
import { SUMMARY_ROOM } from "@/lib/society/resources/input";
import { AUDIENCES } from "@/lib/society/resources/resource";
import { sayAudience } from "@/lib/society/resources/wording";
import type { Settings } from "@/lib/society/settings/settings";

interface ResourceFieldsProps {
  initial: Texts;
  words: Settings["words"];
  /** The society's own, to choose from. */
  films: readonly Pick<ShelvedFilm, "id" | "title">[];
}

/** The boxes of an article or a film, for a new one and for another version. */
export function ResourceFields({ initial, words, films }: ResourceFieldsProps) {
  const suggestions = [
    ...films.map(({ id, title }) => ({ value: addressOfFilm(id), label: title })),
    ...OUR_FILMS.map((name) => ({
      value: `/videos/${name}.mp4`,
      label: `${name.replaceAll("-", " ")} (comes with the product)`,
    })),
  ];
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
        hint={
          <>
            Leave it empty for an article. A film that comes with the product, or one that you{" "}
            <Link href="/admin/content#films">uploaded</Link>, is shown on the page: the box suggests them. A film on YouTube or
            Vimeo is shown as a link, since our pages load nothing from other companies. Choose one that has captions.
          </>
        }
        initial={initial.film ?? ""}
        maxLength={200}
        suggestions={suggestions}
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
