import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import * as joining from "@/lib/pairing/joining/commands";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { readNow } from "@/lib/people/auth/now";
import { changeFromOutside } from "@/lib/staff/coordinating/commands";
import { viewerOf } from "@/testing/people";
import { insertQuestion } from "@/testing/profile-questions";
import { openProgramme } from "@/testing/programmes/intake";
import { askCondition } from "@/testing/readiness";
import { askOne } from "@/testing/surveys/examples";
import { type ActionDoor, emptyForm, isPlain, listActions, listDoors } from "../doors";
import { uploadFilm } from "../films";
import { begin, propose } from "../partners";
import { people } from "../people";
import { given } from "./given";
import type { Person } from "./person";

// Every way in, tried by everybody whom it is not for. Nobody else is using the society now, so nothing at all may change.

const PAGES = listDoors("admin", "page.tsx");
const FILES = [...listDoors("admin", "route.ts"), ...listDoors("admin", "route.tsx")];
const ACTIONS = listActions();

/** Something that is there, for each part of an address that differs, by what stands before it. */
const REAL: Record<string, () => Promise<string>> = {
  "[id]": async () => "suspend",
  "[list]": async () => "1",
  "[run]": draftFor,
  acts: actOnce,
  blocks: blockSomebody,
  conditions: async () => (await askForOne()).condition,
  content: async () => "faq",
  files: attachSomething,
  films: () => uploadFilm(),
  lists: async () => "topics",
  letters: keepLetter,
  mails: keepMailWords,
  many: async () => "dismiss",
  matching: draftOne,
  members: async () => (await people.mentor()).id,
  download: async () => "meetings",
  new: async () => "mentor",
  preview: async () => "mentor",
  programmes: keepProgramme,
  proposals: async () => propose(await people.mentee(), await people.mentor()),
  questions: () => insertQuestion(),
  readiness: async () => (await askForOne()).item,
  register: checkRegister,
  relationships: beginOne,
  reports: async () => "proposals",
  resources: async () => (await db().resource.findFirstOrThrow({ select: { id: true } })).id,
  support: async () => (await aRequest()).id,
  texts: async () => "contract",
  answers: wishForContact,
  surveys: keepSurvey,
  // The demonstration's texts and resources all have their first.
  versions: async () => "1",
  webhooks: addWebhook,
  write: beginOne,
};
const NOT_OURS =
  "This form did not come from our own page, so nothing was saved. Please open the page again and send it from there.";
/** What some need to know beside their address. */
const ASKED: Record<string, string> = {
  "/admin/mails/[kind]/html": "?number=1",
  "/admin/reports/[report]/download": "?table=by-month",
  "/admin/today/dismiss": "?key=sweep-late:-:now",
  "/admin/today/many/[act]": "?key=sweep-late:-:now",
};

/** Far more than they need: they ask every door of the product, one after the other. */
const SLOWLY = 600_000;

test("the lists have everything in them", () => {
  expect(PAGES.length).toBeGreaterThan(20);
  expect(ACTIONS.filter(isOfStaff).length).toBeGreaterThan(20);
  expect(ACTIONS.length).toBeGreaterThan(80);
});

test("no header of a request is a way round proxy.ts", async () => {
  const { origin } = new URL(env().APP_URL);
  const pretences: Record<string, string>[] = [
    { "next-router-prefetch": "1" },
    { "next-router-prefetch": "1", rsc: "1" },
    { purpose: "prefetch" },
  ];
  for (const headers of pretences) {
    const page = await fetch(new URL("/sign-in", env().APP_URL), { headers });
    expect(page.headers.get("content-security-policy")).toContain("'strict-dynamic'");
    for (const path of ["/sign-in", "/profile", "/nothing/here"]) {
      const from = async (given: Record<string, string>, body: Buffer<ArrayBuffer>) => {
        const ask = { method: "POST", headers: { ...headers, ...given }, body, redirect: "manual" } as const;
        return (await fetch(new URL(path, env().APP_URL), ask)).status;
      };
      expect(await from({ origin: "null", "next-action": "00" }, Buffer.from("a"))).toBe(403);
      expect(await from({ origin }, Buffer.alloc(26 * 1024 * 1024))).toBe(path === "/profile" ? 303 : 413);
    }
  }
});

test("a body that does not say how long it is is not read", async () => {
  const status = await new Promise((answered, fail) => {
    const headers = { "transfer-encoding": "chunked", "next-router-prefetch": "1", origin: new URL(env().APP_URL).origin };
    const asked = request(new URL("/profile", env().APP_URL), { method: "POST", headers });
    asked.once("error", fail).once("response", (answer) => answered(answer.statusCode));
    // Never comes to its end.
    asked.write("a");
  });
  expect(status).toBe(411);
});

test("pages and files of staff are there for staff, and for nobody else", { timeout: SLOWLY }, async () => {
  const doors = [];
  for (const door of [...PAGES, ...FILES])
    doors.push({ ...door, path: (await realPath(door.path)) + (ASKED[door.path] ?? "") });
  const [stranger, member, staff, admin] = [given.stranger(), await given.mentor(), await given.staff(), await given.admin()];
  const suspended = await given.member({ staff: "admin", status: "suspended" });
  for (const { path, isForAdmins } of doors) {
    const ask = async (who: Person) => (await who.get(path)).status;
    // A file may also be nothing at all to them.
    const isShut = (status: number) => expect(path.includes("/files/") ? [307, 404] : [307], path).toContain(status);
    isShut(await ask(stranger));
    isShut(await ask(suspended));
    expect(await ask(member), path).toBe(404);
    expect(await ask(staff), path).toBe(isForAdmins ? 404 : 200);
    expect(await ask(admin), path).toBe(200);
  }
});

/**
 * What is open besides to staff: to a coordinator of the programme that it is about, to one of another programme, to a reader. Everything
 * else on the staff pages is there for none of them.
 */
const OPEN: Record<string, readonly [coordinator: boolean, another: boolean, reader: boolean]> = {
  "/admin": [true, true, false],
  "/admin/today/aside": [true, true, false],
  "/admin/members": [true, true, false],
  "/admin/members/[id]": [true, false, false],
  "/admin/members/[id]/profile": [true, false, false],
  "/admin/letters": [true, true, false],
  "/admin/letters/new": [true, true, false],
  "/admin/proposals": [true, true, false],
  "/admin/proposals/[id]": [true, false, false],
  "/admin/proposals/[id]/extend": [true, false, false],
  "/admin/proposals/[id]/withdraw": [true, false, false],
  "/admin/relationships": [true, true, false],
  "/admin/relationships/[id]": [true, false, false],
  "/admin/relationships/[id]/extend": [true, false, false],
  "/admin/relationships/[id]/end": [true, false, false],
  "/admin/write/[id]": [true, false, false],
  "/admin/programmes": [true, true, false],
  "/admin/programmes/[id]": [true, false, false],
  "/admin/programmes/[id]/members": [true, false, false],
  "/admin/programmes/[id]/texts/[slug]": [true, false, false],
  "/admin/programmes/[id]/texts/[slug]/versions/[number]": [true, false, false],
  "/admin/matching": [true, true, false],
  "/admin/matching/[run]": [true, false, false],
  "/admin/matching/[run]/[mentee]": [true, false, false],
  "/admin/matching/[run]/publish": [true, false, false],
  "/admin/matching/pair": [true, true, false],
  "/admin/matching/rules": [true, true, false],
  "/admin/matching/rules/new": [true, true, false],
  "/admin/readiness": [true, true, false],
  "/admin/readiness/[id]": [true, false, false],
  "/admin/readiness/conditions/[id]": [true, false, false],
  "/admin/readiness/conditions": [true, true, false],
  "/admin/readiness/conditions/new": [true, true, false],
  "/admin/audit": [true, true, false],
  "/admin/audit/download": [true, true, false],
  "/admin/reports": [true, true, true],
  "/admin/reports/[report]": [true, true, true],
  "/admin/reports/[report]/download": [true, true, true],
  "/admin/download/[list]": [true, true, false],
};

/** The actions that coordinators have; what they may change with them is decided record by record. */
const OPEN_ACTIONS = [
  ...["actOnToday", "takeUp", "dismiss", "undo", "writeToMany", "remindMany", "extendMany", "dismissMany"],
  ...["beginLetter", "editLetter", "testLetter", "sendLetter", "stopLetter", "discardLetter", "writeLetter"],
  ...["extend", "withdraw", "end", "saveProgramme", "moveProgramme", "answerMembers"],
  ...["saveProgrammeText", "restoreProgrammeText", "giveBackProgrammeText"],
  ...[
    "beginMatching",
    "matchAgain",
    "cancelMatching",
    "endMatching",
    "actOnMatches",
    "publishAll",
    "chooseMentor",
    "suggestPair",
  ],
  ...["addRule", "changeRule", "actOnReadiness", "createCondition", "editCondition", "retireCondition"],
];

/**
 * A coordinator of the society's scheme and of the one programme that asks for something, to which all that REAL makes belongs; one of
 * another programme; a reader.
 */
async function holders(): Promise<[Person, Person, Person]> {
  const another = await openProgramme(viewerOf(await people.member({ staff: "staff" })), await readNow(), {
    name: "Elsewhere",
  });
  const coordinator = await given.holder("coordinator", SOCIETY_SCHEME);
  const { programmeId } = await askForOne();
  await changeFromOutside({ memberId: coordinator.member.id, programmeId, right: "coordinator" }, await readNow());
  return [coordinator, await given.holder("coordinator", another), await given.holder("reader", SOCIETY_SCHEME)];
}

test("coordinators and readers get in where the table says, and nowhere else", { timeout: SLOWLY }, async () => {
  const all = await holders();
  const doors = [...PAGES, ...FILES];
  expect(Object.keys(OPEN).filter((path) => !doors.some((door) => door.path === path))).toEqual([]);
  for (const door of doors) {
    const path = (await realPath(door.path)) + (ASKED[door.path] ?? "");
    const statuses = [];
    for (const who of all) statuses.push((await who.get(path)).status);
    expect(statuses, path).toEqual((OPEN[door.path] ?? [false, false, false]).map((isOpen) => (isOpen ? 200 : 404)));
  }
  const open = new Set<string>();
  for (const door of ACTIONS.filter(isOfStaff)) {
    const there = { ...door, path: door.path.replace(/\[\w+\]/g, () => randomUUID()) };
    const [coordinator, , reader] = all;
    if ((await call(coordinator, there, env().APP_URL)).status < 400) open.add(door.name.split(": ")[1] ?? "");
    expect((await call(reader, there, env().APP_URL)).status, door.name).toBe(404);
  }
  expect([...open].sort()).toEqual([...OPEN_ACTIONS].sort());
});

test("no action does anything for those whom it is not for, or from anywhere else", { timeout: SLOWLY }, async () => {
  const [stranger, member, staff, admin] = [given.stranger(), await given.mentor(), await given.staff(), await given.admin()];
  const suspended = await given.member({ staff: "admin", isMentor: true, status: "suspended" });
  const allowed = { openAction: stranger, formAction: member, staffAction: staff, adminAction: admin };
  const outside = { openAction: [], formAction: [], staffAction: [member], adminAction: [member, staff] };
  // An action comes before its page, which need not be there.
  const doors = ACTIONS.map((action) => ({ ...action, path: action.path.replace(/\[\w+\]/g, () => randomUUID()) }));
  const ours = env().APP_URL;
  // Staff who may use one are answered, so the list is of real actions. What succeeds sends the mails that are due, so that those which other
  // stories left behind have gone before we look.
  for (const door of doors.filter((one) => isOfStaff(one) || one.kind === "openAction"))
    expect((await call(allowed[door.kind], door, ours)).status, door.name).toBeLessThan(400);
  const before = await stateAtRest();
  for (const door of doors) {
    // What is open to everybody is open to them too: they may log out.
    for (const other of door.kind === "openAction" ? [stranger] : [stranger, suspended]) {
      const said = await (await call(other, door, ours)).text();
      if (door.kind !== "openAction" && !isPlain(door)) expect(said, door.name).toContain("Your session has ended");
    }
    for (const other of outside[door.kind]) expect((await call(other, door, ours)).status, door.name).toBe(404);
    for (const origin of [null, "null", "https://elsewhere.example", ours.replace("http:", "https:")]) {
      const answer = await call(allowed[door.kind], door, origin);
      // By proxy.ts, and not by Next, which answers with a defect.
      expect([answer.status, await answer.text()], `${door.name} from ${origin}`).toEqual([403, NOT_OURS]);
    }
  }
  expect(await stateOfEverything()).toEqual(before);
});

/** Everything, once what goes on after a response has come to its end. */
async function stateAtRest() {
  let last: Awaited<ReturnType<typeof stateOfEverything>> = {};
  const isStill = async () => {
    const before = last;
    last = await stateOfEverything();
    return isDeepStrictEqual(last, before);
  };
  await expect.poll(isStill, { timeout: 120_000, interval: 1000 }).toBe(true);
  return last;
}

/** Sends an empty form to an action, as a page's script would; `origin` null sends none. */
function call({ browser }: Person, door: Pick<ActionDoor, "id" | "path">, origin: string | null): Promise<Response> {
  const ask = { url: new URL(door.path, browser.home), method: "POST", body: emptyForm(door) } as const;
  const headers = { "next-action": door.id, accept: "text/x-component", ...(origin === null ? {} : { origin }) };
  return browser.ask(ask, headers);
}

function isOfStaff({ kind }: ActionDoor): boolean {
  return kind === "staffAction" || kind === "adminAction";
}

async function realPath(path: string): Promise<string> {
  const parts: string[] = [];
  const all = path.split("/");
  for (const [i, part] of all.entries()) parts.push(part.startsWith("[") ? await findReal(all.slice(0, i)) : part);
  return parts.join("/");
}

async function beginOne(): Promise<string> {
  return begin(await people.mentee(), await people.mentor());
}

async function actOnce(): Promise<string> {
  const [actId, byId] = [randomUUID(), (await people.member({ staff: "staff" })).id];
  const data = { actId, byId, key: `sweep-late:-:${actId}`, act: "dismiss", outcome: "done", at: await readNow() };
  await db().todayAct.create({ data, select: { key: true } });
  return actId;
}

async function keepLetter(): Promise<string> {
  const [id, authorId] = [randomUUID(), (await people.member({ staff: "staff" })).id];
  const data = { id, authorId, filters: "?role=mentor", subject: "News", words: "Dear {{name}}", changedAt: await readNow() };
  return (await db().memberLetter.create({ data, select: { id: true } })).id;
}

/** A run with one draft, in a programme that nobody is in. */
async function draftOne(): Promise<string> {
  const [id, at] = [randomUUID(), await readNow()];
  const startedById = (await people.member({ staff: "staff" })).id;
  const run = { id, programmeId: SOCIETY_SCHEME, startedById, startedAt: at, status: "drafted" };
  const live = await db().matchingRun.findFirst({
    where: { programmeId: SOCIETY_SCHEME, endedAt: null },
    select: { id: true },
  });
  return live?.id ?? (await db().matchingRun.create({ data: run, select: { id: true } })).id;
}

/** A mentee with a draft, in the run that is there. */
async function draftFor(): Promise<string> {
  const [mentee, mentor, runId] = [await people.mentee(), await people.mentor(), await draftOne()];
  const draft = { runId, menteeId: mentee.id, mentorId: mentor.id, state: "draft", origin: "hand", place: 1 };
  await db().match.create({ data: { id: randomUUID(), ...draft, changedAt: await readNow() }, select: { id: true } });
  return mentee.id;
}

async function keepSurvey(): Promise<string> {
  const [id, authorId, now] = [randomUUID(), (await people.member({ staff: "staff" })).id, await readNow()];
  const days = { startsAt: now, endsAt: new Date(now.getTime() + 86_400_000), changedAt: now };
  return (await db().survey.create({ data: { id, authorId, title: "A survey", ...days }, select: { id: true } })).id;
}

async function wishForContact(): Promise<string> {
  const now = await readNow();
  const askingId = await askOne((await people.mentee()).id, "pulse", now);
  const given = { askingId, survey: "pulse", chosen: { 1: 1 }, score: 1, wantsContact: true, answeredAt: now };
  await db().surveyAnswer.create({ data: given, select: { askingId: true } });
  return askingId;
}

/** The programme that asks for something, with a first draft of its own contract. */
async function keepProgramme(): Promise<string> {
  const { programmeId } = await askForOne();
  const text = { programmeId, slug: "contract" } as const;
  if ((await db().programmeDocument.count({ where: text })) === 0) {
    const data = { ...text, number: 1, title: "Contract", body: "Ours.", createdAt: await readNow() };
    await db().programmeDocument.create({ data, select: { number: true } });
  }
  return programmeId;
}

/** A draft of other words for a kind of mail, as its first version. */
async function keepMailWords(): Promise<string> {
  const [kind, number] = ["available-again", 1];
  if ((await db().mailWords.count({ where: { kind } })) === 0) {
    const data = { id: randomUUID(), kind, number, passages: [], createdAt: await readNow() };
    await db().mailWords.create({ data, select: { id: true } });
  }
  return kind;
}

async function blockSomebody(): Promise<string> {
  const { id, email } = await people.mentor();
  await db().mailBlock.create({
    data: { memberId: id, address: email.toLowerCase(), reason: "bounced", since: await readNow() },
  });
  return id;
}

/** The oldest request of the demonstration. */
function aRequest() {
  return db().supportRequest.findFirstOrThrow({ orderBy: { openedAt: "asc" }, select: { id: true } });
}

async function attachSomething(): Promise<string> {
  const { id: requestId } = await aRequest();
  const entry = await db().supportEntry.findFirstOrThrow({ where: { requestId }, select: { id: true } });
  const data = {
    id: randomUUID(),
    requestId,
    entryId: entry.id,
    name: "a.pdf",
    size: 5,
    pdf: new TextEncoder().encode("%PDF-"),
  };
  return (await db().supportAttachment.create({ data, select: { id: true } })).id;
}

interface Asked {
  programmeId: string;
  condition: string;
  item: string;
}

let asked: Promise<Asked> | undefined;

/** In a programme of its own that nobody else can join, so that nobody else is asked. */
function askForOne(): Promise<Asked> {
  asked ??= askAnew();
  return asked;
}

async function askAnew(): Promise<Asked> {
  const [staff, mentor, now] = [viewerOf(await people.member({ staff: "staff" })), await people.mentor(), await readNow()];
  const programmeId = await openProgramme(staff, now, { name: `Doors ${mentor.number}` });
  await joining.join(viewerOf(mentor), programmeId, "mentor", now);
  await db().programme.update({ where: { id: programmeId }, data: { takesMembers: false }, select: { id: true } });
  const condition = await askCondition(staff, now, { programmeId });
  const item = await db().readinessItem.findFirstOrThrow({ where: { conditionId: condition }, select: { id: true } });
  return { programmeId, condition, item: item.id };
}

/** Turned off, so that nothing is sent. */
async function addWebhook(): Promise<string> {
  const at = await readNow();
  const off = { createdAt: at, offAt: at, offBecause: "staff", secret: "sealed" };
  const data = { id: randomUUID(), address: "https://members.example.org/", events: ["relationship.ended"], ...off };
  return (await db().webhookEndpoint.create({ data, select: { id: true } })).id;
}

/** A file of the register that was looked through; there is one upload at a time. */
async function checkRegister(): Promise<string> {
  const open = { finishedAt: null, source: "upload" };
  const known = await db().registerImport.findFirst({ where: { ...open, state: "checked" }, select: { id: true } });
  if (known) return known.id;
  await db().registerImport.deleteMany({ where: open });
  const at = await readNow();
  const file = { fileName: "r.csv", digest: randomUUID(), encoding: "utf-8", delimiter: ",", rows: 0 };
  const nobody = {
    new: 0,
    changed: 0,
    unchanged: 0,
    missing: 0,
    saidLapsed: 0,
    currentBefore: 0,
    accountsLapsing: 0,
    accountsBack: 0,
  };
  const mapping = { number: 0, name: 1, firstName: null, surname: null, email: null, standing: null, current: [], lapsed: [] };
  const what = { state: "checked", source: "upload", mapping, counts: { problems: 0, ...nobody } };
  const data = { id: randomUUID(), ...what, startedAt: at, changedAt: at, ...file };
  return (await db().registerImport.create({ data, select: { id: true } })).id;
}

async function findReal(before: string[]): Promise<string> {
  const find = REAL[before.at(-1) ?? ""];
  if (!find) throw new Error(`Say in REAL what could stand behind ${before.join("/")}.`);
  return find();
}

/** One number for the rows of each table. */
/** Of every table but the one that counts attempts, which these are. */
async function stateOfEverything(): Promise<Record<string, string>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS "name" FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
      AND table_name <> 'rate_limits'`;
  const sums = tables.map(async ({ name }) => {
    const [row] = await db().$queryRawUnsafe<{ sum: string }[]>(
      `SELECT concat(count(*), ' ', sum(hashtext(t::text)::bigint)) AS "sum" FROM "${name}" t`,
    );
    return [name, row?.sum ?? ""] as const;
  });
  return Object.fromEntries(await Promise.all(sums));
}
