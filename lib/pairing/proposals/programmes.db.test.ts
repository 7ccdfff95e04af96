import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import type { Viewer } from "@/lib/foundation/viewer";
import { goOn } from "@/lib/pairing/choices/commands";
import * as joining from "@/lib/pairing/joining/commands";
import { readFilters } from "@/lib/pairing/matching/input";
import { findMentors } from "@/lib/pairing/matching/queries";
import * as programmes from "@/lib/pairing/programmes/commands";
import { type Description, NOTHING_OF_ITS_OWN } from "@/lib/pairing/programmes/programme";
import { findAsking } from "@/lib/pairing/questions/queries";
import { endPlaces, keepPlace } from "@/lib/pairing/queue/commands";
import { queueSweepStep } from "@/lib/pairing/queue/sweep-step";
import { end } from "@/lib/pairing/relationships/commands";
import { DEFAULT_SETTINGS, type Settings } from "@/lib/society/settings/settings";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { intakeFrom, openProgramme } from "@/testing/programmes/intake";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { closeOvertaken } from "./closing";
import * as proposals from "./commands";
import { findProposal, listRelationships } from "./queries";
import { findWays } from "./ways/queries";

let staff: Viewer;
let programme: string;
let mentee: Viewer;
let mentor: Viewer;

const OWN = {
  ...NOTHING_OF_ITS_OWN,
  remindAfterDays: [2],
  expireAfterDays: 9,
  openPerMentee: 2,
  mentorsPerMentee: 1,
  months: 6,
};

beforeAll(async () => {
  staff = viewerOf(await insertMember({ staff: "staff" }));
});

beforeEach(async () => {
  programme = await opened({ own: OWN });
  mentee = await aMentee(programme);
  mentor = await aMentor(programme);
});

const opened = (values: Partial<Description> = {}) => openProgramme(staff, SENT_AT, values);

async function join(viewer: Viewer, role: "mentor" | "mentee", ...ids: string[]): Promise<Viewer> {
  for (const id of ids) expect(await joining.join(viewer, id, role, SENT_AT)).toEqual({ ok: true, value: "joined" });
  return viewer;
}
const aMentee = async (...ids: string[]) => join({ ...viewerOf(await insertMentee()), activeRole: "mentee" }, "mentee", ...ids);
const aMentor = async (...ids: string[]) =>
  join({ ...viewerOf(await insertMentor({ capacity: 4 })), activeRole: "mentor" }, "mentor", ...ids);

function send(from: Viewer, to: Viewer, programmeId: string | null, day = 0, choices: string[] = []) {
  return proposals.send(from, to.memberId, { ...WORDS, programmeId, choices }, DEFAULT_SETTINGS, onDay(day));
}
async function sent(...values: Parameters<typeof send>): Promise<string> {
  const result = await send(...values);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}
const accept = (by: Viewer, id: string, day = 1, settings: Settings = DEFAULT_SETTINGS) =>
  proposals.accept(by, id, 1, settings, onDay(day));
const rowOf = (id: string) => db().proposal.findUniqueOrThrow({ where: { id } });
const statusesOf = async ({ memberId }: Viewer) =>
  (await db().proposal.findMany({ where: { menteeId: memberId }, orderBy: { sentAt: "asc" } })).map(
    ({ status, withdrawnBecause }) => withdrawnBecause ?? status,
  );
async function move(id: string, type: Parameters<typeof programmes.move>[2]): Promise<void> {
  const { version } = await db().programme.findUniqueOrThrow({ where: { id }, select: { version: true } });
  expect(await programmes.move(staff, { id, seen: version }, type, SENT_AT)).toMatchObject({ ok: true });
}

describe("sending", () => {
  test("a proposal belongs to the programme it is sent in, with its days; any other to the society’s scheme", async () => {
    const [here, elsewhere] = [await sent(mentee, mentor, programme), await sent(mentee, await aMentor(), null)];
    expect(await rowOf(here)).toMatchObject({ programmeId: programme, remindDays: [2], expireDay: 9, expiresAt: onDay(9) });
    expect(await rowOf(elsewhere)).toMatchObject({ programmeId: null, remindDays: [3, 7, 15], expireDay: 21 });
  });

  test("only where both are in it, and while proposals are sent in it", async () => {
    const refused = (reason: string) => ({ ok: false, reason });
    expect(await send(await aMentee(), mentor, programme)).toEqual(refused("not-in-programme"));
    expect(await send(mentee, await aMentor(), programme)).toEqual(refused("not-in-programme"));
    expect(await send(mentee, mentor, crypto.randomUUID())).toEqual(refused("not-found"));
    await joining.leave(mentor, programme, "mentor", SENT_AT);
    expect(await send(mentee, mentor, programme)).toEqual(refused("not-in-programme"));
    await join(mentor, "mentor", programme);
    await move(programme, "close");
    expect(await send(mentee, mentor, programme)).toEqual(refused("programme-closed"));
  });

  test("in an intake from its matching on, and never where staff match", async () => {
    const [intake, matched] = [await opened({ ...intakeFrom(SENT_AT), own: OWN }), await opened({ finding: "staff" })];
    const [from, to] = [await aMentee(intake, matched), await aMentor(intake, matched)];
    expect(await send(from, to, intake)).toMatchObject({ reason: "programme-closed" });
    expect(await send(from, to, matched)).toMatchObject({ reason: "programme-closed" });
    // From the day of its matching on, whether or not a sweep has come by.
    expect(await send(from, to, intake, 31)).toMatchObject({ ok: true });
  });

  test("each programme has its own limit of open proposals", async () => {
    const more = [await aMentor(programme), await aMentor(programme)] as const;
    await sent(mentee, mentor, programme);
    await sent(mentee, more[0], programme);
    expect(await send(mentee, more[1], programme)).toMatchObject({ reason: "too-many-open" });
    for (let i = 0; i < DEFAULT_SETTINGS.proposals.openPerMentee; i++) await sent(mentee, await aMentor(), null);
    expect(await send(mentee, await aMentor(), null)).toMatchObject({ reason: "too-many-open" });
  });

  test("the same press twice at once in two programmes is one proposal to this mentor", async () => {
    const outcomes = await Promise.all([send(mentee, mentor, programme), send(mentee, mentor, null)]);
    expect(await db().proposal.count({ where: { menteeId: mentee.memberId } })).toBe(1);
    expect(new Set(outcomes.map((one) => one.ok && one.value)).size).toBe(1);
  });

  test("of many at once no more are open than the programme allows", async () => {
    const mentors = await Promise.all(Array.from({ length: 6 }, () => aMentor(programme)));
    await Promise.all(mentors.map((one) => send(mentee, one, programme)));
    expect(await db().proposal.count({ where: { menteeId: mentee.memberId, status: "sent" } })).toBeLessThanOrEqual(2);
  });
});

describe("accepting", () => {
  test("fills the mentee’s place in this programme, and closes what is open there and nothing else", async () => {
    const id = await sent(mentee, mentor, programme);
    await sent(mentee, await aMentor(programme), programme, 0.1);
    await sent(mentee, await aMentor(), null, 0.2);
    expect(await accept(mentor, id)).toMatchObject({ ok: true });
    expect(await statusesOf(mentee)).toEqual(["accepted", "mentee-matched", "sent"]);
    expect(await db().relationship.findUniqueOrThrow({ where: { id } })).toMatchObject({
      agreedUntil: new Date("2026-12-02T10:00:00Z"),
    });
    // With a mentor in the one programme they can still find one in the society's scheme, and not another in this.
    expect(await send(mentee, await aMentor(programme), programme, 2)).toMatchObject({ reason: "mentee-has-mentor" });
    expect(await closeOvertaken(null, DEFAULT_SETTINGS, onDay(2))).toBe(0);
    expect((await statusesOf(mentee)).at(-1)).toBe("sent");
  });

  test("takes one of the places that the mentor has in all, and the last one closes everywhere", async () => {
    const small = await join({ ...viewerOf(await insertMentor({ capacity: 1 })), activeRole: "mentor" }, "mentor", programme);
    const other = await aMentee();
    const [id] = [await sent(mentee, small, programme), await sent(other, small, null)];
    await accept(small, id);
    expect(await statusesOf(other)).toEqual(["mentor-full"]);
  });

  test("with fewer places in the programme than in all, the last of those closes this programme alone", async () => {
    await joining.limit(mentor, programme, 1, SENT_AT);
    const [here, elsewhere] = [await aMentee(programme), await aMentee()];
    const id = await sent(mentee, mentor, programme);
    await sent(here, mentor, programme);
    await sent(elsewhere, mentor, null);
    await accept(mentor, id);
    expect([await statusesOf(here), await statusesOf(elsewhere)]).toEqual([["mentor-full"], ["sent"]]);
    expect(await send(await aMentee(programme), mentor, programme, 2)).toMatchObject({ reason: "mentor-full" });
    expect(await send(await aMentee(), mentor, null, 2)).toMatchObject({ ok: true });
    expect(await findMentors(here, DEFAULT_SETTINGS, readFilters({ programme }, DEFAULT_SETTINGS))).toMatchObject({
      mentors: [],
    });
  });

  test("of two at once for the last place in a programme one is accepted", async () => {
    await joining.limit(mentor, programme, 1, SENT_AT);
    const ids = [await sent(mentee, mentor, programme), await sent(await aMentee(programme), mentor, programme)];
    await Promise.all(ids.map((id) => accept(mentor, id)));
    expect(await db().relationship.count({ where: { mentorId: mentor.memberId } })).toBe(1);
  });

  test("still happens after the programme has closed, or the mentor has left it", async () => {
    const id = await sent(mentee, mentor, programme);
    await joining.leave(mentor, programme, "mentor", SENT_AT);
    await move(programme, "close");
    expect(await accept(mentor, id)).toMatchObject({ ok: true });
  });
});

describe("what follows a proposal belongs to its programme too", () => {
  test("the queue: nobody is asked again once nothing is sent in it, and then in their order", async () => {
    await joining.limit(mentor, programme, 1, SENT_AT);
    const [first, second] = [await sent(mentee, mentor, programme), await sent(await aMentee(programme), mentor, programme)];
    await accept(mentor, first);
    const waiting = await rowOf(second);
    const who = { ...viewerOf({ id: waiting.menteeId } as never), memberId: waiting.menteeId };
    expect(await keepPlace(who, second, DEFAULT_SETTINGS, onDay(2))).toMatchObject({ ok: true });
    await sweep(queueSweepStep, onDay(3));
    expect((await rowOf(second)).status).toBe("withdrawn");
    await end(mentor, first, "", DEFAULT_SETTINGS, onDay(4));
    await move(programme, "close");
    await sweep(queueSweepStep, onDay(5));
    expect((await rowOf(second)).status).toBe("withdrawn");
    await move(programme, "reopen");
    await sweep(queueSweepStep, onDay(6));
    expect(await rowOf(second)).toMatchObject({ status: "sent", expireDay: 9, programmeId: programme });
  });

  test("a mentor found in one programme leaves the places in queues of the others", async () => {
    const full = await join({ ...viewerOf(await insertMentor({ capacity: 1 })), activeRole: "mentor" }, "mentor", programme);
    const waiting = await sent(mentee, full, null);
    await accept(full, await sent(await aMentee(), full, null));
    expect(await keepPlace(mentee, waiting, DEFAULT_SETTINGS, onDay(2))).toMatchObject({ ok: true });
    await accept(mentor, await sent(mentee, mentor, programme, 2), 3);
    const isWaiting = () => db().queuePlace.count({ where: { proposalId: waiting } });
    expect([await endPlaces(null, DEFAULT_SETTINGS, onDay(4)), await isWaiting()]).toEqual([0, 1]);
    const other = await aMentor();
    await accept(other, await sent(mentee, other, null, 4), 5);
    expect(await isWaiting()).toBe(0);
  });

  test("the next choices: those in it are asked in it, and nobody else is named", async () => {
    const [next, stranger] = [await aMentor(programme), await aMentor()];
    const id = await sent(mentee, mentor, programme, 0, [stranger.memberId, next.memberId]);
    expect(await db().proposalChoice.findMany({ where: { proposalId: id }, select: { mentorId: true } })).toEqual([
      { mentorId: next.memberId },
    ]);
    await proposals.reject(mentor, id, null, DEFAULT_SETTINGS, onDay(1));
    expect(await goOn(id, DEFAULT_SETTINGS, onDay(2))).toBe(true);
    expect(await db().proposal.findFirst({ where: { mentorId: next.memberId } })).toMatchObject({
      programmeId: programme,
      expireDay: 9,
    });
  });

  test("reopening: by the days of the programme, and only while proposals are sent in it", async () => {
    const id = await sent(mentee, mentor, programme);
    await proposals.withdraw(mentee, id, DEFAULT_SETTINGS, onDay(1));
    await move(programme, "close");
    expect(await proposals.reopen(mentee, id, DEFAULT_SETTINGS, onDay(2))).toEqual({ ok: false, reason: "programme-closed" });
    await move(programme, "reopen");
    expect(await proposals.reopen(mentee, id, DEFAULT_SETTINGS, onDay(2))).toMatchObject({ value: { expireDay: 9 } });
  });
});

describe("what members see of it", () => {
  test("in which programmes they could send, and their days", async () => {
    expect((await findWays(mentee, mentor.memberId, DEFAULT_SETTINGS, SENT_AT)).ways).toEqual([
      { programmeId: null, name: null, own: null, replyDays: 21 },
      { programmeId: programme, name: "Returners", own: OWN, replyDays: 9 },
    ]);
    const other = await aMentor();
    expect((await findWays(mentee, other.memberId, DEFAULT_SETTINGS, SENT_AT)).ways).toHaveLength(1);
    // A mentor in the society's scheme leaves the programme open.
    await accept(other, await sent(mentee, other, null));
    const { ways, refusal } = await findWays(mentee, mentor.memberId, DEFAULT_SETTINGS, onDay(2));
    expect([ways.map(({ programmeId }) => programmeId), refusal]).toEqual([[programme], null]);
  });

  test("one query says so, and one more where they could ask, however many programmes they share", async () => {
    const asked = [vi.spyOn(db(), "$queryRaw"), vi.spyOn(db(), "$queryPrepared")];
    expect((await findWays(mentee, mentor.memberId, DEFAULT_SETTINGS, SENT_AT)).ways).toHaveLength(2);
    expect((await findAsking(mentee, mentor.memberId, DEFAULT_SETTINGS, SENT_AT)).ways.map((way) => way.name)).toEqual([
      null,
      "Returners",
    ]);
    expect(asked.flatMap((each) => each.mock.calls)).toHaveLength(2);
    for (const each of asked) each.mockRestore();
  });

  test("the list and the page of a proposal name it, and those of the scheme name nothing", async () => {
    const [id] = [await sent(mentee, mentor, programme), await sent(mentee, await aMentor(), null, 0.1)];
    expect((await listRelationships(mentee, "mentee")).rows.map((row) => row.programme)).toEqual([null, "Returners"]);
    expect(await findProposal(mentor, id, DEFAULT_SETTINGS, onDay(1))).toMatchObject({
      programme: { name: "Returners", own: OWN },
    });
  });

  test("the search finds those who have joined, for those who have, and everybody without it", async () => {
    await aMentor();
    const all = readFilters({}, DEFAULT_SETTINGS);
    const inIt = readFilters({ programme }, DEFAULT_SETTINGS);
    const found = async (viewer: Viewer, filters = inIt) =>
      (await findMentors(viewer, DEFAULT_SETTINGS, filters)).mentors.map(({ memberId }) => memberId);
    expect(await found(mentee)).toEqual([mentor.memberId]);
    expect(await found(await aMentee())).toEqual([]);
    const gone = await aMentor(programme);
    await joining.leave(gone, programme, "mentor", SENT_AT);
    expect(await found(mentee)).toEqual([mentor.memberId]);
    const leaving = await aMentee(programme);
    await joining.leave(leaving, programme, "mentee", SENT_AT);
    expect(await found(leaving)).toEqual([]);
    expect((await found(mentee, all)).length).toBeGreaterThan(1);
  });
});
