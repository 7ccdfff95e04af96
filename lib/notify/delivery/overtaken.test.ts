import { describe, expect, test } from "vitest";
import { NOTICES } from "@/lib/entrypoints/notices";
import { NOTICE_KINDS } from "@/testing/mail/kinds";
import type { Circumstances } from "./overtaken";
import * as overtaken from "./overtaken";

const whyOvertaken = (mail: Circumstances, now: Date) => overtaken.whyOvertaken(NOTICES, mail, now);

const NOW = new Date("2026-11-21T18:00:00Z");
const LATER = new Date("2026-12-12T18:00:00Z");

function mail(kind: string, changes: Partial<Circumstances> = {}): Circumstances {
  return {
    kind,
    data: { day: 7, expiresAt: LATER.toISOString() },
    recipient: { status: "active", choices: {} },
    proposal: { status: "sent", expiresAt: LATER, remindedDay: 7 },
    ...changes,
  };
}

const ASKING = [
  "proposal-sent",
  "proposal-edited",
  "proposal-reminder",
  "proposal-reopened-mentor",
  "proposal-asked-again",
  "proposal-suggested-mentor",
] as const;

test.each(NOTICE_KINDS)("%s goes while nothing has changed", (kind) => {
  expect(whyOvertaken(mail(kind), NOW)).toBeNull();
  expect(whyOvertaken(mail(kind, { proposal: null }), NOW)).toBeNull();
});

describe.each(ASKING)("%s asks for an answer", (kind) => {
  test.each(["accepted", "rejected", "withdrawn", "expired"])("and does not once the proposal is %s", (status) => {
    expect(whyOvertaken(mail(kind, { proposal: { status, expiresAt: LATER, remindedDay: 7 } }), NOW)).toContain(status);
  });

  test("and does not once the last day is over, whether or not a sweep has run", () => {
    expect(whyOvertaken(mail(kind), LATER)).toContain("last day");
  });
});

test("a reminder gives way to a newer one, and to a new round", () => {
  const newer = { status: "sent", expiresAt: LATER, remindedDay: 15 };
  expect(whyOvertaken(mail("proposal-reminder", { proposal: newer }), NOW)).toContain("day 15");
  const again = { status: "sent", expiresAt: new Date("2027-01-12T18:00:00Z"), remindedDay: 0 };
  expect(whyOvertaken(mail("proposal-reminder", { proposal: again }), NOW)).toContain("reopened");
});

test("what was answered is told whatever has come of it since", () => {
  const proposal = { status: "withdrawn", expiresAt: NOW, remindedDay: 15 };
  for (const kind of NOTICE_KINDS.filter((kind) => !ASKING.some((one) => one === kind))) {
    expect(whyOvertaken(mail(kind, { proposal }), LATER)).toBeNull();
  }
});

describe("a reader who is here no more", () => {
  test.each(["suspended", "deleted"])("because %s gets no mail, but for what was done to the account", (status) => {
    for (const kind of NOTICE_KINDS) {
      const why = whyOvertaken(mail(kind, { recipient: { status, choices: {} } }), NOW);
      if (NOTICES[kind].group === "security") expect(why).toBeNull();
      else expect(why).toContain(status);
    }
    expect(whyOvertaken({ ...mail("proposal-sent"), kind: "digest", recipient: { status, choices: {} } }, NOW)).toContain(
      status,
    );
  });

  test("or was never there", () => {
    expect(whyOvertaken(mail("account-deleted", { recipient: null }), NOW)).toContain("not there any more");
  });
});

test("nobody hears of somebody from whom a block has kept them apart since, whatever it was to be", () => {
  for (const kind of NOTICE_KINDS) expect(whyOvertaken(mail(kind, { isBlocked: true }), NOW)).toContain("blocked");
});

test("what was switched off meanwhile is not sent; a digest instead, or what cannot be switched off, is", () => {
  const off = { status: "active", choices: { relationships: "none", proposals: "none", security: "none" } } as const;
  expect(whyOvertaken(mail("relationship-closed", { recipient: off }), NOW)).toContain("switched");
  expect(whyOvertaken(mail("proposal-sent", { recipient: off }), NOW)).toBeNull();
  expect(whyOvertaken(mail("available-again", { recipient: off }), NOW)).toBeNull();
  expect(whyOvertaken(mail("account-deleted", { recipient: off }), NOW)).toBeNull();
  const digest = { status: "active", choices: { relationships: "digest" } } as const;
  expect(whyOvertaken(mail("relationship-closed", { recipient: digest }), NOW)).toBeNull();
});

test("a meeting is called to mind while it stands and lies ahead", () => {
  const startsAt = new Date("2026-11-22T14:00:00Z");
  const why = (meeting: Circumstances["meeting"], now = NOW) =>
    whyOvertaken(mail("meeting-tomorrow", { data: { startsAt: startsAt.toISOString() }, meeting }), now);
  expect(why({ isCancelled: false, startsAt })).toBeNull();
  expect(why({ isCancelled: true, startsAt })).toContain("cancelled");
  expect(why({ isCancelled: false, answer: "declined", startsAt })).toContain("declined");
  expect(why({ isCancelled: false, startsAt: LATER })).toContain("another time");
  expect(why({ isCancelled: false, startsAt }, startsAt)).toContain("already begun");
});
