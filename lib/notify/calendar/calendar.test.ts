import fc from "fast-check";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { describe, expect, test } from "vitest";
import { MEETING, NOW } from "@/testing/calendar/examples";
import { type CalendarMeeting, methodOf, writeFeed, writeFile } from "./calendar";
import { roundOfTime } from "./round";

/** As it goes to whoever was invited, where the society takes answers from calendars. */
const ASKED: CalendarMeeting = { ...MEETING, reply: { to: "meetings+abc@in.example.org", from: "gareth@example.org" } };
const FEED = { name: "Connect meetings", refreshMinutes: 60 };

/** What one parser understands. */
function readFirst(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const events = calendar.getAllSubcomponents("vevent");
  const [component] = events;
  if (!component) throw new Error("no event");
  const event = new ICAL.Event(component);
  return {
    count: events.length,
    others: calendar.getAllSubcomponents().length - events.length + component.getAllSubcomponents().length,
    properties: component
      .getAllProperties()
      .map(({ name }) => name)
      .toSorted(),
    method: calendar.getFirstPropertyValue("method"),
    uid: event.uid,
    sequence: event.sequence,
    summary: event.summary,
    description: event.description,
    location: event.location,
    startsAt: event.startDate.toJSDate(),
    endsAt: event.endDate.toJSDate(),
    status: component.getFirstPropertyValue("status"),
    stamp: component.getFirstPropertyValue("dtstamp")?.toString(),
    organiser: [component.getFirstProperty("organizer")?.getParameter("cn"), event.organizer?.toLowerCase()],
  };
}

/** What another one understands of the same. */
function readSecond(file: string) {
  const events = Object.values(nodeIcal.sync.parseICS(file)).filter((one) => one?.type === "VEVENT");
  const [event] = events;
  if (event?.type !== "VEVENT") throw new Error("no event");
  return { count: events.length, event };
}

describe("a meeting's file, read back by two parsers", () => {
  test("says who, when, what and how, in the platform's name, and asks for no answer that would reach nobody", () => {
    const file = writeFile(MEETING, NOW);
    const first = readFirst(file);
    expect(first).toMatchObject({
      count: 1,
      others: 0,
      method: "PUBLISH",
      uid: MEETING.id,
      sequence: 2,
      summary: "First conversation",
      description: `${MEETING.words?.details}\n\nMeeting of Amina Okafor and Gareth Pugh\n\n${MEETING.href}`,
      location: "Video call",
      startsAt: MEETING.startsAt,
      endsAt: MEETING.endsAt,
      status: "TENTATIVE",
      stamp: "2026-11-21T18:00:00Z",
      organiser: ["Connect", "mailto:connect@example.org"],
    });
    expect(file).toContain("LAST-MODIFIED:20261121T180000Z");
    expect(file).not.toMatch(/ATTENDEE|RSVP|PARTSTAT|VALARM|amina@|gareth@/);
    const { count, event } = readSecond(file);
    expect([count, event.uid, event.method, Number(event.sequence)]).toEqual([1, MEETING.id, "PUBLISH", 2]);
    expect([event.summary, event.location]).toEqual(["First conversation", "Video call"]);
    expect([+event.start, +(event.end ?? 0)]).toEqual([+MEETING.startsAt, +MEETING.endsAt]);
    expect(event.description).toBe(first.description);
    expect(methodOf(file)).toBe("PUBLISH");
  });

  test("asks for an answer only where one reaches us, at an address of ours beside the partner's name", () => {
    const said = (meeting: CalendarMeeting) => {
      const event = new ICAL.Component(ICAL.parse(writeFile(meeting, NOW))).getFirstSubcomponent("vevent");
      const [person] = event?.getAllProperties("attendee") ?? [];
      return ["cn", "partstat", "rsvp"]
        .map((name) => person?.getFirstParameter(name))
        .concat(String(person?.getFirstValue()).toLowerCase());
    };
    expect(readFirst(writeFile(ASKED, NOW))).toMatchObject({
      method: "REQUEST",
      status: "TENTATIVE",
      organiser: ["Amina Okafor (Connect)", "mailto:meetings+abc@in.example.org"],
    });
    expect(said(ASKED)).toEqual(["Gareth Pugh", "NEEDS-ACTION", "TRUE", "mailto:gareth@example.org"]);
    expect(said({ ...ASKED, answer: "accepted" }).slice(1, 3)).toEqual(["ACCEPTED", "FALSE"]);
    const cancelled = readFirst(writeFile({ ...ASKED, isCancelled: true }, NOW));
    expect([cancelled.method, cancelled.organiser]).toEqual(["CANCEL", readFirst(writeFile(ASKED, NOW)).organiser]);
    expect(writeFile(ASKED, NOW)).not.toContain("amina@");
  });

  test("keeps its name when it is changed and cancelled", () => {
    const cancelled = readFirst(writeFile({ ...MEETING, isCancelled: true, sequence: 3 }, NOW));
    expect(cancelled).toMatchObject({ method: "CANCEL", status: "CANCELLED", uid: MEETING.id, sequence: 3 });
    expect(cancelled.organiser).toEqual(readFirst(writeFile(MEETING, NOW)).organiser);
  });

  test.each([
    [{ answer: "waiting" }, "PUBLISH TENTATIVE"],
    [{ answer: "suggested" }, "PUBLISH TENTATIVE"],
    [{ answer: "accepted" }, "PUBLISH CONFIRMED"],
    [{ answer: "declined" }, "CANCEL CANCELLED"],
    [{ answer: "accepted", isCancelled: true }, "CANCEL CANCELLED"],
    [{ answer: "waiting", isHeld: true }, "PUBLISH CONFIRMED"],
    [{ answer: "accepted", isHeld: true }, "PUBLISH CONFIRMED"],
    [{ answer: "declined", isHeld: true }, "PUBLISH CONFIRMED"],
  ] as const)("with %j it is %s", (about, expected) => {
    const { method, status } = readFirst(writeFile({ ...MEETING, ...about }, NOW));
    expect(`${method} ${status}`).toBe(expected);
  });

  test("says nothing of its words where they are not to go along", () => {
    const file = writeFile({ ...MEETING, words: null }, NOW);
    expect(readFirst(file)).toMatchObject({ summary: "Meeting of Amina Okafor and Gareth Pugh", description: MEETING.href });
    expect(file).not.toMatch(/First conversation|video\.example/);
  });
});

test("a time has a number of its own, and another one as soon as either end of it moves", () => {
  const minute = (at: Date, by: number) => new Date(+at + by * 60_000);
  const { startsAt, endsAt } = MEETING;
  const others = [
    { startsAt: minute(startsAt, 1), endsAt },
    { startsAt, endsAt: minute(endsAt, -1) },
    { startsAt: minute(startsAt, 30), endsAt: minute(endsAt, 30) },
  ];
  const rounds = [MEETING, ...others].map(roundOfTime);
  expect(new Set(rounds).size).toBe(4);
  expect(rounds.every(Number.isSafeInteger)).toBe(true);
  expect(roundOfTime({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) })).toBe(rounds[0]);
});

describe("what others typed", () => {
  const HOSTILE = [
    "Lunch\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\nEND:VALARM",
    "a\nATTENDEE:mailto:all@example.org\nX:",
    'quote " and \\ back; semi, comma: colon',
    "END:VEVENT\rEND:VCALENDAR\rBEGIN:VCALENDAR",
    "\\nnot a break \\, \\;",
    "line\u2028separator\u2029paragraph\u0085next\u0000null\u0007bell",
    "🧑‍🏫".repeat(60),
    "ä".repeat(200),
    "\ud800 lone",
  ];

  test.each(HOSTILE)("stays inside its property: %j", (text) => {
    const person = { name: text, email: `${text}@example.org` };
    const reply = { to: person.email, from: person.email };
    const meeting = {
      ...MEETING,
      reply,
      organiser: text,
      invited: text,
      sender: person,
      method: text,
      words: { title: text, details: text },
    };
    const file = writeFile(meeting, NOW);
    for (const [hostile, harmless] of [
      [file, writeFile(ASKED, NOW)],
      [writeFeed([meeting], NOW, { ...FEED, name: text }), writeFeed([ASKED], NOW, FEED)],
    ] as const) {
      const read = readFirst(hostile);
      expect([read.count, read.others, read.properties]).toEqual([1, 0, readFirst(harmless).properties]);
      expect([read.uid, read.startsAt]).toEqual([MEETING.id, MEETING.startsAt]);
      expect(readSecond(hostile).count).toBe(1);
      expect(hostile.match(/^(BEGIN|END):/gm)).toHaveLength(4);
    }
    // Between the quotation marks of a name nothing can be escaped (RFC 5545, 3.1).
    const named = file.replaceAll("\r\n ", "").match(/^(ORGANIZER|ATTENDEE)[;:].*$/gm);
    expect(named).toHaveLength(2);
    for (const line of named ?? []) expect(line).toMatch(/^[A-Z]+;[^"]*CN="[^"\\]+":mailto:[^\s"<>;,:\\]+$/i);
  });

  test("comes out as it went in, in lines of 75 octets at most that cut no character in two", () => {
    const words = fc.string({ unit: "grapheme", maxLength: 300 });
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 5 }), (title, lines) => {
        const details = lines.join("\n");
        const file = writeFile({ ...MEETING, words: { title, details } }, NOW);
        const raw = Buffer.from(file);
        expect(raw.toString("utf8")).toBe(file);
        for (const line of file.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
        }
        expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
        expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        const shown = (text: string) => text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(/(?![\n\t])\p{Cc}/gu, "");
        const { summary, description } = readFirst(file);
        const [who, named] = ["Meeting of Amina Okafor and Gareth Pugh", shown(title).replace(/\s+/g, " ").trim()];
        expect(summary).toBe(named || who);
        expect(description).toBe(shown([details, named && who, MEETING.href].filter(Boolean).join("\n\n")));
      }),
    );
  });
});

test("a subscribed calendar has a name, many events and an hour to rest", () => {
  const many = Array.from({ length: 50 }, (_, i) => ({
    ...MEETING,
    id: `0b8c6d4e-0000-4000-8000-0000000001${String(i).padStart(2, "0")}`,
  }));
  const file = writeFeed(many, NOW, FEED);
  expect(readFirst(file).count).toBe(50);
  expect(readSecond(file).count).toBe(50);
  expect(file).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
  expect(file).toContain("X-WR-CALNAME:Connect meetings");
  const none = writeFeed([], NOW, FEED);
  expect(new ICAL.Component(ICAL.parse(none)).getAllSubcomponents()).toEqual([]);
});
