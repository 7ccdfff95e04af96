import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appleReply, gmailReply, outlookReply, type RepliedTo } from "@/testing/calendar/replies";
import { findReply, readReply } from "./reply";
import { readReplyAddress, replyAddressOf } from "./reply-address";

const SECRET = "a secret that is long enough for anybody";
const BASE = "meetings@in.example.org";
const MEETING = "0b8c6d4e-0000-4000-8000-0000000000aa";
const ADDRESS = replyAddressOf(MEETING, BASE, [SECRET]);
const ABOUT: RepliedTo = {
  to: ADDRESS,
  from: "gareth@example.org",
  uid: MEETING,
  starts: "20261125T140000Z",
  ends: "20261125T150000Z",
};
const THEN = { startsAt: new Date("2026-11-25T14:00:00Z"), endsAt: new Date("2026-11-25T15:00:00Z") };

describe("a reply as programs send it", () => {
  test.each([
    ["Gmail, yes", gmailReply(ABOUT, "ACCEPTED"), "accepted"],
    ["Gmail, no", gmailReply(ABOUT, "DECLINED"), "declined"],
    ["Gmail, maybe", gmailReply(ABOUT, "TENTATIVE"), "unclear"],
    ["Outlook, accept", outlookReply(ABOUT, "ACCEPTED"), "accepted"],
    ["Outlook, decline", outlookReply(ABOUT, "DECLINED"), "declined"],
    ["Outlook, propose a new time", outlookReply(ABOUT, "TENTATIVE", "COUNTER"), "unclear"],
    ["Outlook, accept and propose a new time", outlookReply(ABOUT, "ACCEPTED", "COUNTER"), "unclear"],
    ["Apple Mail, accept", appleReply(ABOUT, "ACCEPTED"), "accepted"],
    ["Apple Mail, decline", appleReply(ABOUT, "DECLINED"), "declined"],
    ["Apple Mail, maybe", appleReply(ABOUT, "TENTATIVE"), "unclear"],
    ["handed on", gmailReply(ABOUT, "DELEGATED"), "unclear"],
  ] as const)("%s", async (_name, raw, answer) => {
    const reply = await findReply(raw);
    expect({ ...reply, from: reply?.from.map((address) => address.toLowerCase()) }).toEqual({
      answer,
      from: ["gareth@example.org"],
      ...THEN,
    });
  });

  test("is read on the clock that it describes, in summer too", async () => {
    const summer = { ...ABOUT, starts: "20270625T140000Z", ends: "20270625T150000Z" };
    expect((await findReply(outlookReply(summer, "ACCEPTED")))?.startsAt).toEqual(new Date("2027-06-25T13:00:00Z"));
  });

  test("without a zone says no time, since it would be read on the clock of the server", () => {
    const file = (start: string) =>
      `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:x\r\n${start}\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
    for (const start of ["DTSTART:20261125T140000", "DTSTART;TZID=Nowhere:20261125T140000", "DTSTART;VALUE=DATE:20261125"])
      expect(readReply(file(start)), start).toMatchObject({ answer: "accepted", startsAt: null, endsAt: null });
  });

  test.each([
    ["nothing", ""],
    ["a person's own words", "From: a@example.org\r\nSubject: Re: your meeting\r\n\r\nI cannot come, sorry."],
    [
      "an invitation",
      "Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n",
    ],
    ["a broken file", "Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"],
  ])("%s is none", async (_name, raw) => {
    expect(await findReply(Buffer.from(raw))).toBeNull();
  });

  test("whatever bytes come, nothing breaks", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 1500 }), async (noise, at) => {
        const raw = Buffer.from(gmailReply(ABOUT, "ACCEPTED"));
        raw.set(noise.subarray(0, Math.max(0, raw.length - at)), Math.min(at, raw.length - 1));
        const reply = await findReply(raw);
        expect(reply === null || ["accepted", "declined", "unclear"].includes(reply.answer)).toBe(true);
      }),
    );
  });
});

describe("the address of a reply", () => {
  test("names its meeting, fits into an address, and reads the same in capitals", () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const address = replyAddressOf(id, BASE, [SECRET]);
        expect(address).toMatch(/^meetings\+[0-9a-z]{41}@in\.example\.org$/);
        expect(address.split("@")[0]?.length).toBeLessThanOrEqual(64);
        expect(readReplyAddress(address, BASE, [SECRET])).toBe(id);
        expect(readReplyAddress(` ${address.toUpperCase()} `, BASE, [SECRET])).toBe(id);
      }),
    );
    expect(replyAddressOf(MEETING, `${"m".repeat(21)}@in.example.org`, [SECRET]).split("@")[0]).toHaveLength(63);
  });

  test("is worth nothing when any letter of it is changed, with another secret, or at another domain", () => {
    for (let at = 0; at < ADDRESS.length; at++) {
      const changed = `${ADDRESS.slice(0, at)}${ADDRESS[at] === "1" ? "2" : "1"}${ADDRESS.slice(at + 1)}`;
      expect(readReplyAddress(changed, BASE, [SECRET]), changed).toBeNull();
    }
    expect(readReplyAddress(ADDRESS, BASE, ["another secret"])).toBeNull();
    expect(readReplyAddress(ADDRESS, "meetings@other.example", [SECRET])).toBeNull();
  });

  test.each(["", "@", "meetings@in.example.org", "meetings+@in.example.org", `meetings+${"z".repeat(41)}@in.example.org`])(
    "%j is none",
    (address) => expect(readReplyAddress(address, BASE, [SECRET])).toBeNull(),
  );
});
