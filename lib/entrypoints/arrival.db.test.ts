import { encode } from "next-auth/jwt";
import { beforeEach, expect, test, vi } from "vitest";
import { readRealClock } from "@/lib/foundation/clock";
import { addDays } from "@/lib/foundation/dates";
import { env } from "@/lib/foundation/env";
import { listNotifications } from "@/lib/notify/notices/queries";
import { isSettled } from "@/lib/notify/notices/settled";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import { ASKED_HEADER } from "@/lib/people/auth/asked";
import { readRequest } from "@/lib/people/auth/session";
import { SESSION_COOKIE } from "@/lib/people/auth/token";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { WORDS } from "@/testing/proposals/examples";
import { noteArrival } from "./arrival";
import { countNew } from "./new-notices";
import { NOTICES } from "./notices";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers, cookies: async () => ({ get: () => undefined }) }));

// The database's clock is real here, so that what is new is judged at this moment.
const NOW = new Date(readRealClock());

let mentee: TestMember;
let mentor: TestMember;
let id: string;

beforeEach(async () => {
  [mentee, mentor] = [await insertMentee(), await insertMentor()];
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, SETTINGS, NOW);
  if (!sent.ok) throw new Error(sent.reason);
  id = sent.value;
});

/** This member asks for a page. */
async function open(member: TestMember, path: string, more: Record<string, string> = {}): Promise<void> {
  const token = { memberId: member.id, epoch: member.sessionEpoch, session: crypto.randomUUID(), signedInAt: readRealClock() };
  const cookie = await encode({ token, secret: env().AUTH_SECRET, salt: SESSION_COOKIE, maxAge: 3600 });
  request.headers = new Headers({ cookie: `${SESSION_COOKIE}=${cookie}`, [ASKED_HEADER]: path, ...more });
}

async function newFor(member: TestMember, path = "/"): Promise<number> {
  await open(member, path);
  const { news, now } = await readRequest();
  return countNew(news, path, now);
}

/** How many the list of notifications shows as new: as many as the badge says. */
async function listedAsNew(member: TestMember): Promise<number> {
  const { items } = await listNotifications(viewerOf(member));
  return items.filter(({ kind, data, matter }) => matter && !isSettled(NOTICES, { kind, data, matter }, NOW)).length;
}

test("a proposal is news until it is answered, in whatever way", async () => {
  expect([await newFor(mentor), await listedAsNew(mentor)]).toEqual([1, 1]);
  await proposals.reject(viewerOf(mentor), id, null, SETTINGS, NOW);
  expect([await newFor(mentor), await listedAsNew(mentor)]).toEqual([0, 0]);
  expect([await newFor(mentee), await listedAsNew(mentee)]).toEqual([1, 1]);
  const another = await insertMentor();
  await proposals.send(viewerOf(mentee), another.id, WORDS, SETTINGS, addDays(NOW, 0, "Europe/London"));
  expect([await newFor(mentee), await listedAsNew(mentee)]).toEqual([0, 0]);
});

test("opening the page that it leads to is reading it, from a mail too; fetching the page in advance is not", async () => {
  const page = `/relationships/${id}/details`;
  await open(mentor, page, { "next-router-prefetch": "1" });
  await noteArrival();
  expect(await newFor(mentor)).toBe(1);
  await open(mentee, page);
  await noteArrival();
  expect(await newFor(mentor)).toBe(1);
  expect(await newFor(mentor, `${page}?as=mentor`)).toBe(0);
  await open(mentor, `${page}?as=mentor`);
  await noteArrival();
  expect([await newFor(mentor), await listedAsNew(mentor)]).toEqual([0, 0]);
  const { items } = await listNotifications(viewerOf(mentor));
  expect(items).toMatchObject([{ kind: "proposal-sent", matter: null, readAt: expect.any(Date) }]);
});

test("a wish to go on is news until somebody has answered it", async () => {
  await proposals.accept(viewerOf(mentor), id, 1, SETTINGS, NOW);
  await relationships.askExtension(viewerOf(mentee), id, 6, SETTINGS, NOW);
  expect(await newFor(mentor)).toBe(1);
  await relationships.dropExtension(viewerOf(mentee), id, SETTINGS, NOW);
  expect([await newFor(mentor), await listedAsNew(mentor)]).toEqual([0, 0]);
});
