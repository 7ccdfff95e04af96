import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createGzip, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillEmptyPages, fillPage } from "./empty-pages";

const empty = (data = "") =>
  `<!DOCTYPE html><html id="__next_error__"><head></head><body><script>${data}</script></body></html>`;
const DEFECT = String.raw`self.__next_f.push([1,"2:E{\"digest\":\"2790153648\"}\n"])`;

test("a page that is not there says so", () => {
  const page = fillPage(empty(), 404);
  expect(page).toMatch(/<body><main><h1>We cannot find this page<\/h1>.*<script>/s);
  expect(page).toContain('<html id="__next_error__" lang="en-GB">');
  expect(page).toContain('<title>Page not found</title><link rel="stylesheet" href="/empty-page.css"/></head>');
});

test("a page that failed has the reference that its scripts would show", () => {
  const page = fillPage(empty(DEFECT), 500);
  expect(page).toContain("<h1>Something went wrong on our side</h1>");
  expect(page).toContain("<strong>2790153648</strong>");
  expect(page).toContain("<title>Error: something went wrong</title>");
});

test("without a reference there is no word of one", () => {
  expect(fillPage(empty(), 500)).not.toContain("reference");
});

test("a page with words of its own stays as it is", () => {
  expect(fillPage("<!DOCTYPE html><html><body><h1>Ours</h1></body></html>", 404)).toBeNull();
});

let server: Server;
let url = "";

beforeAll(async () => {
  fillEmptyPages();
  // As Next does it: the status, then the kind, then the page in pieces, and all of it perhaps compressed by what came between.
  server = createServer((request, response) => {
    if (request.headers["accept-encoding"] === "gzip") compress(response);
    const [, status = "", kind = ""] = (request.url ?? "").split("/");
    response.statusCode = Number(status);
    response.setHeader("Content-Type", kind === "page" ? "text/html; charset=utf-8" : "text/plain");
    const [head = "", tail = ""] = empty("é").split("<body>");
    response.write(Buffer.from(head));
    response.write("<body>", "utf8", () => response.end(tail));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

/** A stand-in for the middleware that Next compresses with: it takes the place of write and end. */
function compress(response: import("node:http").ServerResponse): void {
  const gzip = createGzip();
  const end = response.end.bind(response);
  const pieces: Buffer[] = [];
  gzip.on("data", (piece) => pieces.push(piece)).on("end", () => end(Buffer.concat(pieces)));
  response.write = ((piece: string, encoding: BufferEncoding, done?: () => void) => {
    gzip.write(piece, encoding);
    done?.();
    return true;
  }) as typeof response.write;
  response.end = ((piece: string) => {
    gzip.end(piece);
    return response;
  }) as typeof response.end;
}

const ask = async (path: string, headers: Record<string, string> = { "accept-encoding": "identity" }) =>
  (await fetch(url + path, { headers })).text();

test("an error's page gets words on its way out, whole and once", async () => {
  const page = await ask("/404/page");
  expect(page.match(/We cannot find this page/g)).toHaveLength(1);
  expect(page).toContain("<script>é</script>");
  expect(page.endsWith("</html>")).toBe(true);
});

test("whatever compresses it gets the words too", async () => {
  const packed = await (await fetch(`${url}/500/page`, { headers: { "accept-encoding": "gzip" } })).arrayBuffer();
  expect(gunzipSync(Buffer.from(packed)).toString()).toContain("Something went wrong on our side");
});

test("other answers pass as they are", async () => {
  expect(await ask("/200/page")).toBe(empty("é"));
  expect(await ask("/500/text")).toBe(empty("é"));
});
