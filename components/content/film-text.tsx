import type { Block } from "@/lib/foundation/blocks";
import { gatherFilms, readFilmPlace } from "@/lib/society/content/film-text";
import { DocumentText } from "./document-text";
import { FilmPlayer } from "./film-player";

interface FilmTextProps {
  blocks: readonly Block[];
  /** The page that shows this text, and the film that its address asks for. */
  path: string;
  asked: string | string[] | undefined;
}

/** A published text whose films share one player. A text with one film, or none, looks as it would anywhere. */
export function FilmText({ blocks, path, asked }: FilmTextProps) {
  const { films, before, after } = gatherFilms(blocks);
  if (films.length === 0) return <DocumentText blocks={blocks} />;
  const place = readFilmPlace(asked, films.length);
  return (
    <div className="grid grid-cols-1 content-start gap-6">
      {before.length > 0 && <DocumentText blocks={before} />}
      <FilmPlayer
        key={place}
        films={films.map(({ blocks: words, ...film }) => ({ ...film, text: <DocumentText blocks={words} /> }))}
        path={path}
        initial={place}
      />
      {after.length > 0 && <DocumentText blocks={after} />}
    </div>
  );
}
