import { randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { db, Prisma } from "@/lib/foundation/db/client";
import { FORMER_MEMBER } from "@/lib/foundation/wording";
import type { Scope } from "@/lib/society/api-tokens/api-token";
import { make, revoke } from "@/lib/society/api-tokens/commands";
import { listTokens } from "@/lib/society/api-tokens/queries";
import { insertPartners } from "@/testing/partners";
import { insertMember, insertMentor, viewerOf } from "@/testing/people";
import { onDay } from "@/testing/proposals/examples";
import { MOST_ROWS } from "./input";
import { describeApi } from "./openapi";

const NOW = onDay(40);
const DAY_MS = 86_400_000;
const API = describeApi("Connect", "https://connect.example.org");
const SCOPES: Scope[] = ["members", "relationships", "meetings"];

type Get = { GET: (request: Request) => Promise<Response> };
const ROUTES = import.meta.glob("../../../app/api/v1/*/route.ts", { eager: true }) as Record<string, Get>;

async function ask(path: string, token: string | null): Promise<{ status: number; body: Body; answer: Response }> {
  const [, name] = /^\/([^?]+)/.exec(path) ?? [];
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  const route = ROUTES[`../../../app/api/v1/${name}/route.ts`];
  if (!route) throw new Error(`There is no ${path}.`);
  const answer = await route.GET(new Request(`http://localhost:3000/api/v1${path}`, { headers }));
  return { status: answer.status, body: (await answer.json()) as Body, answer };
}
type Body = { data: Record<string, unknown>[]; next: string | null; detail: string };

async function anAdmin() {
  return viewerOf(await insertMember({ staff: "admin" }));
}

async function aToken(scopes = SCOPES, days = 30): Promise<string> {
  const made = await make(await anAdmin(), { tokenId: randomUUID(), name: "Finance", scopes, days }, NOW);
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  await db().rateLimit.deleteMany();
});
afterEach(async () => {
  vi.useRealTimers();
  await db().apiToken.deleteMany();
});

async function holdMeeting(relationshipId: string, organiserId: string, startsAt: Date, minutes: number, status = "held") {
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
  const what = { id: randomUUID(), relationshipId, organiserId, status, answer: "accepted", startsAt, endsAt, method: 1 };
  const data = { ...what, sendsDetails: false, createdAt: startsAt, movedAt: endsAt, ...cancelled(status) };
  return db().meeting.create({ data, select: { id: true } });
}
const cancelled = (status: string) => (status === "cancelled" ? { cancelledBecause: "organiser" } : {});

describe("who gets in", () => {
  test("nobody without a valid token, and everybody is told so in problem details", async () => {
    const expired = await aToken(SCOPES, 1);
    const admin = await anAdmin();
    const tokenId = randomUUID();
    const made = await make(admin, { tokenId, name: "Finance", scopes: SCOPES, days: 30 }, NOW);
    const revoked = made.ok ? made.value : "";
    expect((await ask("/members", revoked)).status).toBe(200);
    await revoke(admin, tokenId, NOW);
    vi.setSystemTime(NOW.getTime() + DAY_MS);
    for (const token of [null, "", "connect_nobodys-token-at-all-but-a-long-one", expired, revoked]) {
      for (const path of ["/members", "/relationships", "/meetings", "/openapi.json"]) {
        const { status, answer, body } = await ask(path, token);
        expect(status).toBe(401);
        expect(answer.headers.get("content-type")).toBe("application/problem+json");
        expect(answer.headers.get("www-authenticate")).toBe("Bearer");
        expect(check("problem", body)).toEqual([]);
      }
    }
  });

  test("a token reads what it may, and no other list", async () => {
    const token = await aToken(["meetings"]);
    expect((await ask("/meetings", token)).status).toBe(200);
    expect((await ask("/openapi.json", token)).status).toBe(200);
    const { status, body } = await ask("/members", token);
    expect([status, body.detail]).toEqual([403, expect.stringContaining("may not read members")]);
    expect(check("problem", body)).toEqual([]);
  });

  test("too many requests of one token are told when to come back; another token goes on", async () => {
    const [token, other] = [await aToken(), await aToken()];
    await ask("/members?limit=1", token);
    await db().rateLimit.updateMany({ data: { points: 300 } });
    const { status, body, answer } = await ask("/members", token);
    expect([status, answer.headers.get("retry-after")]).toEqual([429, "300"]);
    expect(check("problem", body)).toEqual([]);
    expect((await ask("/members", other)).status).toBe(200);
  });

  test.each([
    "limit=0",
    `limit=${MOST_ROWS + 1}`,
    "limit=many",
    "after=x",
    "since=yesterday",
    "since=2026-13-45T00:00:00Z",
    "sinse=1",
  ])("a parameter that is wrong is refused: %s", async (query) => {
    const { status, body } = await ask(`/members?${query}`, await aToken());
    expect(status).toBe(400);
    expect(check("problem", body)).toEqual([]);
  });
});

describe("tokens", () => {
  test("are made and revoked by administrators alone, once for each form, and audited", async () => {
    const [admin, staff] = [await anAdmin(), viewerOf(await insertMember({ staff: "staff" }))];
    const input = { tokenId: randomUUID(), name: "Finance", scopes: SCOPES, days: 30 };
    expect(await make(staff, input, NOW)).toEqual({ ok: false, reason: "admin-only" });
    expect(await make(admin, input, NOW)).toMatchObject({ ok: true, value: expect.stringMatching(/^connect_[\w-]{43}$/) });
    // Pressed twice: the key of the last answer counts.
    expect(await make(admin, input, NOW)).toMatchObject({ ok: true });
    expect(await make(admin, { ...input, name: "Another" }, NOW)).toEqual({ ok: false, reason: "already-there" });
    expect(await db().apiToken.count()).toBe(1);
    expect(await revoke(staff, input.tokenId, NOW)).toEqual({ ok: false, reason: "admin-only" });
    await revoke(admin, input.tokenId, NOW);
    await revoke(admin, input.tokenId, NOW);
    expect(await listTokens(staff)).toEqual([]);
    expect(await listTokens(admin)).toMatchObject([{ id: input.tokenId, revokedAt: NOW }]);
    const lines = await db().auditEvent.findMany({ where: { subjectId: input.tokenId }, orderBy: { id: "asc" } });
    expect(lines.map(({ fact }) => fact)).toEqual(["api-token-made", "api-token-made", "api-token-revoked"]);
  });

  test("no more than twenty are valid at once", async () => {
    const admin = await anAdmin();
    const input = () => ({ tokenId: randomUUID(), name: "Finance", scopes: SCOPES, days: 30 });
    for (let i = 0; i < 20; i++) expect(await make(admin, input(), NOW)).toMatchObject({ ok: true });
    expect(await make(admin, input(), NOW)).toEqual({ ok: false, reason: "too-many" });
  });

  test("keep when they were last used, to five minutes", async () => {
    const token = await aToken();
    const used = async () => (await db().apiToken.findFirstOrThrow({ select: { lastUsedAt: true } })).lastUsedAt;
    for (const [minutes, noted] of [
      [0, 0],
      [4, 0],
      [5, 5],
    ] as const) {
      vi.setSystemTime(NOW.getTime() + minutes * 60_000);
      await ask("/members?limit=1", token);
      expect(await used()).toEqual(new Date(NOW.getTime() + noted * 60_000));
    }
  });
});

describe("what is read", () => {
  test("members with number, roles and when they registered; nobody who waits, has left or was erased", async () => {
    const token = await aToken();
    const since = new Date("2026-11-01T10:00:00.000Z");
    const at = { createdAt: since };
    const mentor = await insertMentor({}, at);
    const suspended = await insertMember({ ...at, status: "suspended" });
    await insertMember({ ...at, status: "waiting" });
    await insertMember({ ...at, status: "deleted" });
    await insertMember({ createdAt: new Date(since.getTime() - 1) });
    const { body } = await ask(`/members?since=${since.toISOString()}`, token);
    const expected = [mentor, suspended].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(body.data.filter(({ registeredAt }) => registeredAt === since.toISOString())).toEqual(
      expected.map(({ number, isMentor }) => ({
        number,
        roles: isMentor ? ["mentor"] : [],
        registeredAt: since.toISOString(),
      })),
    );
    expect(check("members", body)).toEqual([]);
    expect(JSON.stringify(body)).not.toMatch(/@|Member /);
  });

  test("relationships with both numbers, and what came of them", async () => {
    const token = await aToken();
    const { id, mentee, mentor } = await insertPartners();
    await holdMeeting(id, mentor.id, onDay(9), 45);
    await holdMeeting(id, mentor.id, onDay(6), 60);
    await holdMeeting(id, mentor.id, onDay(5), 60, "cancelled");
    const one = async () => (await ask("/relationships?limit=500", token)).body.data.find((row) => row.id === id);
    expect(await one()).toEqual({
      id,
      mentee: mentee.number,
      mentor: mentor.number,
      beganAt: onDay(1).toISOString(),
      agreedUntil: expect.any(String),
      endedAt: null,
      meetingsHeld: 2,
      firstMetAt: onDay(6).toISOString(),
      hours: 1.75,
    });
    const gone = { erasedAt: NOW, status: "deleted", name: FORMER_MEMBER, issuer: null, subject: null };
    await db().member.update({ where: { id: mentee.id }, data: gone, select: { id: true } });
    expect(await one()).toMatchObject({ mentee: null, mentor: mentor.number });
    expect(check("relationships", (await ask("/relationships", token)).body)).toEqual([]);
  });

  test("meetings with dates, minutes and state, those that changed since then", async () => {
    const token = await aToken();
    const { id, mentor } = await insertPartners();
    const { id: first } = await holdMeeting(id, mentor.id, onDay(20), 30);
    const { id: second } = await holdMeeting(id, mentor.id, onDay(22), 90, "not-held");
    const { body } = await ask(`/meetings?since=${onDay(20).toISOString()}`, token);
    expect(body.data.map(({ id, minutes, state }) => [id, minutes, state])).toEqual([
      [first, 30, "held"],
      [second, 90, "not-held"],
    ]);
    expect(check("meetings", body)).toEqual([]);
  });

  test("page after page, everything once, whatever shares an instant", async () => {
    const token = await aToken();
    const at = { createdAt: new Date("2026-11-02T10:00:00Z") };
    const all = (await Promise.all(Array.from({ length: 7 }, () => insertMember(at)))).map(({ number }) => number);
    const found: unknown[] = [];
    for (let after: string | null = null, first = true; first || after; first = false) {
      const query: string = after ? `&after=${encodeURIComponent(after)}` : "";
      const { status, body } = await ask(`/members?limit=3&since=2026-11-02T10:00:00%2B00:00${query}`, token);
      expect([status, body.data.length <= 3]).toEqual([200, true]);
      found.push(
        ...body.data.filter(({ registeredAt }) => registeredAt === at.createdAt.toISOString()).map(({ number }) => number),
      );
      after = body.next;
    }
    expect(found.toSorted()).toEqual(all.toSorted());
  });
});

describe("the description", () => {
  test("names every route and no other, and is what a system is given", async () => {
    const routes = readdirSync("app/api/v1").filter((name) => existsSync(`app/api/v1/${name}/route.ts`));
    expect(Object.keys(API.paths).sort()).toEqual(routes.map((name) => `/${name}`).sort());
    const { body } = await ask("/openapi.json", await aToken());
    expect(Object.keys((body as unknown as typeof API).paths)).toEqual(Object.keys(API.paths));
  });

  test("would notice a name, a missing date and a stranger among the states", () => {
    const good = { number: "100001", roles: [], registeredAt: "2026-11-01T10:00:00.000Z" };
    expect(check("members", { data: [good], next: null })).toEqual([]);
    for (const bad of [
      { ...good, name: "Ann" },
      { ...good, registeredAt: undefined },
      { ...good, roles: ["chair"] },
    ])
      expect(check("members", { data: [bad], next: null })).not.toEqual([]);
  });
});

test("each list is read from an index, in order", async () => {
  const queries: [string, Prisma.Sql][] = [
    ["meetings_movedAt_id_idx", Prisma.sql`SELECT "id" FROM "meetings" ORDER BY "movedAt", "id" LIMIT 3`],
    ["relationships_by_start", Prisma.sql`SELECT "id" FROM "relationships" ORDER BY "startedAt", "id" LIMIT 3`],
    ["members_createdAt_id_idx", Prisma.sql`SELECT "id" FROM "members" ORDER BY "createdAt", "id" LIMIT 3`],
  ];
  await db().$transaction(async (step) => {
    await step.$executeRaw`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`;
    for (const [index, statement] of queries) {
      const plan = await step.$queryRaw<{ "QUERY PLAN": string }[]>(Prisma.sql`EXPLAIN ${statement}`);
      expect(plan.map((line) => line["QUERY PLAN"]).join("\n")).toContain(index);
    }
  });
});

/** What of an answer disagrees with the published schema, read back from its JSON. */
function check(name: string, body: unknown): string[] {
  const schemas = API.components.schemas as unknown as Record<string, Parameters<typeof z.fromJSONSchema>[0]>;
  const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(schemas[name])));
  return (schema.safeParse(body).error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}
