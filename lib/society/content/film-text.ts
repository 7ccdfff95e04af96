import { type Block, plain, type Video } from "@/lib/foundation/blocks";

/** A film of a text, with what stands below it: its transcript, as a rule. */
export interface FilmSection {
  title: string;
  video: Video;
  blocks: Block[];
}

export interface FilmText {
  /** The films that share one player; none where a text has fewer than two. */
  films: FilmSection[];
  before: Block[];
  after: Block[];
}

/**
 * Finds the sections of a text that begin with a film, so that one player can show them in turn. Every other section keeps its place
 * before the player or after it. A film inside a section that begins with words stays where its author put it.
 */
export function gatherFilms(blocks: readonly Block[]): FilmText {
  const sections = splitSections(blocks).map((section) => ({ section, film: filmOf(section) }));
  const first = sections.findIndex(({ film }) => film);
  const films = sections.flatMap(({ film }) => film ?? []);
  if (films.length < 2) return { films: [], before: [...blocks], after: [] };
  const wordsOf = (some: typeof sections) => some.filter(({ film }) => !film).flatMap(({ section }) => section);
  return { films, before: wordsOf(sections.slice(0, first)), after: wordsOf(sections.slice(first)) };
}

/** The place of the film that an address asks for with ?film=2, counted from 0; the first for anything that it cannot mean. */
export function readFilmPlace(asked: string | string[] | undefined, count: number): number {
  const place = typeof asked === "string" && /^\d{1,3}$/.test(asked) ? Number(asked) - 1 : 0;
  return place >= 0 && place < count ? place : 0;
}

function splitSections(blocks: readonly Block[]): Block[][] {
  const sections: Block[][] = [];
  for (const block of blocks) {
    const last = sections.at(-1);
    if (!last || (block.type === "heading" && block.level === 2)) sections.push([block]);
    else last.push(block);
  }
  return sections;
}

function filmOf([heading, film, ...blocks]: readonly Block[]): FilmSection | null {
  if (heading?.type !== "heading" || film?.type !== "video" || blocks.some(({ type }) => type === "video")) return null;
  return { title: plain(heading.inlines), video: film.video, blocks };
}
