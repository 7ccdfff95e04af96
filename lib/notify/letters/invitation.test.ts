import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { NOTICES } from "@/lib/entrypoints/notices";
import { type CalendarMeeting, methodOf } from "@/lib/notify/calendar/calendar";
import { resendTransport } from "@/lib/notify/delivery/resend";
import { needs } from "@/lib/notify/notices/define";
import type { Occasion } from "@/lib/notify/notices/occasion";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { MEETING as EXAMPLE, NOW } from "@/testing/calendar/examples";
import { NOTICE_KINDS } from "@/testing/mail/kinds";
import { renderMail } from "./render";

const SETTING = { settings: DEFAULT_SETTINGS, appUrl: "https://mentoring.example.org", now: NOW, notices: NOTICES };
const MEETING: CalendarMeeting = {
  ...EXAMPLE,
  words: { title: "First conversation", details: "The door is <b>blue</b>." },
  sequence: 0,
};

function occasion(kind: string, meeting: CalendarMeeting | null, timeZone: string | null = null): Occasion {
  return {
    kind,
    role: "mentor",
    data: { meetingId: MEETING.id, startsAt: "2026-11-24T09:00:00Z", endsAt: "2026-11-24T10:00:00Z" },
    recipient: { name: "Gareth Pugh", email: "gareth@example.org", timeZone },
    partner: { name: "Amina Okafor", headline: null, email: null },
    proposal: null,
    suggestions: [],
    items: [],
    unsubscribe: null,
    meeting,
  };
}

const KINDS = NOTICE_KINDS.filter((kind) => kind.startsWith("meeting-"));

describe("which mail carries what for calendars", () => {
  type Files = [open: string | null, declined: string | null, cancelled: string | null];
  const TAKES_PART: Files = ["PUBLISH", "CANCEL", "CANCEL"];
  const METHODS: Record<string, Files> = {
    "meeting-arranged": TAKES_PART,
    "meeting-changed": TAKES_PART,
    "meeting-agreed": TAKES_PART,
    "meeting-accepted": TAKES_PART,
    "meeting-declined": TAKES_PART,
    "meeting-suggested": TAKES_PART,
    "meeting-cancelled": TAKES_PART,
    "meeting-cancelled-ended": TAKES_PART,
    "meeting-tomorrow": [null, null, null],
    "meeting-logged": [null, null, null],
    "meeting-reply-unclear": [null, null, null],
  };
  const calendarOf = async (kind: string, meeting: CalendarMeeting | null) =>
    (await renderMail(occasion(kind, meeting), SETTING)).calendar;

  test.each(Object.keys(METHODS))("%s", async (kind) => {
    const files = await Promise.all(
      [MEETING, { ...MEETING, answer: "declined" as const }, { ...MEETING, isCancelled: true }].map((meeting) =>
        calendarOf(kind, meeting),
      ),
    );
    expect(files.map((file) => file && methodOf(file))).toEqual(METHODS[kind]);
    expect(await calendarOf(kind, null)).toBeNull();
    for (const file of files) expect(file ?? "").not.toMatch(/ATTENDEE|RSVP|amina@|gareth@/);
  });

  test("no other mail carries any", async () => {
    for (const kind of NOTICE_KINDS) if (!KINDS.includes(kind)) expect(await calendarOf(kind, MEETING)).toBeNull();
  });
});

describe("an invitation", () => {
  const PAGE = "/meeting/token";
  const textOf = async (kind: string, answer: CalendarMeeting["answer"] = "waiting", answerPage: string | null = PAGE) =>
    (await renderMail({ ...occasion(kind, { ...MEETING, answer }), answerPage }, SETTING)).text;

  const INVITES = ["meeting-arranged", "meeting-changed", "meeting-reply-unclear"];

  test.each(INVITES)("%s has both answers, each one press away", async (kind) => {
    const text = await textOf(kind);
    expect(text).toContain("Accept <https://mentoring.example.org/meeting/token?answer=accept>");
    expect(text).toContain("Decline <https://mentoring.example.org/meeting/token?answer=decline>");
    expect(text).toContain("your calendar cannot answer for you: please answer here");
    expect(needs(NOTICES, kind, "invitation")).toBe(true);
    // An older mail has no link of its own: it leads to the meetings.
    expect(await textOf(kind, "waiting", null)).not.toContain("/meeting/");
  });

  test("is not asked again when only its words were changed", async () => {
    expect(await textOf("meeting-changed", "accepted")).not.toContain("answer=");
  });

  test("says that a calendar can answer where its answers reach us, and its file then asks for one", async () => {
    const reply = { to: "meetings+abc@in.example.org", from: "gareth@example.org" };
    const { text, calendar } = await renderMail(occasion("meeting-arranged", { ...MEETING, reply }), SETTING);
    expect(text).toContain("You can also say yes or no in your own calendar");
    expect(text).not.toContain("cannot answer for you");
    expect(calendar && methodOf(calendar)).toBe("REQUEST");
  });

  test("is repeated on the day before, to the one whose answer is missing and to nobody else", async () => {
    const remind = async (awaits: "reader" | "partner" | undefined, answer: CalendarMeeting["answer"]) => {
      const told = occasion("meeting-tomorrow", { ...MEETING, answer });
      const data = { ...told.data, ...(awaits && { awaits }) };
      return (await renderMail({ ...told, data, answerPage: PAGE }, SETTING)).text;
    };
    expect(await remind("reader", "waiting")).toContain("Accept <https://mentoring.example.org/meeting/token?answer=accept>");
    expect(await remind("partner", "waiting")).toContain("has not said yet whether this time suits");
    expect(await remind("reader", "suggested")).toContain("See the other time");
    for (const text of [await remind("partner", "waiting"), await remind("reader", "suggested")]) {
      expect(text).not.toMatch(/answer=|you are meeting/);
    }
    // Agreed, or answered since the reminder was written down.
    for (const awaits of [undefined, "reader", "partner"] as const) {
      expect(await remind(awaits, "accepted")).toContain("This is a reminder that you are meeting");
    }
  });

  test("is in no other mail", async () => {
    const others = NOTICE_KINDS.filter((kind) => !INVITES.includes(kind) && kind !== "meeting-tomorrow");
    expect(others.filter((kind) => needs(NOTICES, kind, "invitation"))).toEqual([]);
  });
});

describe.each(KINDS)("the mail %s", (kind) => {
  test("says when by the reader's clock, how, and the words when they go along", async () => {
    const { text, html, subject } = await renderMail(occasion(kind, MEETING, "Asia/Tokyo"), SETTING);
    expect(text).toContain("Wednesday 25 November, 23:00 to Thursday 26 November, 00:00 (Tokyo time), Video call");
    expect(text).toContain("First conversation");
    expect(html).toContain("The door is &lt;b&gt;blue&lt;/b&gt;.");
    expect(subject).toContain("Wednesday 25 November");
    expect(subject).not.toContain("First conversation");
  });

  test("says nothing of them otherwise, and the time that was told when the meeting is gone", async () => {
    const { text } = await renderMail(occasion(kind, { ...MEETING, words: null }), SETTING);
    expect(text).not.toMatch(/First conversation|blue/);
    expect((await renderMail(occasion(kind, null), SETTING)).text).toContain("Tuesday 24 November, 09:00 to 10:00");
  });
});

test("Resend gets the file as an attachment whose type names its method, and nothing when there is none", async () => {
  const bodies: { attachments?: { filename: string; content: string; content_type: string }[] }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    bodies.push(JSON.parse(Buffer.concat(chunks).toString()));
    response.writeHead(200, { "content-type": "application/json" }).end('{"id":"1"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const transport = resendTransport({ apiKey: "re_test", baseUrl });
  const mail = await renderMail(occasion("meeting-arranged", MEETING), SETTING);
  const sender = { key: "k", from: "a@example.org", replyTo: null };
  await transport.send({ ...mail, ...sender });
  await transport.send({ ...mail, ...sender, calendar: null });
  server.close();
  const [attachment] = bodies[0]?.attachments ?? [];
  expect(attachment).toMatchObject({ filename: "meeting.ics", content_type: "text/calendar; charset=utf-8; method=PUBLISH" });
  expect(Buffer.from(attachment?.content ?? "", "base64").toString()).toBe(mail.calendar);
  expect(bodies[1]).not.toHaveProperty("attachments");
});
