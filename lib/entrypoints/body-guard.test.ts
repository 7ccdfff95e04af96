import { createServer, type IncomingHttpHeaders, request, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { LARGEST_FILE } from "@/lib/people/pictures/picture";
import nextConfig from "@/next.config";
import { guardBodies } from "./body-guard";
import { LARGEST_FORM } from "./body-limits";

vi.mock("@/lib/foundation/log", () => ({ logRefusal: () => {} }));

const MB = 1024 * 1024;
/** However busy the machine is. */
const SOON = { timeout: 30_000 };
const emit = Server.prototype.emit;
const ends: (() => void)[] = [];
afterEach(() => {
  Server.prototype.emit = emit;
  for (const end of ends.splice(0)) end();
});

/** A server that waits for the whole of each body, as Next does, and counts what it was given. */
async function serve() {
  guardBodies(async (headers) => headers.get("cookie") || null);
  let given = 0;
  const server = createServer((asked, answer) => {
    given += 1;
    asked.resume().once("end", () => answer.end("taken"));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  ends.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  const { port } = server.address() as AddressInfo;

  /** Sends `sent` bytes of a body; what is not sent is still on its way. */
  function send(path: string, headers: IncomingHttpHeaders, sent: number) {
    const asked = request({ port, path, method: "POST", headers });
    ends.push(() => asked.destroy());
    const answered = new Promise<{ status: number; headers: IncomingHttpHeaders }>((done, fail) => {
      asked.once("error", fail);
      asked.once("response", (answer) => {
        answer.resume();
        done({ status: answer.statusCode ?? 0, headers: answer.headers });
      });
    });
    answered.catch(() => {});
    asked.write(Buffer.alloc(sent));
    if (sent >= Number(headers["content-length"])) asked.end();
    return { answered, drop: () => asked.destroy() };
  }
  return { send, given: () => given };
}

const ofLength = (length: number, cookie?: string) => ({ "content-length": String(length), ...(cookie ? { cookie } : {}) });

test("Next lets in what we refuse in words, and no more", () => {
  expect(nextConfig.experimental?.serverActions?.bodySizeLimit).toBe(`${LARGEST_FORM / MB}mb`);
  expect(Number.parseInt(String(nextConfig.experimental?.proxyClientMaxBodySize), 10)).toBeGreaterThan(LARGEST_FORM / MB);
  expect(LARGEST_FORM).toBeGreaterThan(2 * LARGEST_FILE);
});

test("a body that is too long reaches nobody, and its page says so", async () => {
  const { send, given } = await serve();
  expect((await send("/account", ofLength(MB + 1), MB + 1).answered).status).toBe(413);
  const back = await send("/profile?a=b", ofLength(25 * MB + 1), 25 * MB + 1).answered;
  expect([back.status, back.headers.location]).toEqual([303, "/profile?refused=too-large"]);
  expect(given()).toBe(0);
});

test("a body of no length is refused while it is still coming, but where machines send", async () => {
  const { send, given } = await serve();
  const chunked = { "transfer-encoding": "chunked" };
  expect((await send("/account", chunked, 10).answered).status).toBe(411);
  expect(given()).toBe(0);
  send("/api/register", chunked, 10);
  await vi.waitFor(() => expect(given()).toBe(1), SOON);
});

test("slow bodies of nobody have one bound together, and it is free again when they are over", async () => {
  const { send, given } = await serve();
  const slow = Array.from({ length: 20 }, () => send("/profile", ofLength(23 * MB), 100));
  await vi.waitFor(() => expect(given()).toBe(1), SOON);
  // Whatever is short goes by them: signing in, for one.
  expect((await send("/sign-in", ofLength(1000), 1000).answered).status).toBe(200);
  const late = send("/profile", ofLength(23 * MB), 23 * MB);
  const { status, headers } = await late.answered;
  expect([status, headers["retry-after"]]).toEqual([503, "60"]);
  for (const { drop } of slow) drop();
  const again = async () => expect((await send("/profile", ofLength(10 * MB), 10 * MB).answered).status).toBe(200);
  await vi.waitFor(again, SOON);
});

test("a member's have their own bound, which takes nothing from others, and all members' have one", async () => {
  const { send, given } = await serve();
  for (let i = 0; i < 5; i++) send("/profile", ofLength(24 * MB, "one"), 100);
  await vi.waitFor(() => expect(given()).toBe(2), SOON);
  expect((await send("/profile", ofLength(20 * MB, "other"), 20 * MB).answered).status).toBe(200);
  for (let i = 0; i < 20; i++) send("/profile", ofLength(24 * MB, `member ${i}`), 100);
  // 256 MB in all: ten of 24, and the one that is over.
  await vi.waitFor(() => expect(given()).toBe(11), SOON);
});
