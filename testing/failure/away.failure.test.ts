import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyMigrations } from "@/lib/foundation/db/migrations";
import { type BreakableProxy, openBreakableProxy } from "@/testing/breakable-proxy";
import { startPostgres } from "@/testing/postgres";
import { PRODUCT_SECRET, type RunningProduct, startBuiltProduct } from "@/testing/product";

// The production build, whose database goes away, hangs and comes back.

let server: Awaited<ReturnType<typeof startPostgres>>;
let proxy: BreakableProxy;
let product: RunningProduct;

beforeAll(async () => {
  server = await startPostgres();
  await applyMigrations(server.url);
  proxy = await openBreakableProxy(server.url);
  product = await startBuiltProduct(proxy.url);
}, 300_000);

afterAll(async () => {
  await product?.stop();
  await proxy?.close();
  await server?.stop();
});

async function ask(path: string, init: RequestInit = {}) {
  const began = performance.now();
  const answer = await fetch(product.url + path, { redirect: "manual", signal: AbortSignal.timeout(60_000), ...init });
  const text = await answer.text();
  return { status: answer.status, text, seconds: (performance.now() - began) / 1000 };
}

const askHealth = () => ask("/api/health", { headers: { authorization: `Bearer ${PRODUCT_SECRET}` } });

/** What somebody without scripts reads. */
const wordsOf = (page: string) =>
  page
    .replace(/^.*<body[^>]*>/s, "")
    .replace(/<(script|style)\b.*?<\/\1>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

/** The page of a defect, without scripts; its reference stands in the log with what happened. */
function expectDefect({ status, text }: { status: number; text: string }): void {
  expect(status).toBe(500);
  const reference = /quote this reference when you ask for help: (\d+)/.exec(wordsOf(text))?.[1];
  expect(wordsOf(text)).toContain("Something went wrong on our side");
  const lines = product
    .said()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as { reference?: string; defect?: string });
  expect(lines.find((line) => line.reference === reference)).toMatchObject({ defect: expect.stringMatching(/\n {4}at /) });
}

async function expectWell(): Promise<void> {
  const page = await ask("/sign-in");
  expect(page.status).toBe(200);
  const health = await askHealth();
  expect([health.status, JSON.parse(health.text)]).toEqual([200, expect.objectContaining({ ok: true })]);
}

async function expectHealthToSay(): Promise<void> {
  const health = await askHealth();
  expect([health.status, JSON.parse(health.text)]).toEqual([503, expect.objectContaining({ faults: ["database-away"] })]);
  expect(health.seconds).toBeLessThan(10);
  const stranger = await ask("/api/health");
  expect([stranger.status, JSON.parse(stranger.text)]).toEqual([503, { ok: false }]);
}

test("away: every page says so with a reference that the log has, and the first request once it is back is answered", async () => {
  await expectWell();
  await proxy.shut();
  for (const path of ["/", "/sign-in", "/mentors", "/nowhere"]) expectDefect(await ask(path));
  await expectHealthToSay();
  await proxy.open();
  await expectWell();
});

test("behind a lock: every request ends, health answers, and all is well afterwards", async () => {
  const other = new Client({ connectionString: server.url });
  await other.connect();
  await other.query('BEGIN; LOCK TABLE "members" IN ACCESS EXCLUSIVE MODE');
  try {
    // More than there are connections.
    const requests = Array.from({ length: 15 }, () => ask("/sign-in"));
    const answers = await Promise.all(requests);
    for (const answer of answers) expectDefect(answer);
    expect(Math.max(...answers.map(({ seconds }) => seconds))).toBeLessThan(40);
  } finally {
    await other.query("ROLLBACK");
    await other.end();
  }
  await expectWell();
});

test("in silence: every request ends, health answers, and all is well afterwards", async () => {
  proxy.stall();
  const [page] = await Promise.all([ask("/sign-in"), expectHealthToSay()]);
  expectDefect(page);
  expect(page.seconds).toBeLessThan(40);
  await proxy.open();
  await expectWell();
});

test("a page that is not there says so in words, with its status, whether the address or the page itself knows", async () => {
  for (const path of ["/nowhere", "/create-account"]) {
    const { status, text } = await ask(path);
    expect(status, path).toBe(404);
    expect(wordsOf(text), path).toContain("We cannot find this page");
  }
});

test.each([
  ["WORDS_KEYS", "", "WORDS_KEYS should be a name, a colon and 32 random bytes"],
  ["DATABASE_URL", "mysql://localhost/connect", "DATABASE_URL should begin with postgresql://"],
])("a start with a wrong %s ends, and says what it should be", async (name, value, sentence) => {
  const start = startBuiltProduct(proxy.url, { [name]: value });
  await expect(start).rejects.toThrow("The product ended");
  await expect(start).rejects.toThrow(sentence);
});
