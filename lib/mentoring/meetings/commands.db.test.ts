import { randomUUID } from "node:crypto";
import ICAL from "ical.js";
import { beforeEach, describe, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { addDays, localOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { env } from "@/lib/foundation/env";
import type { Viewer } from "@/lib/foundation/viewer";
import { findDashboard } from "@/lib/mentoring/dashboard/queries";
import { writeFeed, writeFile } from "@/lib/notify/calendar/calendar";
import { renewFeed } from "@/lib/notify/calendar/commands";
import { findFeedToken, findMeetingFile, listFeed } from "@/lib/notify/calendar/queries";
import { roundOfTime } from "@/lib/notify/calendar/round";
import { getMailboxMail } from "@/lib/notify/mailbox/mailbox";
import { type AnswerLink, readAnswerLink } from "@/lib/notify/notices/answer-link";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { SENT_AT, WORDS } from "@/testing/proposals/examples";
import type { TypedPlan } from "./circumstances";
import * as meetings from "./commands";
import { checkMeetings } from "./invariants";
import { findInvitation, listMeetings } from "./queries";
import { cancelAhead, meetingSweepStep, strandedSweepStep } from "./sweep-step";

const ZONE = "Europe/London";
const NOW = addDays(SENT_AT, 3, ZONE);
const inDays = (days: number, at: Date = NOW) => addDays(at, days, ZONE);
const WHERE = { settings: DEFAULT_SETTINGS, appUrl: "http://localhost:3000", from: "Connect <connect@example.org>" };
const SECRET = "We talk about the merger that nobody knows of";

const typed = (startsAt: Date, changes: Partial<TypedPlan> = {}): TypedPlan => ({
  starts: localOf(startsAt, ZONE),
  ends: localOf(new Date(+startsAt + 3_600_000), ZONE),
  confirmed: [],
  method: 2,
  sendsDetails: true,
  words: { title: "First conversation", details: SECRET },
  ...changes,
});

interface Two {
  id: string;
  mentee: TestMember;
  mentor: TestMember;
}

async function partners(mentor?: TestMember, zone: string | null = null): Promise<Two> {
  const mentee = await insertMentee();
  const other = mentor ?? (await insertMentor({ capacity: 5 }, { timeZone: zone }));
  const sent = await proposals.send(viewerOf(mentee), other.id, WORDS, DEFAULT_SETTINGS, SENT_AT);
  const id = sent.ok ? sent.value : "";
  await proposals.accept(viewerOf(other), id, 1, DEFAULT_SETTINGS, inDays(-1));
  return { id, mentee, mentor: other };
}

async function arrange({ id, mentee }: Two, startsAt: Date, changes: Partial<TypedPlan> = {}, now = NOW): Promise<string> {
  const meetingId = randomUUID();
  const result = await meetings.arrange(
    viewerOf(mentee),
    { relationshipId: id, meetingId },
    typed(startsAt, changes),
    DEFAULT_SETTINGS,
    now,
  );
  if (!result.ok) throw new Error(`refused: ${result.reason} ${result.warnings}`);
  return meetingId;
}

const stateOf = (id: string) => db().meeting.findUniqueOrThrow({ where: { id } });
const kindsFor = async ({ id }: TestMember) =>
  (await db().mail.findMany({ where: { memberId: id, kind: { startsWith: "meeting-" } }, orderBy: { createdAt: "asc" } })).map(
    ({ kind }) => kind,
  );
const sent = async (to: TestMember, kind: string) => {
  await deliverMails(inDays(400));
  const { key } = await db().mail.findFirstOrThrow({ where: { memberId: to.id, kind }, select: { key: true } });
  const mail = await getMailboxMail(key);
  if (!mail) throw new Error(`There is no mail ${key}.`);
  return mail;
};
const read = (file: string | null) => new ICAL.Component(ICAL.parse(file ?? ""));

let two: Two;
beforeEach(async () => {
  await db().meeting.deleteMany();
  two = await partners();
});

describe("arranging", () => {
  test("is one meeting however often the form is sent, and its words are sealed", async () => {
    const meetingId = randomUUID();
    const again = () =>
      meetings.arrange(viewerOf(two.mentee), { relationshipId: two.id, meetingId }, typed(inDays(5)), DEFAULT_SETTINGS, NOW);
    const results = await Promise.all([again(), again(), again()]);
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await db().meeting.count({ where: { relationshipId: two.id } })).toBe(1);
    expect(await kindsFor(two.mentor)).toEqual(["meeting-arranged"]);
    expect(await kindsFor(two.mentee)).toEqual([]);
    const row = await stateOf(meetingId);
    expect(JSON.stringify(row)).not.toMatch(/First conversation|merger/);
    const [shown] = await listMeetings(viewerOf(two.mentor), two.id, NOW);
    expect(shown?.words).toEqual({ title: "First conversation", details: SECRET });
    const other = await meetings.arrange(
      viewerOf(two.mentee),
      { relationshipId: two.id, meetingId },
      typed(inDays(6)),
      DEFAULT_SETTINGS,
      NOW,
    );
    expect(other).toMatchObject({ ok: false, reason: "already-there" });
  });

  test("is for the two alone", async () => {
    const meetingId = await arrange(two, inDays(5));
    const stranger = await insertMentor();
    const refused = { ok: false, reason: "not-found" };
    const beginAs = (who: TestMember, id: string) =>
      meetings.arrange(viewerOf(who), { relationshipId: two.id, meetingId: id }, typed(inDays(5)), DEFAULT_SETTINGS, NOW);
    expect(await beginAs(stranger, randomUUID())).toMatchObject(refused);
    expect(
      await meetings.accept(viewerOf(stranger), { relationshipId: two.id, meetingId, seen: 1 }, DEFAULT_SETTINGS, NOW),
    ).toMatchObject(refused);
    expect(await listMeetings(viewerOf(stranger), two.id, NOW)).toEqual([]);
    expect(await findMeetingFile(viewerOf(stranger), two.id, meetingId, WHERE)).toBeNull();
    const elsewhere = await partners();
    expect(
      await meetings.cancel(
        viewerOf(elsewhere.mentee),
        { relationshipId: elsewhere.id, meetingId, seen: 1 },
        DEFAULT_SETTINGS,
        NOW,
      ),
    ).toMatchObject(refused);
    // An id that somebody else's meeting has is not theirs to take.
    const taken = await meetings.arrange(
      viewerOf(elsewhere.mentee),
      { relationshipId: elsewhere.id, meetingId },
      typed(inDays(5)),
      DEFAULT_SETTINGS,
      NOW,
    );
    expect(taken.ok).toBe(false);
    expect((await stateOf(meetingId)).relationshipId).toBe(two.id);
  });

  test("points out a clash and an unreasonable hour, and saves all the same when told so", async () => {
    await arrange(two, inDays(5));
    const plan = typed(new Date(+inDays(5) + 1_800_000));
    const meetingId = randomUUID();
    const again = (confirmed: TypedPlan["confirmed"]) =>
      meetings.arrange(
        viewerOf(two.mentee),
        { relationshipId: two.id, meetingId },
        { ...plan, confirmed },
        DEFAULT_SETTINGS,
        NOW,
      );
    expect(await again([])).toEqual({
      ok: false,
      reason: "unconfirmed",
      warnings: ["you-are-busy", "partner-is-busy"],
      gap: null,
    });
    expect(await again(["you-are-busy"])).toMatchObject({ ok: false, reason: "unconfirmed" });
    expect((await again(["you-are-busy", "partner-is-busy"])).ok).toBe(true);

    const far = await partners(undefined, "Asia/Tokyo");
    const noon = new Date("2026-06-10T12:00:00Z");
    const late = await meetings.arrange(
      viewerOf(far.mentee),
      { relationshipId: far.id, meetingId: randomUUID() },
      typed(noon),
      DEFAULT_SETTINGS,
      NOW,
    );
    expect(late).toMatchObject({ ok: false, warnings: ["partner-hour"] });
  });

  test("of a clash with somebody else's meeting only that there is one is said", async () => {
    const elsewhere = await partners(two.mentor);
    await arrange(elsewhere, inDays(7));
    const clash = await meetings.arrange(
      viewerOf(two.mentee),
      { relationshipId: two.id, meetingId: randomUUID() },
      typed(inDays(7)),
      DEFAULT_SETTINGS,
      NOW,
    );
    expect(clash).toEqual({ ok: false, reason: "unconfirmed", warnings: ["partner-is-busy"], gap: null });
  });
});

describe("the mail", () => {
  test("carries an invitation, the same at a repeat, with title and details when they are sent along", async () => {
    const meetingId = await arrange(two, inDays(5));
    const { calendar, text, subject } = await sent(two.mentor, "meeting-arranged");
    expect(read(calendar).getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(read(calendar).getFirstSubcomponent("vevent")?.getFirstPropertyValue("uid")).toBe(meetingId);
    for (const said of [text, calendar?.replaceAll("\r\n ", "")]) expect(said).toContain(SECRET);
    expect(subject).not.toContain("First conversation");
    // Tried again after a change of the meeting, the mail is the one that was written first.
    await meetings.change(
      viewerOf(two.mentee),
      { relationshipId: two.id, meetingId, seen: 1 },
      typed(inDays(6)),
      DEFAULT_SETTINGS,
      NOW,
    );
    await db().mail.updateMany({
      where: { kind: "meeting-arranged", memberId: two.mentor.id },
      data: { status: "waiting", nextAttemptAt: NOW },
    });
    expect((await sent(two.mentor, "meeting-arranged")).calendar).toBe(calendar);
    const changed = await sent(two.mentor, "meeting-changed");
    expect(read(changed.calendar).getFirstSubcomponent("vevent")?.getFirstPropertyValue("sequence")).toBe(1);
  });

  test("keeps title and details to itself when they are not to go along", async () => {
    await arrange(two, inDays(5), { sendsDetails: false });
    const { calendar, text, html } = await sent(two.mentor, "meeting-arranged");
    for (const said of [text, html, calendar]) expect(said).not.toMatch(/First conversation|merger/);
    expect(text).toContain("Video call");
  });

  test("says the time on the reader's clock, whose zone has the name of today whichever was stored", async () => {
    const far = await partners(undefined, "Europe/Kiev");
    await arrange(far, inDays(5));
    expect((await sent(far.mentor, "meeting-arranged")).text).toContain("(Kyiv time)");
  });

  test("takes it out of calendars when it is cancelled, also when the invitation is late", async () => {
    const meetingId = await arrange(two, inDays(5));
    await meetings.cancel(viewerOf(two.mentee), { relationshipId: two.id, meetingId, seen: 1 }, DEFAULT_SETTINGS, NOW);
    for (const kind of ["meeting-arranged", "meeting-cancelled"]) {
      const { calendar } = await sent(two.mentor, kind);
      expect(read(calendar).getFirstPropertyValue("method"), kind).toBe("CANCEL");
    }
  });

  test("brings each answer and each new time to the other's calendar as a newer version of the same meeting", async () => {
    const meetingId = await arrange(two, inDays(5));
    const which = { relationshipId: two.id, meetingId };
    const eventIn = async (to: TestMember, kind: string) => {
      const file = read((await sent(to, kind)).calendar);
      const say = (name: string) => file.getFirstSubcomponent("vevent")?.getFirstPropertyValue(name);
      return [file.getFirstPropertyValue("method"), say("uid"), say("sequence"), say("status"), say("dtstart")?.toString()];
    };
    const at = (startsAt: Date) => startsAt.toISOString().replace(".000", "");
    const suggested = await meetings.suggest(
      viewerOf(two.mentor),
      { ...which, seen: 1 },
      typed(inDays(6)),
      DEFAULT_SETTINGS,
      NOW,
    );
    expect(suggested.ok).toBe(true);
    expect(await eventIn(two.mentee, "meeting-suggested")).toEqual(["PUBLISH", meetingId, 1, "TENTATIVE", at(inDays(5))]);
    await meetings.take(viewerOf(two.mentee), { ...which, seen: 2 }, DEFAULT_SETTINGS, NOW);
    expect(await eventIn(two.mentor, "meeting-agreed")).toEqual(["PUBLISH", meetingId, 2, "CONFIRMED", at(inDays(6))]);
    // The one who took it finds the same version in their address and in a file for their own hand.
    const file = await findMeetingFile(viewerOf(two.mentee), two.id, meetingId, WHERE);
    expect(file).toMatchObject({ id: meetingId, sequence: 2, answer: "accepted", startsAt: inDays(6) });
    await meetings.decline(viewerOf(two.mentor), { ...which, seen: 3 }, DEFAULT_SETTINGS, NOW);
    expect(await eventIn(two.mentee, "meeting-declined")).toEqual(["CANCEL", meetingId, 3, "CANCELLED", at(inDays(6))]);
    expect(await db().meeting.count({ where: { relationshipId: two.id } })).toBe(1);
  });
});

describe("an answer from a mail", () => {
  /** The link of the newest mail of a kind. */
  async function linkIn(to: TestMember, kind: string) {
    const { text } = await sent(to, kind);
    const [, token = ""] = /\/meeting\/([\w.-]+)\?answer=accept/.exec(text ?? "") ?? [];
    const link = readAnswerLink(token, "meeting", env().authSecrets, NOW);
    if (!link) throw new Error("there is no link");
    return link;
  }
  const say = (link: AnswerLink, type: "accept" | "decline", seen: number, now = NOW) =>
    meetings.answerInvitation(link, { meetingId: link.subjectId, round: link.round, seen }, type, now);

  test("is given once however often it is said, can be changed, and tells the organiser", async () => {
    const meetingId = await arrange(two, inDays(5));
    const link = await linkIn(two.mentor, "meeting-arranged");
    expect(link).toMatchObject({ memberId: two.mentor.id, subjectId: meetingId, until: inDays(5) });
    const results = await Promise.all([1, 2, 3].map(() => say(link, "accept", 1)));
    expect(results.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    expect((await say(link, "accept", 1)).ok).toBe(true);
    expect(await stateOf(meetingId)).toMatchObject({ answer: "accepted", version: 2 });
    expect(await kindsFor(two.mentee)).toEqual(["meeting-accepted"]);
    expect(await say(link, "decline", 1)).toMatchObject({ ok: false, reason: "changed-meanwhile" });
    expect((await say(link, "decline", 2)).ok).toBe(true);
    expect((await kindsFor(two.mentee)).toSorted()).toEqual(["meeting-accepted", "meeting-declined"]);
    const facts = await db().auditEvent.findMany({
      where: { subjectId: two.id, fact: { in: ["meeting-accepted", "meeting-declined"] } },
    });
    expect(facts.map(({ actorId }) => actorId)).toEqual([two.mentor.id, two.mentor.id]);
  });

  test("is refused, with the reason, once there is nothing left to answer", async () => {
    const meetingId = await arrange(two, inDays(5));
    const which = { relationshipId: two.id, meetingId };
    const first = await linkIn(two.mentor, "meeting-arranged");
    await meetings.change(viewerOf(two.mentee), { ...which, seen: 1 }, typed(inDays(6)), DEFAULT_SETTINGS, NOW);
    expect(await say(first, "accept", 2)).toMatchObject({ ok: false, reason: "moved" });
    const second = await linkIn(two.mentor, "meeting-changed");
    expect(await say(second, "accept", 2, inDays(6))).toMatchObject({ ok: false, reason: "over" });
    await meetings.cancel(viewerOf(two.mentee), { ...which, seen: 2 }, DEFAULT_SETTINGS, NOW);
    expect(await say(second, "accept", 3)).toMatchObject({ ok: false, reason: "called-off" });
    const other = await arrange(two, inDays(8));
    await relationships.closeAll(two.mentor.id, NOW);
    const third = { ...second, subjectId: other, round: roundOfTime(await stateOf(other)) };
    expect(await say(third, "accept", 1)).toMatchObject({ ok: false, reason: "ended" });
    expect((await stateOf(other)).answer).toBe("waiting");
  });

  test("new words alone do not make the links of an earlier mail useless", async () => {
    const meetingId = await arrange(two, inDays(5));
    const link = await linkIn(two.mentor, "meeting-arranged");
    const plan = typed(inDays(5), { words: { title: "Coffee", details: "" } });
    await meetings.change(viewerOf(two.mentee), { relationshipId: two.id, meetingId, seen: 1 }, plan, DEFAULT_SETTINGS, NOW);
    expect(await say(link, "accept", 1)).toMatchObject({ ok: false, reason: "changed-meanwhile" });
    expect((await say(link, "accept", 2)).ok).toBe(true);
  });

  test("is for the one who was invited alone, and only while they may sign in", async () => {
    await arrange(two, inDays(5));
    const link = await linkIn(two.mentor, "meeting-arranged");
    const stranger = await insertMentor();
    for (const memberId of [two.mentee.id, stranger.id, randomUUID()])
      expect(await say({ ...link, memberId }, "accept", 1)).toMatchObject({ ok: false, reason: "not-found" });
    expect(await say({ ...link, subjectId: randomUUID() }, "accept", 1)).toMatchObject({ ok: false, reason: "not-found" });
    for (const data of [{ status: "suspended" }, { status: "active", standing: "lapsed" }]) {
      await db().member.update({ where: { id: two.mentor.id }, data });
      expect(await say(link, "accept", 1)).toMatchObject({ ok: false, reason: "not-found" });
    }
    expect(await findInvitation(two.mentee.id, link.subjectId, NOW)).toBeNull();
  });

  test("shows title and details only if they were sent along", async () => {
    const shown = await arrange(two, inDays(5));
    const hidden = await arrange(two, inDays(6), { sendsDetails: false });
    expect((await findInvitation(two.mentor.id, shown, NOW))?.words?.details).toBe(SECRET);
    expect(await findInvitation(two.mentor.id, hidden, NOW)).toMatchObject({ words: null, isOpen: true });
  });
});

describe("a time that the clocks leave out or show twice", () => {
  const SPRING = new Date("2027-03-20T12:00:00Z");
  const plan = (starts: string, ends: string): TypedPlan => ({ ...typed(NOW), starts, ends, confirmed: ["partner-hour"] });
  const begin = (starts: string, ends: string, confirmed: TypedPlan["confirmed"] = ["partner-hour"]) =>
    meetings.arrange(
      viewerOf(two.mentee),
      { relationshipId: two.id, meetingId: randomUUID() },
      { ...plan(starts, ends), confirmed },
      DEFAULT_SETTINGS,
      NOW,
    );

  test("is refused with the next one, by every form that asks for a time", async () => {
    const gap = { field: "starts", typed: "2027-03-28T01:30", next: "2027-03-28T02:00", timeZone: "Europe/London" };
    expect(await begin("2027-03-28T01:30", "2027-03-28T03:00")).toMatchObject({ ok: false, reason: "skipped", gap });
    const meetingId = await arrange(two, inDays(5));
    const [organiser, invited] = [viewerOf(two.mentee), viewerOf(two.mentor)];
    const which = { relationshipId: two.id, meetingId, seen: 1 };
    const time = plan("2027-03-28T01:30", "2027-03-28T03:00");
    for (const refused of [
      await meetings.change(organiser, which, time, DEFAULT_SETTINGS, NOW),
      await meetings.suggest(invited, which, time, DEFAULT_SETTINGS, NOW),
      await meetings.log(organiser, { ...which, meetingId: randomUUID() }, time, DEFAULT_SETTINGS, SPRING),
    ])
      expect(refused).toMatchObject({ ok: false, reason: "skipped", gap });
  });

  test("is taken as the first of the two, once the member has read so", async () => {
    const [starts, ends] = ["2026-10-25T01:30", "2026-10-25T03:00"];
    expect(await begin(starts, ends)).toMatchObject({
      ok: false,
      reason: "unconfirmed",
      warnings: ["hour-twice", "partner-hour"],
    });
    const saved = await begin(starts, ends, ["hour-twice", "partner-hour"]);
    expect(saved).toMatchObject({ ok: true, value: { startsAt: new Date("2026-10-25T00:30:00Z") } });
  });
});

describe("two at once", () => {
  test("two changes: one is saved, the other one is told so", async () => {
    const meetingId = await arrange(two, inDays(5));
    const changes = [6, 7, 8].map((days) =>
      meetings.change(
        viewerOf(two.mentee),
        { relationshipId: two.id, meetingId, seen: 1 },
        typed(inDays(days)),
        DEFAULT_SETTINGS,
        NOW,
      ),
    );
    const results = await Promise.all(changes);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) if (!result.ok) expect(result.reason).toBe("changed-meanwhile");
    expect(await stateOf(meetingId)).toMatchObject({ version: 2, sequence: 1 });
    expect((await kindsFor(two.mentor)).toSorted()).toEqual(["meeting-arranged", "meeting-changed"]);
  });

  test("cancel and accept: exactly one of them", async () => {
    for (let round = 0; round < 5; round++) {
      const meetingId = await arrange(two, inDays(5 + round));
      const [cancelled, accepted] = await Promise.all([
        meetings.cancel(viewerOf(two.mentee), { relationshipId: two.id, meetingId, seen: 1 }, DEFAULT_SETTINGS, NOW),
        meetings.accept(viewerOf(two.mentor), { relationshipId: two.id, meetingId, seen: 1 }, DEFAULT_SETTINGS, NOW),
      ]);
      expect([cancelled.ok, accepted.ok].filter(Boolean)).toHaveLength(1);
      const { status, answer, version } = await stateOf(meetingId);
      expect([status, answer, version]).toEqual(cancelled.ok ? ["cancelled", "waiting", 2] : ["planned", "accepted", 2]);
    }
  });

  test("the end and an arrangement: nothing stays planned", async () => {
    for (let round = 0; round < 5; round++) {
      const pair = await partners();
      const arranging = meetings.arrange(
        viewerOf(pair.mentee),
        { relationshipId: pair.id, meetingId: randomUUID() },
        typed(inDays(5)),
        DEFAULT_SETTINGS,
        NOW,
      );
      const [result] = await Promise.all([arranging, relationships.closeAll(pair.mentor.id, NOW)]);
      if (!result.ok) expect(result.reason).toBe("ended");
      await sweep(strandedSweepStep, NOW);
      expect(await db().meeting.count({ where: { relationshipId: pair.id, status: "planned" } })).toBe(0);
    }
  });
});

describe("the end of a relationship", () => {
  test("calls off what lies ahead, tells who is there, and refuses every write", async () => {
    const ids = [await arrange(two, inDays(5)), await arrange(two, inDays(6))];
    const past = await arrange(two, inDays(1));
    const end = inDays(2);
    await relationships.closeAll(two.mentor.id, end);
    await db().member.update({ where: { id: two.mentor.id }, data: { status: "deleted" } });
    expect(await cancelAhead([two.id], end)).toBe(2);
    expect(await cancelAhead([two.id], end)).toBe(0);
    expect(await sweep(strandedSweepStep, end)).toEqual({});
    for (const id of ids)
      expect(await stateOf(id)).toMatchObject({ status: "cancelled", cancelledBecause: "end", sequence: 1, dueAt: null });
    expect((await stateOf(past)).status).toBe("planned");
    expect(await kindsFor(two.mentee)).toEqual(["meeting-cancelled-ended", "meeting-cancelled-ended"]);
    expect(await kindsFor(two.mentor)).not.toContain("meeting-cancelled-ended");
    expect(read((await sent(two.mentee, "meeting-cancelled-ended")).calendar).getFirstPropertyValue("method")).toBe("CANCEL");

    const ended = { ok: false, reason: "ended" };
    for (const begin of [meetings.arrange, meetings.log]) {
      const result = await begin(
        viewerOf(two.mentee),
        { relationshipId: two.id, meetingId: randomUUID() },
        typed(inDays(5)),
        DEFAULT_SETTINGS,
        end,
      );
      expect(result).toMatchObject(ended);
    }
    expect(
      await meetings.hold(viewerOf(two.mentee), { relationshipId: two.id, meetingId: past, seen: 1 }, DEFAULT_SETTINGS, end),
    ).toMatchObject(ended);
    expect(await listMeetings(viewerOf(two.mentee), two.id, end)).toHaveLength(3);
  });

  test("is seen by the sweep although nobody has recorded it", async () => {
    const { agreedUntil } = await db().relationship.findUniqueOrThrow({ where: { id: two.id } });
    const meetingId = await arrange(two, inDays(1, agreedUntil), { confirmed: ["after-the-end"] }, inDays(-1, agreedUntil));
    expect(await sweep(strandedSweepStep, inDays(-1, agreedUntil))).toEqual({});
    expect(await sweep(strandedSweepStep, agreedUntil)).toEqual({ meetingsCalledOff: 1 });
    expect((await stateOf(meetingId)).cancelledBecause).toBe("end");
    expect(await kindsFor(two.mentee)).toEqual(["meeting-cancelled-ended"]);
  });
});

describe("the reminder", () => {
  test("reaches both on the day before, once, however many sweeps there are", async () => {
    const ids = [await arrange(two, inDays(5)), await arrange(two, new Date(+inDays(5) + 7_200_000))];
    expect(await sweep(meetingSweepStep, new Date(+inDays(4) - 1000))).toEqual({});
    const runs = await Promise.all([1, 2, 3].map(() => sweep(meetingSweepStep, new Date(+inDays(4) + 7_200_000))));
    expect(runs.reduce((sum, { meetingsReminded = 0 }) => sum + meetingsReminded, 0)).toBe(2);
    for (const one of [two.mentee, two.mentor]) {
      expect((await kindsFor(one)).filter((kind) => kind === "meeting-tomorrow")).toHaveLength(2);
    }
    for (const id of ids) expect(await stateOf(id)).toMatchObject({ isReminded: true, dueAt: null });
    expect(await sweep(meetingSweepStep, new Date(+inDays(4) + 43_200_000))).toEqual({});
  });

  test("is armed again by another time, and goes to nobody who has declined or whose relationship is over", async () => {
    const meetingId = await arrange(two, inDays(5));
    await sweep(meetingSweepStep, inDays(4));
    const { version } = await stateOf(meetingId);
    await meetings.change(
      viewerOf(two.mentee),
      { relationshipId: two.id, meetingId, seen: version },
      typed(inDays(9)),
      DEFAULT_SETTINGS,
      inDays(4),
    );
    expect(await sweep(meetingSweepStep, inDays(8))).toEqual({ meetingsReminded: 1 });
    const declined = await arrange(two, inDays(12));
    await meetings.decline(
      viewerOf(two.mentor),
      { relationshipId: two.id, meetingId: declined, seen: 1 },
      DEFAULT_SETTINGS,
      NOW,
    );
    const over = await arrange(two, inDays(13));
    expect(await sweep(meetingSweepStep, inDays(11))).toEqual({});
    await relationships.closeAll(two.mentor.id, inDays(11));
    expect(await sweep(meetingSweepStep, new Date(+inDays(12) + 43_200_000))).toEqual({});
    expect((await stateOf(over)).isReminded).toBe(false);
  });

  test("leaves nothing that the nightly check would find", async () => {
    await arrange(two, inDays(5));
    const found = [];
    for await (const finding of checkMeetings()) found.push(finding);
    expect(found).toEqual([]);
    await db().meeting.updateMany({ where: { relationshipId: two.id }, data: { dueAt: null } });
    for await (const finding of checkMeetings()) found.push(finding);
    expect(found).toMatchObject([{ kind: "meeting-due-wrong" }]);
  });
});

test("what was held is counted, and what is over waits until somebody says how it went", async () => {
  const meetingId = await arrange(two, inDays(1));
  await arrange(two, inDays(30));
  const standing = async (member: TestMember) => (await findDashboard(viewerOf(member), two.id, inDays(2)))?.standing;
  const nextMeeting = { startsAt: inDays(30) };
  expect(await standing(two.mentor)).toMatchObject({ meetingsHeld: 0, hasUnconfirmedMeeting: false, nextMeeting });
  await meetings.accept(viewerOf(two.mentor), { relationshipId: two.id, meetingId, seen: 1 }, DEFAULT_SETTINGS, NOW);
  expect(await standing(two.mentor)).toMatchObject({ meetingsHeld: 0, hasUnconfirmedMeeting: true, nextMeeting });
  const later = await findDashboard(viewerOf(two.mentor), two.id, inDays(32));
  expect(later?.standing).toMatchObject({ hasUnconfirmedMeeting: false });
  await meetings.hold(viewerOf(two.mentor), { relationshipId: two.id, meetingId, seen: 2 }, DEFAULT_SETTINGS, inDays(2));
  await meetings.log(
    viewerOf(two.mentor),
    { relationshipId: two.id, meetingId: randomUUID() },
    typed(new Date(+inDays(1) + 7_200_000)),
    DEFAULT_SETTINGS,
    inDays(3),
  );
  expect(await standing(two.mentor)).toMatchObject({ meetingsHeld: 2, hasUnconfirmedMeeting: false, nextMeeting });
  expect(await standing(await insertMentee())).toBeUndefined();
});

const SUBSCRIPTION = { name: "Meetings", refreshMinutes: 60 };

async function tokenOf(viewer: Viewer): Promise<string> {
  const opened = await findFeedToken(viewer);
  return opened?.isReadable ? opened.words : "";
}

describe("the calendar address", () => {
  test("shows all one's meetings, keeps untold words to itself, and is worth nothing once renewed", async () => {
    const elsewhere = await partners(two.mentor);
    const ids = [await arrange(two, inDays(5)), await arrange(elsewhere, inDays(6), { sendsDetails: false })];
    const cancelled = await arrange(two, inDays(8));
    await meetings.cancel(
      viewerOf(two.mentee),
      { relationshipId: two.id, meetingId: cancelled, seen: 1 },
      DEFAULT_SETTINGS,
      NOW,
    );
    const viewer = viewerOf(two.mentor);
    expect(await findFeedToken(viewer)).toBeNull();
    await renewFeed(viewer, NOW);
    const token = await tokenOf(viewer);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await db().calendarFeed.findMany())).not.toContain(token);
    const shown = await listFeed(token, WHERE, NOW);
    expect(shown?.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(shown?.find(({ id }) => id === ids[1])?.words).toBeNull();
    await renewFeed(viewer, NOW);
    expect(await listFeed(token, WHERE, NOW)).toBeNull();
    expect(await listFeed(await tokenOf(viewer), WHERE, NOW)).toHaveLength(2);
  });

  /** How the meeting stands in the address of the organiser, and in that of the one who was invited: not at all after a dash. */
  const FEED: Record<string, [organiser: string, invited: string]> = {
    waiting: ["TENTATIVE", "TENTATIVE"],
    suggested: ["TENTATIVE", "TENTATIVE"],
    accepted: ["CONFIRMED", "CONFIRMED"],
    declined: ["–", "–"],
    cancelled: ["–", "–"],
    "waiting, and over": ["TENTATIVE", "TENTATIVE"],
    "accepted, and over": ["CONFIRMED", "CONFIRMED"],
    "declined, and over": ["–", "–"],
    held: ["CONFIRMED", "CONFIRMED"],
    "not held": ["–", "–"],
  };
  /** The file of the same meeting: its method and its status. */
  const FILE: Record<string, string> = {
    waiting: "PUBLISH TENTATIVE",
    suggested: "PUBLISH TENTATIVE",
    accepted: "PUBLISH CONFIRMED",
    declined: "CANCEL CANCELLED",
    cancelled: "CANCEL CANCELLED",
    "waiting, and over": "PUBLISH TENTATIVE",
    "accepted, and over": "PUBLISH CONFIRMED",
    "declined, and over": "CANCEL CANCELLED",
    held: "PUBLISH CONFIRMED",
    "not held": "CANCEL CANCELLED",
  };

  async function bringTo(state: string): Promise<string> {
    const meetingId = await arrange(two, inDays(9));
    const which = { relationshipId: two.id, meetingId };
    const [organiser, invited] = [viewerOf(two.mentee), viewerOf(two.mentor)];
    const [answer] = state.split(",");
    if (answer === "accepted" || state === "held" || state === "not held")
      await meetings.accept(invited, { ...which, seen: 1 }, DEFAULT_SETTINGS, NOW);
    if (answer === "declined") await meetings.decline(invited, { ...which, seen: 1 }, DEFAULT_SETTINGS, NOW);
    if (answer === "cancelled") await meetings.cancel(organiser, { ...which, seen: 1 }, DEFAULT_SETTINGS, NOW);
    if (answer === "suggested")
      await meetings.suggest(invited, { ...which, seen: 1 }, typed(inDays(11)), DEFAULT_SETTINGS, NOW);
    if (state === "held") await meetings.hold(invited, { ...which, seen: 2 }, DEFAULT_SETTINGS, inDays(10));
    if (state === "not held") await meetings.miss(invited, { ...which, seen: 2 }, DEFAULT_SETTINGS, inDays(10));
    return meetingId;
  }

  test.each(Object.keys(FEED))("a meeting that is %s", async (state) => {
    const meetingId = await bringTo(state);
    const seenAt = /over|held/.test(state) ? inDays(10) : NOW;
    const inFeed = async (member: TestMember) => {
      await renewFeed(viewerOf(member), NOW);
      const feed = writeFeed((await listFeed(await tokenOf(viewerOf(member)), WHERE, seenAt)) ?? [], seenAt, SUBSCRIPTION);
      const mine = read(feed)
        .getAllSubcomponents("vevent")
        .find((event) => event.getFirstPropertyValue("uid") === meetingId);
      return mine?.getFirstPropertyValue("status") ?? "–";
    };
    expect([await inFeed(two.mentee), await inFeed(two.mentor)]).toEqual(FEED[state]);
    for (const member of [two.mentee, two.mentor]) {
      const found = await findMeetingFile(viewerOf(member), two.id, meetingId, WHERE);
      const file = read(found && writeFile(found, seenAt));
      const status = file.getFirstSubcomponent("vevent")?.getFirstPropertyValue("status");
      expect(`${file.getFirstPropertyValue("method")} ${status}`).toBe(FILE[state]);
      expect(file.toString()).not.toMatch(new RegExp(`ATTENDEE|${two.mentee.email}|${two.mentor.email}`, "i"));
    }
  });

  test("asks nobody how a declined meeting went", async () => {
    await bringTo("declined");
    const dashboard = await findDashboard(viewerOf(two.mentee), two.id, inDays(10));
    expect(dashboard?.standing.hasUnconfirmedMeeting).toBe(false);
  });

  test.each([
    ["suspended", { status: "suspended" }],
    ["deleted", { status: "deleted" }],
    ["lapsed", { standing: "lapsed" }],
  ])("shows nothing of somebody %s", async (_name, data) => {
    await renewFeed(viewerOf(two.mentee), NOW);
    const token = await tokenOf(viewerOf(two.mentee));
    expect(await listFeed(token, WHERE, NOW)).toEqual([]);
    await db().member.update({ where: { id: two.mentee.id }, data });
    expect(await listFeed(token, WHERE, NOW)).toBeNull();
  });

  test.each(["", "x", "../../etc", "a".repeat(5000), "\u0000", "' OR 1=1 --"])("is none for %j", async (token) => {
    expect(await listFeed(token, WHERE, NOW)).toBeNull();
  });
});
