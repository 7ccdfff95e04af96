import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { DEATHS, killedIn } from "@/testing/child";
import { empty } from "@/testing/empty";
import { insertMentee, insertMentor } from "@/testing/people";
import { DAY, decided, exampleCommand, onDay } from "@/testing/proposals/examples";
import { checkProposals } from "./invariants";
import type { Proposal } from "./proposal";
import { save } from "./save";
import { proposalSweepStep } from "./sweep-step";

const HOUR = DAY / 24;

beforeEach(async () => {
  await empty("proposals", "proposal_texts", "relationships", "notifications", "mails", "findings");
});

/** So many open proposals, each sent an hour after the one before. */
async function insertOpen(count: number): Promise<Proposal[]> {
  const mentor = await insertMentor();
  const open: Proposal[] = [];
  for (let i = 0; i < count; i++) {
    const [mentee, id] = [await insertMentee(), randomUUID()];
    const command = { ...exampleCommand("send"), id, menteeId: mentee.id, mentorId: mentor.id };
    const actor = { kind: "mentee", memberId: mentee.id } as const;
    open.push(
      decided(null, { ...command, actor } as ReturnType<typeof exampleCommand>, new Date(onDay(0).getTime() + i * HOUR))
        .proposal,
    );
  }
  const words = exampleCommand("send");
  await save(
    open.map((proposal) => ({
      ok: true as const,
      from: 0,
      proposal,
      words: words.type === "send" ? words.words : null,
      opening: null,
      facts: [],
      notices: [],
    })),
    "all-or-nothing",
  );
  return open;
}

const countMails = (kind: string) => db().mail.count({ where: { kind } });

describe("the sweep", () => {
  test("fifty at once remind and expire each proposal once", async () => {
    await insertOpen(120);
    const now = onDay(15);
    const counts = await Promise.all(Array.from({ length: 50 }, () => sweep(proposalSweepStep, now)));
    expect(counts.reduce((sum, { reminded = 0 }) => sum + reminded, 0)).toBe(120);
    expect(await countMails("proposal-reminder")).toBe(120);
    const later = await Promise.all(Array.from({ length: 50 }, () => sweep(proposalSweepStep, onDay(31))));
    expect(later.reduce((sum, { expired = 0 }) => sum + expired, 0)).toBe(120);
    expect(await countMails("proposal-expired-mentee")).toBe(120);
    expect(await countMails("proposal-expired-mentor")).toBe(120);
    expect(await db().auditEvent.count({ where: { fact: "expired" } })).toBe(120);
  });

  test("day after day it reminds on days 3, 7 and 15 and withdraws on day 21, and doing it again does nothing", async () => {
    const [proposal] = await insertOpen(1);
    for (let day = 1; day <= 25; day++) for (let time = 0; time < 2; time++) await sweep(proposalSweepStep, onDay(day));
    const mails = await db().mail.findMany({ orderBy: { createdAt: "asc" }, select: { key: true, createdAt: true } });
    const short = mails.map(({ key, createdAt }) => [key.replace(`proposal:${proposal?.id}:1:`, ""), createdAt]);
    expect(short.slice(0, 3)).toEqual([
      ["reminder:3", onDay(3)],
      ["reminder:7", onDay(7)],
      ["reminder:15", onDay(15)],
    ]);
    expect(
      short
        .slice(3)
        .map(([key, at]) => `${key} ${(at as Date).toISOString()}`)
        .sort(),
    ).toEqual([`expired-mentee ${onDay(21).toISOString()}`, `expired-mentor ${onDay(21).toISOString()}`]);
  });

  test("a row that fails is recorded and does not stop the rest", async () => {
    const open = await insertOpen(5);
    const poisoned = open[2]?.id;
    const failing = {
      ...proposalSweepStep,
      step: (rows: Proposal[], now: Date) => {
        if (rows.some(({ id }) => id === poisoned)) throw new Error("this row cannot be done");
        return proposalSweepStep.step(rows, now);
      },
    };
    expect(await sweep(failing, onDay(4))).toMatchObject({ reminded: 4, failed: 1 });
    const findings = await db().finding.findMany({ select: { kind: true, subjectId: true } });
    expect(findings).toEqual([{ kind: "sweep-failed", subjectId: poisoned }]);
    expect(await sweep(proposalSweepStep, onDay(4))).toMatchObject({ reminded: 1 });
  });

  test.each(["found", "saved"])(
    "killed when a batch was %s, the next sweep goes on and nothing is lost or doubled",
    { timeout: 120_000 * DEATHS },
    async (point) => {
      for (let time = 1; time <= DEATHS; time++) {
        await insertOpen(60);
        const before = 60 * (time - 1);
        await killedIn("testing/sweep-child.ts", ["proposals", point, onDay(40).toISOString()]);
        const expired = await db().proposal.count({ where: { status: "expired" } });
        // Whole batches of five: the one that was saved, and perhaps the other in hand.
        expect(point === "found" ? [0] : [5, 10]).toContain(expired - before);
        expect(await countMails("proposal-expired-mentee")).toBe(expired);
        expect(await countMails("proposal-expired-mentor")).toBe(expired);
        await sweep(proposalSweepStep, onDay(40));
        expect(await db().proposal.count({ where: { status: "expired" } })).toBe(before + 60);
        expect(await countMails("proposal-expired-mentee")).toBe(before + 60);
        expect(await countMails("proposal-expired-mentor")).toBe(before + 60);
      }
    },
  );
});

test("the nightly check finds a due instant that is not what it should be, and nothing otherwise", async () => {
  const [, wrong] = await insertOpen(3);
  expect(await findings()).toEqual([]);
  await db().proposal.update({ where: { id: wrong?.id ?? "" }, data: { dueAt: onDay(5) } });
  expect(await findings()).toEqual([["due-instant-wrong", wrong?.id]]);
});

async function findings(): Promise<(string | null)[][]> {
  const found: (string | null)[][] = [];
  for await (const { kind, subjectId } of checkProposals()) found.push([kind, subjectId]);
  return found;
}
