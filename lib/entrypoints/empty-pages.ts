/**
 * When a page ends in an error or is not there (`notFound`), Next answers with the right status and an empty body, which only
 * scripts fill: React has no error boundaries on a server. Whoever has no scripts gets words here, and a reference; scripts
 * replace them by the product's own page, as before. Hooked in where Node announces each request, since nothing that Next calls
 * in between has the answer in hand.
 */
import { subscribe } from "node:diagnostics_channel";
import type { OutgoingHttpHeader, ServerResponse } from "node:http";

const EMPTY = '<html id="__next_error__"';
const kept = globalThis as { connectFillsEmptyPages?: true };

/** From now on, in this process. */
export function fillEmptyPages(): void {
  if (kept.connectFillsEmptyPages) return;
  kept.connectFillsEmptyPages = true;
  subscribe("http.server.request.start", (message) => watch((message as { response: ServerResponse }).response));
}

/** Nothing but looks on until the answer says that it is a page with an error: then whatever compresses it is in place. */
function watch(response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name: string, value: OutgoingHttpHeader) => {
    const isPage = name.toLowerCase() === "content-type" && String(value).startsWith("text/html");
    if (isPage && response.statusCode >= 400) {
      response.setHeader = setHeader;
      hold(response);
    }
    return setHeader(name, value as number | string | readonly string[]);
  };
}

/** Keeps the page back until it is whole. Errors are small. */
function hold(response: ServerResponse): void {
  const { write, end } = response;
  const pieces: Buffer[] = [];
  const keep = (piece: unknown, encoding?: unknown) => {
    if (typeof piece === "string") pieces.push(Buffer.from(piece, encoding as BufferEncoding | undefined));
    else if (piece instanceof Uint8Array) pieces.push(Buffer.from(piece));
  };
  const call = (done: unknown[]) => (done.find((one) => typeof one === "function") as (() => void) | undefined)?.();
  response.write = (piece: unknown, ...rest: unknown[]) => {
    keep(piece, rest[0]);
    call(rest);
    return true;
  };
  response.end = ((piece: unknown, ...rest: unknown[]) => {
    keep(piece, rest[0]);
    Object.assign(response, { write, end });
    const page = Buffer.concat(pieces);
    const filled = fillPage(page.toString(), response.statusCode);
    if (filled !== null && !response.headersSent) response.removeHeader("content-length");
    end.call(response, filled ?? page, "utf8");
    call([piece, ...rest]);
    return response;
  }) as ServerResponse["end"];
}

/** Next's empty page with words for this status in it; null when it is another page. */
export function fillPage(html: string, status: number): string | null {
  if (!html.includes(EMPTY)) return null;
  const { title, words } = status === 404 ? NOT_FOUND : defect(/\bE\{\\?"digest\\?":\\?"([\w;@-]+)/.exec(html)?.[1]);
  return html
    .replace(EMPTY, `${EMPTY} lang="en-GB"`)
    .replace("</head>", `<title>${title}</title><link rel="stylesheet" href="/empty-page.css"/></head>`)
    .replace("<body>", `<body><main>${words}</main>`);
}

const NOT_FOUND = {
  title: "Page not found",
  words: `<h1>We cannot find this page</h1>
<p>The address may be mistyped, or you may not have access to the page.</p>
<p><a href="/">Go to Home</a></p>`,
};

function defect(reference: string | undefined) {
  const quote = `If it happens again, quote this reference when you ask for help: <strong>${reference}</strong>`;
  return {
    title: "Error: something went wrong",
    words: `<h1>Something went wrong on our side</h1>
<p>This was not your fault, and everything you saved before is safe. Please try again in a minute.</p>
${reference ? `<p>${quote}</p>` : ""}
<form><button>Try this page again</button></form>
<p><a href="/">Go to Home</a></p>`,
  };
}
