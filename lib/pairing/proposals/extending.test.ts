import { describe, expect, test } from "vitest";
import { decided, exampleCommand, FREE, MENTEE, MENTOR, onDay, STAFF, sentProposal } from "@/testing/proposals/examples";
import { MOST_EXTRA_DAYS } from "./deadlines";
import { decide } from "./decide";
import type { Command, Proposal } from "./proposal";

const more = (days: number): Command => ({ type: "extend", actor: STAFF, days, timeZone: "Europe/London" });

describe("more days by staff", () => {
  test("move the last day, keep the reminders, and add one before the new end; both are told it", () => {
    const { proposal, notices, facts } = decided(sentProposal(), more(7), onDay(16));
    expect([proposal.expireDay, proposal.extraDays, proposal.expiresAt]).toEqual([28, 7, onDay(28)]);
    expect(proposal.reminders.map(({ day }) => day)).toEqual([3, 7, 15, 25]);
    expect(notices.map(({ key, to, kind, data }) => [key.split(":").slice(2).join(":"), to, kind, data.expiresAt])).toEqual([
      ["1:extended:mentee:7", MENTEE.memberId, "proposal-extended", onDay(28).toISOString()],
      ["1:extended:mentor:7", MENTOR.memberId, "proposal-extended", onDay(28).toISOString()],
    ]);
    expect(facts).toMatchObject([{ actor: "staff", actorId: STAFF.memberId, fact: "extended", data: { round: 1, days: 7 } }]);
  });

  test("add no reminder that would come at once, or before one that is there", () => {
    const late = decided(sentProposal(), more(1), onDay(20)).proposal;
    expect(late.reminders.map(({ day }) => day)).toEqual([3, 7, 15]);
    const atThatMoment = decided(sentProposal(), more(1), onDay(19)).proposal;
    expect(atThatMoment.reminders.map(({ day }) => day)).toEqual([3, 7, 15]);
    for (const day of [19, 20]) {
      const there: Proposal = { ...sentProposal(), reminders: [{ day, at: onDay(day) }] };
      expect(decided(there, more(1), onDay(2)).proposal.reminders).toHaveLength(1);
    }
  });

  test("are limited all together, and begin anew with another round", () => {
    const full = decided(sentProposal(), more(MOST_EXTRA_DAYS), onDay(2)).proposal;
    expect(decide(full, more(1), onDay(3))).toEqual({ ok: false, reason: "too-many-days" });
    expect(decide(sentProposal(), more(0), onDay(3))).toEqual({ ok: false, reason: "too-many-days" });
    const rejected = decided(full, exampleCommand("reject"), onDay(3)).proposal;
    const again = decided(rejected, { type: "reopen", actor: MENTOR, circumstances: FREE }, onDay(4)).proposal;
    expect([again.extraDays, again.expireDay]).toEqual([0, 21]);
  });
});

describe("what staff withdraw", () => {
  const withdrawn = decided(sentProposal(), exampleCommand("withdraw-by-staff"), onDay(2));

  test("keeps their words for both, and out of facts and notices", () => {
    expect(withdrawn.proposal).toMatchObject({ status: "withdrawn", withdrawnBecause: "staff" });
    expect(withdrawn.proposal.withdrawnWords).toContain("Gareth is away");
    expect(JSON.stringify([withdrawn.facts, withdrawn.notices])).not.toContain("Gareth is away");
    expect(withdrawn.notices.map(({ to }) => to)).toEqual([MENTEE.memberId, MENTOR.memberId]);
  });

  test("is reopened by nobody", () => {
    for (const actor of [MENTEE, MENTOR]) {
      const reopened = decide(withdrawn.proposal, { type: "reopen", actor, circumstances: FREE }, onDay(3));
      expect(reopened).toEqual({ ok: false, reason: "not-reopenable" });
    }
  });
});

describe("a reminder by staff", () => {
  const remind = exampleCommand("remind-by-staff");

  test("goes to the mentor, and stands for those that were due until then", () => {
    const { proposal, notices, facts } = decided(sentProposal(), remind, onDay(16));
    expect([proposal.remindedDay, proposal.dueAt]).toEqual([16, onDay(21)]);
    expect(notices.map(({ key, to, kind, data }) => [key.split(":").slice(2).join(":"), to, kind, data])).toEqual([
      ["1:reminder:staff:16", MENTOR.memberId, "proposal-reminder", { day: 16, expiresAt: onDay(21).toISOString() }],
    ]);
    expect(facts).toMatchObject([{ actor: "staff", actorId: STAFF.memberId, fact: "reminded", data: { round: 1, day: 16 } }]);
    const early = decided(sentProposal(), remind, onDay(5)).proposal;
    expect([early.remindedDay, early.dueAt]).toEqual([5, onDay(7)]);
  });

  test("never on a day on which the mentor has heard of it", () => {
    const again = { ok: false, reason: "already-reminded" };
    expect(decide(sentProposal(), remind, onDay(0.1))).toEqual(again);
    const byClock = decided(sentProposal(), exampleCommand("remind"), onDay(7)).proposal;
    expect(decide(byClock, remind, onDay(7.2))).toEqual(again);
    const once = decided(byClock, remind, onDay(8)).proposal;
    expect(decide(once, remind, onDay(8.3))).toEqual(again);
    expect(decided(once, remind, onDay(9)).proposal.remindedDay).toBe(9);
  });
});

test("staff decide nothing that is their own", () => {
  for (const type of ["extend", "remind-by-staff", "withdraw-by-staff"] as const) {
    for (const { memberId } of [MENTEE, MENTOR]) {
      const command = { ...exampleCommand(type), actor: { kind: "staff" as const, memberId } };
      expect(decide(sentProposal(), command, onDay(2))).toEqual({ ok: false, reason: "own" });
    }
  }
});
