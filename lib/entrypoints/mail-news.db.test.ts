import { randomUUID } from "node:crypto";
import ICAL from "ical.js";
import { beforeEach, describe, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { addDays, localOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import type { TypedPlan } from "@/lib/mentoring/meetings/circumstances";
import * as meetings from "@/lib/mentoring/meetings/commands";
import { replyAddressOf } from "@/lib/notify/calendar/reply-address";
import { getMailboxMail } from "@/lib/notify/mailbox/mailbox";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { appleReply, gmailReply, outlookReply, type RepliedTo } from "@/testing/calendar/replies";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { SENT_AT, WORDS } from "@/testing/proposals/examples";
import { heedNews } from "./mail-news";

// The answers that calendars send, from the provider's event to what both are told.

const ZONE = "Europe/London";
const NOW = addDays(SENT_AT, 3, ZONE);
const STARTS = addDays(NOW, 5, ZONE);
const ENDS = new Date(+STARTS + 3_600_000);

let mentee: TestMember;
let mentor: TestMember;
let relationshipId: string;
let meetingId: string;

const typed = (startsAt: Date): TypedPlan => ({
  starts: localOf(startsAt, ZONE),
  ends: localOf(new Date(+startsAt + 3_600_000), ZONE),
  confirmed: [],
  method: 2,
  sendsDetails: true,
  words: { title: "First conversation", details: "" },
});

beforeEach(async () => {
  env().CALENDAR_REPLIES_TO = "meetings@in.example.org";
  [mentee, mentor] = [await insertMentee(), await insertMentor()];
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, SENT_AT);
  relationshipId = sent.ok ? sent.value : "";
  await proposals.accept(viewerOf(mentor), relationshipId, 1, DEFAULT_SETTINGS, addDays(NOW, -1, ZONE));
  meetingId = randomUUID();
  await meetings.arrange(viewerOf(mentee), { relationshipId, meetingId }, typed(STARTS), DEFAULT_SETTINGS, NOW);
});

const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.000/g, "");
const about = (changes: Partial<RepliedTo> = {}): RepliedTo => ({
  to: replyAddressOf(meetingId, "meetings@in.example.org", env().authSecrets),
  from: mentor.email,
  uid: meetingId,
  starts: stamp(STARTS),
  ends: stamp(ENDS),
  ...changes,
});

/** The provider tells that this mail has come in. Says how often it was fetched. */
async function receive(raw: Uint8Array | null, to = about().to, now = NOW): Promise<number> {
  let fetched = 0;
  const data = { email_id: randomUUID(), from: "somebody@example.org", to: [to], received_for: [], attachments: [] };
  const payload = { type: "email.received", created_at: now.toISOString(), data };
  const heeded = await heedNews({ id: `event-${randomUUID()}`, payload }, now, async () => {
    fetched += 1;
    return raw;
  });
  expect(heeded).toBe("heeded");
  return fetched;
}

const answer = async () => (await db().meeting.findUniqueOrThrow({ where: { id: meetingId } })).answer;
const told = async ({ id }: TestMember) =>
  (await db().mail.findMany({ where: { memberId: id, kind: { startsWith: "meeting-" } } })).map(({ kind }) => kind).toSorted();

test("the invitation asks for an answer at an address that leads back to its meeting, and the copies of it ask for none", async () => {
  await deliverMails(NOW);
  const { key } = await db().mail.findFirstOrThrow({ where: { memberId: mentor.id, kind: "meeting-arranged" } });
  const mail = await getMailboxMail(key);
  const event = new ICAL.Component(ICAL.parse(mail?.calendar ?? "")).getFirstSubcomponent("vevent");
  expect(mail?.calendar).toContain("METHOD:REQUEST");
  expect(String(event?.getFirstPropertyValue("organizer")).toLowerCase()).toBe(`mailto:${about().to}`);
  expect(String(event?.getFirstPropertyValue("attendee")).toLowerCase()).toBe(`mailto:${mentor.email.toLowerCase()}`);
  await receive(gmailReply(about(), "ACCEPTED"));
  await deliverMails(NOW);
  const accepted = await db().mail.findFirstOrThrow({ where: { memberId: mentee.id, kind: "meeting-accepted" } });
  const copy = (await getMailboxMail(accepted.key))?.calendar ?? "";
  expect(copy).toContain("METHOD:PUBLISH");
  expect(copy).not.toMatch(/ATTENDEE|meetings\+/);
});

describe("a yes or a no", () => {
  test.each([
    ["Gmail", gmailReply],
    [
      "Outlook",
      (to: RepliedTo, partstat: string) => outlookReply({ ...to, starts: local(STARTS), ends: local(ENDS) }, partstat),
    ],
    ["Apple Mail", appleReply],
  ] as const)("of %s counts, once however often it comes, and can be changed", async (_name, reply) => {
    for (let time = 0; time < 3; time++) await receive(reply(about(), "ACCEPTED"));
    expect([await answer(), await told(mentee), await told(mentor)]).toEqual([
      "accepted",
      ["meeting-accepted"],
      ["meeting-arranged"],
    ]);
    await receive(reply(about(), "DECLINED"));
    expect([await answer(), await told(mentee)]).toEqual(["declined", ["meeting-accepted", "meeting-declined"]]);
    expect(await db().meeting.count({ where: { relationshipId } })).toBe(1);
  });

  test("two at once are both heard, the later one last", async () => {
    await Promise.all([receive(gmailReply(about(), "ACCEPTED")), receive(appleReply(about(), "ACCEPTED"))]);
    expect([await answer(), await told(mentee)]).toEqual(["accepted", ["meeting-accepted"]]);
  });
});

/** As Outlook writes it on London's clock. */
const local = (at: Date) => `${localOf(at, ZONE).replace(/[-:]/g, "")}00Z`;

describe("anything else asks for an answer in the product, and changes nothing", () => {
  test.each([
    ["maybe", () => gmailReply(about(), "TENTATIVE")],
    ["another time", () => outlookReply(about(), "TENTATIVE", "COUNTER")],
    ["an earlier time of the meeting", () => gmailReply(about({ starts: stamp(addDays(STARTS, -1, ZONE)) }), "ACCEPTED")],
    ["another length", () => gmailReply(about({ ends: stamp(new Date(+ENDS + 60_000)) }), "ACCEPTED")],
    ["somebody to whom it was forwarded", () => gmailReply(about({ from: "colleague@example.org" }), "ACCEPTED")],
  ])("%s", async (_name, raw) => {
    await receive(raw());
    expect([await answer(), await told(mentee)]).toEqual(["waiting", []]);
    expect(await told(mentor)).toEqual(["meeting-arranged", "meeting-reply-unclear"]);
    await deliverMails(NOW);
    const { key } = await db().mail.findFirstOrThrow({ where: { memberId: mentor.id, kind: "meeting-reply-unclear" } });
    expect((await getMailboxMail(key))?.text).toMatch(/Accept <[^>]*\/meeting\/[\w.-]+\?answer=accept>/);
  });
});

describe("nothing happens", () => {
  test("after the meeting was called off, has begun, or the relationship is over", async () => {
    await receive(gmailReply(about(), "ACCEPTED"), about().to, STARTS);
    await meetings.cancel(viewerOf(mentee), { relationshipId, meetingId, seen: 1 }, DEFAULT_SETTINGS, NOW);
    await receive(gmailReply(about(), "DECLINED"));
    await relationships.closeAll(mentor.id, NOW);
    await receive(gmailReply(about(), "ACCEPTED"));
    expect([await answer(), await told(mentee)]).toEqual(["waiting", []]);
    expect(await told(mentor)).not.toContain("meeting-reply-unclear");
  });

  test.each([{ status: "suspended" }, { standing: "lapsed" }])("for somebody with %o", async (data) => {
    await db().member.update({ where: { id: mentor.id }, data });
    await receive(gmailReply(about(), "ACCEPTED"));
    expect(await answer()).toBe("waiting");
  });

  test("for mail to another address, or a forged one, which is not even fetched, or where no address is set", async () => {
    const raw = gmailReply(about(), "ACCEPTED");
    const forged = about().to.replace(/\+./, (sign) => (sign === "+1" ? "+2" : "+1"));
    for (const to of ["meetings@in.example.org", "somebody@in.example.org", forged]) expect(await receive(raw, to)).toBe(0);
    env().CALENDAR_REPLIES_TO = undefined;
    expect(await receive(raw)).toBe(0);
    expect(await answer()).toBe("waiting");
  });

  test("for a mail without a reply in it, or one that the provider has not kept", async () => {
    expect(await receive(Buffer.from("Subject: Re\r\n\r\nI am away until Monday."))).toBe(1);
    expect(await receive(null)).toBe(1);
    expect([await answer(), await told(mentor)]).toEqual(["waiting", ["meeting-arranged"]]);
  });
});
