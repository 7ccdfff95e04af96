import { mediaResponse, nothingHere } from "@/lib/entrypoints/media-response";
import { readRequest } from "@/lib/people/auth/session";
import { findFilmCaptions } from "@/lib/society/films/queries";

type Params = { params: Promise<{ id: string }> };

/** The captions of a film of the society's own, for the same people as the film. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const [{ viewer }, { id }] = await Promise.all([readRequest(), params]);
  const found = await findFilmCaptions(viewer, id);
  if (!found) return nothingHere();
  const bytes = new TextEncoder().encode(found.captions);
  const file = { type: "text/vtt; charset=utf-8", etag: `"${id}-${found.version}"`, size: bytes.length };
  return mediaResponse(request, file, async function* ({ from, to }) {
    yield bytes.slice(from, to + 1);
  });
}

export const HEAD = GET;
