import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { encode } from "next-auth/jwt";
import { beforeEach, expect, test, vi } from "vitest";
import { GET as playCaptions } from "@/app/films/[id]/captions/route";
import { HEAD as look, GET as play } from "@/app/films/[id]/route";
import { PUT as sendPiece } from "@/app/films/pieces/[fileId]/[number]/route";
import { POST as upload } from "@/app/films/route";
import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { SESSION_COOKIE } from "@/lib/people/auth/token";
import { LARGEST_FILM } from "@/lib/society/films/film";
import { CAPTIONS, mp4Of } from "@/testing/films";
import { insertMember, insertMentor } from "@/testing/people";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers, cookies: async () => ({ get: () => undefined }) }));

beforeEach(async () => {
  await db().film.deleteMany();
  await db().filmFile.deleteMany();
});

async function actAs(member: { id: string } | null): Promise<void> {
  if (!member) {
    request.headers = new Headers();
    return;
  }
  const token = { memberId: member.id, epoch: 0, session: randomUUID(), signedInAt: readRealClock() };
  const cookie = await encode({ token, secret: env().AUTH_SECRET, salt: SESSION_COOKIE });
  request.headers = new Headers({ cookie: `${SESSION_COOKIE}=${cookie}` });
}
const actAsStaff = async () => actAs(await insertMember({ staff: "staff" }));

const FILM = mp4Of({ seconds: 30, length: 5000 });
const fileOf = (bytes: Uint8Array<ArrayBuffer>, name = "a.mp4") => new File([bytes], name);
const CAPTIONS_FILE = new File([CAPTIONS], "a.vtt");

type Fields = Record<string, string | File>;
const fieldsOf = (fields: Fields = {}): Fields => ({
  ...{ filmId: randomUUID(), base: "0", fileId: "", title: "Ours", film: fileOf(FILM), captions: CAPTIONS_FILE },
  ...fields,
});

async function requestOf(fields: Fields, headers: Record<string, string> = {}, cutAt?: number): Promise<Request> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const made = new Response(form);
  const body = new Uint8Array(await made.arrayBuffer()).slice(0, cutAt);
  const type = made.headers.get("content-type") ?? "";
  const said = { origin: env().APP_URL, "content-type": type, "content-length": String(body.length), ...headers };
  return new Request(`${env().APP_URL}/films`, { method: "POST", body, headers: said });
}

async function send(fields: Fields, headers: Record<string, string> = {}, cutAt?: number) {
  const { status, headers: said } = await upload(await requestOf(fields, headers, cutAt));
  return { status, to: said.get("location") };
}

const counts = async () => [await db().film.count(), await db().filmFile.count(), await db().filmPiece.count()];

test("a film that staff send is saved, and leads to its page", async () => {
  await actAsStaff();
  const fields = fieldsOf();
  expect(await send(fields)).toEqual({ status: 303, to: `/admin/content/films/${fields.filmId}?done=film-saved` });
  expect(await counts()).toEqual([1, 1, 1]);
  const { captions, seconds } = await db().film.findFirstOrThrow({ select: { captions: true, seconds: true } });
  expect([captions, seconds]).toEqual([CAPTIONS, 30]);
});

test.each([
  ["no title", { title: " " }, "refused=no-title"],
  ["a page instead of a film", { film: new File(["<html>"], "a.mp4", { type: "video/mp4" }) }, "refused=not-a-film&title=Ours"],
  ["a film without its end", { film: fileOf(FILM.subarray(0, -9)) }, "refused=broken&title=Ours"],
  ["no film", { film: new File([], "") }, "refused=no-file&title=Ours"],
  ["no captions", { captions: new File([], "") }, "refused=no-captions&title=Ours"],
  ["captions that are none", { captions: new File(["1\n"], "a.srt") }, "refused=no-webvtt&title=Ours"],
  ["captions with a fault", { captions: new File(["WEBVTT\n\n0 --> 1\nA"], "a.vtt") }, "refused=bad-time&line=3&title=Ours"],
  [
    "captions that are too large",
    { captions: new File(["x".repeat(600_000)], "a.vtt") },
    "refused=captions-too-large&title=Ours",
  ],
  ["an id that is none", { filmId: "1" }, "refused=not-found"],
  ["a file that nobody sent", { film: new File([], ""), fileId: randomUUID() }, "refused=broken&title=Ours"],
] as const)("%s is said on the page of the form, and nothing stays", async (_what, wrong, said) => {
  await actAsStaff();
  expect(await send(fieldsOf(wrong))).toEqual({ status: 303, to: `/admin/content/films/new?${said}` });
  expect(await counts()).toEqual([0, 0, 0]);
});

test("a form that is cut off, too long, of no length or no form at all leaves nothing", async () => {
  await actAsStaff();
  const large = fieldsOf({ film: fileOf(mp4Of({ length: 3_000_000 })) });
  for (const cutAt of [200, 500_000, 2_500_000, 3_000_600])
    expect(await send(large, {}, cutAt)).toEqual({ status: 303, to: "/admin/content/films/new?refused=cut-off" });
  const length = { "content-length": String(LARGEST_FILM * 2) };
  expect((await send(fieldsOf(), length)).to).toBe("/admin/content/films/new?refused=too-large");
  expect((await send(fieldsOf(), { "content-type": "text/plain" })).status).toBe(400);
  const endless = await requestOf(fieldsOf());
  endless.headers.delete("content-length");
  expect((await upload(endless)).status).toBe(411);
  expect(await counts()).toEqual([0, 0, 0]);
});

test("a connection that is lost on the way is no defect, and nothing stays", async () => {
  await actAsStaff();
  const whole = await requestOf(fieldsOf({ film: fileOf(mp4Of({ length: 4_000_000 })) }));
  const body = Buffer.from(await whole.arrayBuffer());
  const answers: Promise<Response>[] = [];
  // As Next hands a request over: its body is what arrives.
  const server = createServer((asked) => {
    const given = { method: "POST", headers: whole.headers, body: asked, duplex: "half" };
    answers.push(upload(new Request(whole.url, given as unknown as RequestInit)));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const sending = ask({ port, method: "POST", headers: Object.fromEntries(whole.headers) });
  sending.on("error", () => {});
  sending.write(body.subarray(0, 3_000_000));
  await vi.waitFor(async () => expect((await counts())[2]).toBeGreaterThan(0), { timeout: 20_000 });
  sending.destroy();
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  expect((await answers[0])?.headers.get("location")).toBe("/admin/content/films/new?refused=cut-off");
  expect(await counts()).toEqual([0, 0, 0]);
  server.close();
});

test("nobody else, and no other site, sends a film or a piece of one", async () => {
  const piece = async (origin: string) => {
    const said = { method: "PUT", body: FILM, headers: { origin } };
    const params = Promise.resolve({ fileId: randomUUID(), number: "0" });
    return sendPiece(new Request(`${env().APP_URL}/films/pieces/a/0`, said), { params });
  };
  await actAs(null);
  expect(await send(fieldsOf())).toEqual({ status: 303, to: "/sign-in" });
  expect((await piece(env().APP_URL)).status).toBe(303);
  await actAs(await insertMentor());
  expect((await send(fieldsOf())).status).toBe(404);
  expect((await piece(env().APP_URL)).status).toBe(404);
  await actAs(await insertMember({ staff: "admin", status: "suspended" }));
  expect(await send(fieldsOf())).toEqual({ status: 303, to: "/sign-in" });
  await actAsStaff();
  for (const origin of ["https://evil.example", "null"]) {
    expect((await send(fieldsOf(), { origin })).status).toBe(403);
    expect((await piece(origin)).status).toBe(403);
  }
  expect(await counts()).toEqual([0, 0, 0]);
  expect((await piece(env().APP_URL)).status).toBe(204);
});

test("a piece that is refused comes with a sentence", async () => {
  await actAsStaff();
  const answer = async (fileId: string, number: string, body: Uint8Array<ArrayBuffer> = FILM) => {
    const asked = new Request(`${env().APP_URL}/films/pieces`, { method: "PUT", body, headers: { origin: env().APP_URL } });
    const answered = await sendPiece(asked, { params: Promise.resolve({ fileId, number }) });
    return [answered.status, await answered.text()];
  };
  const fileId = randomUUID();
  expect(await answer(fileId, "0", new Uint8Array(100))).toEqual([422, expect.stringMatching(/^This file is not a film/)]);
  expect(await answer(fileId, "1")).toEqual([422, expect.stringMatching(/could not be taken up/)]);
  expect(await answer("1", "0")).toEqual([422, expect.stringMatching(/could not be taken up/)]);
  expect(await answer(fileId, "0", new Uint8Array(1024 * 1024 + 1))).toEqual([413, "The request is too large."]);
});

test("a player is given what it asks for", async () => {
  await actAsStaff();
  const fields = fieldsOf();
  await send(fields);
  const id = String(fields.filmId);
  const get = async (headers: Record<string, string> = {}, door = play, method = "GET") => {
    const asked = new Request(`${env().APP_URL}/films/${id}`, { headers, method });
    const answer = await door(asked, { params: Promise.resolve({ id }) });
    return { status: answer.status, said: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const whole = await get();
  expect(whole.status).toBe(200);
  expect(whole.bytes.equals(FILM)).toBe(true);
  expect(Object.fromEntries(whole.said)).toMatchObject({
    "content-type": "video/mp4",
    "content-length": String(FILM.length),
    "accept-ranges": "bytes",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-cache",
    "content-security-policy": expect.stringContaining("default-src 'none'"),
  });
  const etag = whole.said.get("etag") ?? "";
  const some = await get({ range: "bytes=10-19", "if-range": etag });
  expect([some.status, some.said.get("content-range")]).toEqual([206, `bytes 10-19/${FILM.length}`]);
  expect(some.bytes.equals(FILM.subarray(10, 20))).toBe(true);
  const last = await get({ range: "bytes=-5" });
  expect(last.bytes.equals(FILM.subarray(-5))).toBe(true);
  expect((await get({ range: "bytes=10-19", "if-range": '"another"' })).status).toBe(200);
  const beyond = await get({ range: `bytes=${FILM.length}-` });
  expect([beyond.status, beyond.said.get("content-range")]).toEqual([416, `bytes */${FILM.length}`]);
  expect((await get({ "if-none-match": etag })).status).toBe(304);
  const head = await get({ range: "bytes=0-99" }, look, "HEAD");
  expect([head.status, head.said.get("content-length"), head.bytes.length]).toEqual([206, "100", 0]);
  const captions = await get({}, playCaptions);
  expect([captions.said.get("content-type"), String(captions.bytes)]).toEqual(["text/vtt; charset=utf-8", CAPTIONS]);
  await actAs(await insertMentor());
  for (const door of [play, playCaptions, look]) {
    const hidden = await get({ range: "bytes=0-1" }, door);
    expect([hidden.status, hidden.bytes.length, hidden.said.get("etag")]).toEqual([404, 0, null]);
  }
});
