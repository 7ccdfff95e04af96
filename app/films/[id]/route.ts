import { mediaResponse, nothingHere } from "@/lib/entrypoints/media-response";
import { readRequest } from "@/lib/people/auth/session";
import { MEDIA_TYPES } from "@/lib/society/films/film";
import { findFilmFile, readFilmBytes } from "@/lib/society/films/queries";

type Params = { params: Promise<{ id: string }> };

export const maxDuration = 300;

/** A film of the society's own, or a part of it, for whoever can open a page that shows it. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const [{ viewer }, { id }] = await Promise.all([readRequest(), params]);
  const file = await findFilmFile(viewer, id);
  if (!file) return nothingHere();
  const { fileId, kind, size } = file;
  return mediaResponse(request, { type: MEDIA_TYPES[kind], etag: `"${fileId}"`, size }, (range) =>
    readFilmBytes(fileId, range),
  );
}

export const HEAD = GET;
