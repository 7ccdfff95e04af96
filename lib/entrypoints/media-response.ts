import { type ByteRange, isAlreadyThere, isStillMeant, readByteRange } from "@/lib/foundation/byte-range";
import { inTurn } from "./file-response";

interface Media {
  type: string;
  /** Another one as soon as a single byte is different. */
  etag: string;
  size: number;
}

/**
 * A private file that a player asks for bit by bit (RFC 9110, 14): all of it or a range, the same without its bytes for HEAD, nothing
 * for a browser that has it already. Browsers ask before they use it again, since who may see it can change from one moment to the
 * next. No page may be made of it, and no type guessed.
 */
export function mediaResponse(
  request: Request,
  { type, etag, size }: Media,
  read: (range: ByteRange) => AsyncGenerator<Uint8Array<ArrayBuffer>>,
): Response {
  const { headers, method } = request;
  const always = { ...SAFE, etag, "accept-ranges": "bytes" };
  if (isAlreadyThere(headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers: always });
  const range = isStillMeant(headers.get("if-range"), etag) ? readByteRange(headers.get("range"), size) : null;
  if (range === "unsatisfiable")
    return new Response(null, { status: 416, headers: { ...always, "content-range": `bytes */${size}` } });
  const { from, to } = range ?? { from: 0, to: size - 1 };
  const body = method === "HEAD" ? null : inTurn(read({ from, to }));
  return new Response(body, {
    status: range ? 206 : 200,
    headers: {
      ...always,
      "content-type": type,
      "content-length": String(to - from + 1),
      ...(range && { "content-range": `bytes ${from}-${to}/${size}` }),
    },
  });
}

/** The same for what is not there and what is not for whoever asks. */
export function nothingHere(): Response {
  return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
}

const SAFE = {
  "cache-control": "private, no-cache",
  "content-disposition": "inline",
  // Whoever opens the film by itself gets a page with nothing else in it.
  "content-security-policy": "default-src 'none'; media-src 'self'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
};
