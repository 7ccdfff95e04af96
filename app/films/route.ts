import { uploadRoute } from "@/lib/entrypoints/upload-route";
import { isId } from "@/lib/foundation/id";
import { LARGEST_CAPTIONS, LARGEST_FILM } from "@/lib/society/films/film";
import { type Received, receiveFilm } from "@/lib/society/films/receive";

export const maxDuration = 300;

/** A little more than the largest film and its captions, so that a file somewhat too large is refused in words. */
const LARGEST = LARGEST_FILM + LARGEST_CAPTIONS + 1024 * 1024;

/** The form of a film, new or there already (?film=). It is read as it arrives, and nothing of it is kept in memory for long. */
export const POST = uploadRoute({ largest: LARGEST, back: pageOf }, async ({ viewer, now, parts }) =>
  leadOn(await receiveFilm(viewer, parts, now)),
);

function pageOf(request: Request): string {
  const id = new URL(request.url).searchParams.get("film") ?? "";
  return `/admin/content/films/${isId(id) ? id : "new"}`;
}

function leadOn({ id, base, title, refused }: Received): string {
  if (!refused) return `/admin/content/films/${id}?done=film-saved`;
  const said = { refused: refused.reason, ...(refused.line && { line: String(refused.line) }), ...(title && { title }) };
  return `/admin/content/films/${base === 0 || id === null ? "new" : id}?${new URLSearchParams(said)}`;
}
