import { randomUUID } from "node:crypto";
import { describeDefect, log, logRefusal } from "@/lib/foundation/log";
import { BrokenForm, type Part, readBoundary, readParts } from "@/lib/foundation/multipart";
import { readBody } from "@/lib/foundation/read-body";
import type { Viewer } from "@/lib/foundation/viewer";
import { isWithinLimits } from "@/lib/people/auth/local/limits";
import { isFromOurPages } from "@/lib/people/auth/origin";
import { readRequest } from "@/lib/people/auth/session";
import { lengthOf } from "./body-limits";

interface Given {
  viewer: Viewer;
  now: Date;
}

interface UploadDoor {
  /** Bytes of the whole form. */
  largest: number;
  /** The page of the form, which says why something was refused, with ?refused= and one of these reasons. */
  back: (request: Request) => string;
}

/**
 * The only way in for a staff form with a file that is too large to be kept in memory: the fields come one after the other, as they
 * arrive. Checks the origin and the right of whoever sends it before anything is read, counts the form, reads the clock, and turns a
 * defect into a reference. `work` says which page to go on to. A body without a length is not read, nor one that is too long.
 */
export function uploadRoute(
  { largest, back }: UploadDoor,
  work: (given: Given & { parts: AsyncGenerator<Part> }) => Promise<string>,
) {
  return async (request: Request): Promise<Response> => {
    const given = await admit(request);
    if (given instanceof Response) return given;
    const again = (reason: string) => leadTo(`${back(request)}?refused=${reason}`);
    if (!request.headers.has("content-length")) return say(411, "Please send a Content-Length header.");
    if (lengthOf(request.headers) > largest) return again("too-large");
    if (!(await isWithinLimits("form", given.viewer.memberId, null))) return again("too-often");
    const boundary = readBoundary(request.headers.get("content-type"));
    if (boundary === null || request.body === null) return say(400, "This is not the form of our page.");
    try {
      return leadTo(await work({ ...given, parts: readParts(upTo(largest, request.body), boundary) }));
    } catch (error) {
      if (isCutOff(error) || request.signal.aborted) return again("cut-off");
      return again(`failed&reference=${logDefect(error)}`);
    }
  };
}

/** The only way in for a piece of a file, which a script of ours sends: the same checks, and a sentence instead of a page. */
export function pieceRoute<Params>(
  largest: number,
  work: (given: Given & { bytes: Uint8Array; params: Params }) => Promise<string | null>,
) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    const given = await admit(request);
    if (given instanceof Response) return given;
    try {
      const bytes = await readBody(request, largest);
      if (bytes === null) return say(413, "The request is too large.");
      const refused = await work({ ...given, bytes, params: await params });
      return refused === null ? new Response(null, { status: 204 }) : say(422, refused);
    } catch (error) {
      return say(500, `Something went wrong on our side. If it happens again, ask for help and quote ${logDefect(error)}.`);
    }
  };
}

/** Staff on one of our own pages, and the time; or what anybody else is told. */
async function admit(request: Request): Promise<Given | Response> {
  if (!isFromOurPages(request.headers)) {
    logRefusal("origin");
    return say(403, "This form did not come from our own page, so nothing was saved. Please open the page again.");
  }
  const { viewer, now } = await readRequest();
  if (!viewer) return leadTo("/sign-in");
  if (viewer.staff !== "none") return { viewer, now };
  logRefusal("staff", { right: "staff", memberId: viewer.memberId });
  return say(404, "There is nothing here.");
}

/** Whatever a request says of its length, no more than so many bytes are read of it. */
async function* upTo(largest: number, body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const bytes of body as unknown as AsyncIterable<Uint8Array>) {
    length += bytes.length;
    if (length > largest) throw new BrokenForm();
    yield bytes;
  }
}

function isCutOff(error: unknown): boolean {
  // Node's name for a connection that its other end has left.
  return error instanceof BrokenForm || (error instanceof Error && "code" in error && error.code === "ECONNRESET");
}

/** What a person quotes when they ask for help. */
function logDefect(error: unknown): string {
  const reference = randomUUID().slice(0, 8);
  log().error({ reference, defect: describeDefect(error) }, "an upload failed");
  return reference;
}

function leadTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}

function say(status: number, sentence: string): Response {
  return new Response(sentence, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
