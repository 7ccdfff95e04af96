import type { Csv } from "@/lib/foundation/csv";

/** To a member who has had many files made in a short time. */
export function tooManyFiles(): Response {
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", "retry-after": "3600" };
  return new Response("You have downloaded many files in a short time. Please wait an hour, then try again.", {
    status: 429,
    headers,
  });
}

/** A file that is made while it is being sent: each piece when the reader wants it, and none for a reader who has gone. */
export function inTurn(pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
}

/** A private file to keep: never shown in the page, never kept by anything on the way. `name` is ours, not somebody's words. */
export function fileResponse(content: Uint8Array, type: "application/pdf", name: string): Response;
export function fileResponse(content: Csv, type: "text/csv", name: string): Response;
export function fileResponse(content: Uint8Array | Csv, type: string, name: string): Response {
  return new Response(typeof content === "string" ? content : new Uint8Array(content), { headers: headersOf(type, name) });
}

/** The same for a table of any length: made while it is being sent, so that it takes no more memory than one of its pieces. */
export function csvResponse(pieces: AsyncGenerator<Csv>, name: string): Response {
  return new Response(inTurn(inBytes(pieces)), { headers: headersOf("text/csv", name) });
}

async function* inBytes(pieces: AsyncGenerator<Csv>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}

function headersOf(type: string, name: string): Record<string, string> {
  return {
    "content-type": type === "text/csv" ? `${type}; charset=utf-8` : type,
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  };
}
