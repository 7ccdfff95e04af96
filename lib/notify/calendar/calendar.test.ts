import fc from "fast-check";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { describe, expect, test } from "vitest";
import { MEETING, NOW } from "@/testing/calendar/examples";
import { methodOf, writeCalendar } from "./calendar";

/** What one parser understands. */
function readFirst(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const events = calendar.getAllSubcomponents("vevent");
  const [component] = events;
  if (!component) throw new Error("no event");
  const event = new ICAL.Event(component);
  const [attendee] = component.getAllProperties("attendee");
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
    attendee: attendee && [
      attendee.getParameter("cn"),
      attendee.getFirstValue()?.toString().toLowerCase(),
      attendee.getParameter("partstat"),
      attendee.getParameter("rsvp"),
    ],
  };
}

/** What another one understands of the same. */
function readSecond(file: string) {
  const events = Object.values(nodeIcal.sync.parseICS(file)).filter((one) => one?.type === "VEVENT");
  const [event] = events;
  if (event?.type !== "VEVENT") throw new Error("no event");
  return { count: events.length, event };
}

describe("an invitation, read back by two parsers", () => {
  test("says who, when, what and how", () => {
    const file = writeCalendar("REQUEST", [MEETING], NOW);
    const first = readFirst(file);
    expect(first).toMatchObject({
      count: 1,
      others: 0,
      method: "REQUEST",
      uid: MEETING.id,
      sequence: 2,
      summary: "First conversation",
      description: `${MEETING.words?.details}\n\n${MEETING.href}`,
      location: "Video call",
      startsAt: MEETING.startsAt,
      endsAt: MEETING.endsAt,
      status: "TENTATIVE",
      stamp: "2026-11-21T18:00:00Z",
      organiser: ["Amina Okafor", "mailto:amina@example.org"],
      attendee: ["Gareth Pugh", "mailto:gareth@example.org", "NEEDS-ACTION", "TRUE"],
    });
    const { count, event } = readSecond(file);
    expect([count, event.uid, event.method, Number(event.sequence)]).toEqual([1, MEETING.id, "REQUEST", 2]);
    expect([event.summary, event.location]).toEqual(["First conversation", "Video call"]);
    expect([+event.start, +(event.end ?? 0)]).toEqual([+MEETING.startsAt, +MEETING.endsAt]);
    expect(event.description).toBe(first.description);
    expect(methodOf(file)).toBe("REQUEST");
  });

  test("keeps its name when it is changed, cancelled and answered", () => {
    const cancelled = readFirst(writeCalendar("CANCEL", [{ ...MEETING, isCancelled: true, sequence: 3 }], NOW));
    expect(cancelled).toMatchObject({ method: "CANCEL", status: "CANCELLED", uid: MEETING.id, sequence: 3 });
    const reply = readFirst(writeCalendar("REPLY", [{ ...MEETING, answer: "accepted" }], NOW));
    expect(reply.attendee?.slice(2)).toEqual(["ACCEPTED", "FALSE"]);
    expect(readFirst(writeCalendar("REPLY", [{ ...MEETING, answer: "declined" }], NOW)).attendee?.[2]).toBe("DECLINED");
  });

  test.each([
    ["REQUEST", { answer: "waiting" }, "TENTATIVE"],
    ["REPLY", { answer: "accepted" }, "CONFIRMED"],
    ["PUBLISH", { answer: "waiting" }, "TENTATIVE"],
    ["PUBLISH", { answer: "suggested" }, "TENTATIVE"],
    ["PUBLISH", { answer: "accepted" }, "CONFIRMED"],
    ["PUBLISH", { answer: "declined" }, "TENTATIVE"],
    ["PUBLISH", { answer: "declined", isForDecliner: true }, "CANCELLED"],
    ["PUBLISH", { answer: "waiting", isHeld: true }, "CONFIRMED"],
  ] as const)("in a %s with %j it is %s", (method, about, status) => {
    expect(readFirst(writeCalendar(method, [{ ...MEETING, ...about }], NOW)).status).toBe(status);
  });

  test("says nothing of its words where they are not to go along, and a copy invites nobody", () => {
    const file = writeCalendar("PUBLISH", [{ ...MEETING, words: null }], NOW);
    expect(readFirst(file)).toMatchObject({ summary: "Meeting of Amina Okafor and Gareth Pugh", description: MEETING.href });
    expect(file).not.toMatch(/ATTENDEE|First conversation|video\.example/);
  });
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
    const meeting = { ...MEETING, method: text, words: { title: text, details: text }, organiser: person, attendee: person };
    const file = writeCalendar("REQUEST", [meeting], NOW, { name: text, refreshMinutes: 60 });
    const plain = readFirst(writeCalendar("REQUEST", [MEETING], NOW));
    const read = readFirst(file);
    expect([read.count, read.others, read.properties]).toEqual([1, 0, plain.properties]);
    expect([read.uid, read.startsAt]).toEqual([MEETING.id, MEETING.startsAt]);
    expect(readSecond(file).count).toBe(1);
    expect(file.match(/^(BEGIN|END):/gm)).toHaveLength(4);
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
        const file = writeCalendar("REQUEST", [{ ...MEETING, words: { title, details } }], NOW);
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
        expect(summary).toBe(shown(title).replace(/\s+/g, " ").trim() || "Meeting of Amina Okafor and Gareth Pugh");
        expect(description).toBe(shown([details, MEETING.href].filter(Boolean).join("\n\n")));
      }),
    );
  });
});

test("a subscribed calendar has a name, many events and an hour to rest", () => {
  const many = Array.from({ length: 50 }, (_, i) => ({
    ...MEETING,
    id: `0b8c6d4e-0000-4000-8000-0000000001${String(i).padStart(2, "0")}`,
  }));
  const file = writeCalendar("PUBLISH", many, NOW, { name: "Connect meetings", refreshMinutes: 60 });
  expect(readFirst(file).count).toBe(50);
  expect(readSecond(file).count).toBe(50);
  expect(file).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
  expect(file).toContain("X-WR-CALNAME:Connect meetings");
  const none = writeCalendar("PUBLISH", [], NOW, { name: "Connect meetings", refreshMinutes: 60 });
  expect(new ICAL.Component(ICAL.parse(none)).getAllSubcomponents()).toEqual([]);
});
