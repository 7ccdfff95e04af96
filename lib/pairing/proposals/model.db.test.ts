import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import type { Viewer } from "@/lib/foundation/viewer";
import { Settings } from "@/lib/society/settings/settings";
import { dose } from "@/testing/dose";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { SENT_AT, WORDS } from "@/testing/proposals/examples";
import * as proposals from "./commands";
import { proposalSweepStep } from "./sweep-step";

// Random sequences of commands, sweeps, jumps of the clock and accounts that go and come back, on the real database,
// against a model small enough to be believed: two mentees and three mentors with one place each.

const SETTINGS = Settings.parse({ proposals: { openPerMentee: 2 } });
const ZONE = SETTINGS.society.timeZone;
const HOUR = 60 * 60 * 1000;
const REMINDERS = [3, 7, 15];

type Step =
  | {
      do: "send" | "edit" | "accept" | "reject" | "withdraw" | "reopen by mentee" | "reopen by mentor";
      mentee: number;
      mentor: number;
    }
  | { do: "suspend" | "reactivate"; mentor: number }
  | { do: "sweep"; at_once: number }
  | { do: "wait"; hours: number };

const mentee = fc.nat({ max: 1 });
const mentor = fc.nat({ max: 2 });
const act = (name: Step["do"]) => fc.record({ do: fc.constant(name), mentee, mentor }) as fc.Arbitrary<Step>;
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: act("send") },
  { weight: 2, arbitrary: act("edit") },
  { weight: 2, arbitrary: act("accept") },
  { weight: 3, arbitrary: act("reject") },
  { weight: 2, arbitrary: act("withdraw") },
  { weight: 3, arbitrary: act("reopen by mentee") },
  { weight: 3, arbitrary: act("reopen by mentor") },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("suspend" as const), mentor }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reactivate" as const), mentor }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("sweep" as const), at_once: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 240 }) }) },
);

/** What the model knows of the latest proposal between two people. */
interface Known {
  id: string;
  status: string;
  round: number;
  sentAt: Date;
  text: number;
  /** Reminder days that must have gone out in this round, and no others. */
  reminded: number[];
}

class Model {
  now = SENT_AT;
  proposals = new Map<string, Known>();
  suspended = new Set<number>();

  of(mentee: number, mentor: number): Known | undefined {
    return this.proposals.get(`${mentee}:${mentor}`);
  }

  /** The date decides. */
  status(known: Known | undefined): string {
    return known?.status === "sent" && this.now >= addDays(known.sentAt, 21, ZONE) ? "expired" : (known?.status ?? "none");
  }

  private withStatus(status: string, part: "mentee" | "mentor", who: number): Known[] {
    const position = part === "mentee" ? 0 : 1;
    return [...this.proposals]
      .filter(([key, known]) => key.split(":")[position] === String(who) && this.status(known) === status)
      .map(([, known]) => known);
  }

  isFree(mentee: number, mentor: number): boolean {
    return (
      this.withStatus("accepted", "mentee", mentee).length === 0 && this.withStatus("accepted", "mentor", mentor).length === 0
    );
  }

  mayOpen(mentee: number, mentor: number): boolean {
    return !this.suspended.has(mentor) && this.isFree(mentee, mentor) && this.withStatus("sent", "mentee", mentee).length < 2;
  }

  /** Whether the command should be done; and if so, what follows. */
  apply(step: Extract<Step, { mentee: number }>): boolean {
    const known = this.of(step.mentee, step.mentor);
    const status = this.status(known);
    switch (step.do) {
      case "send":
        // The same words to the same mentor while they wait are the same proposal.
        return status === "sent" ? known?.text === 1 : this.mayOpen(step.mentee, step.mentor);
      case "edit":
        return this.change(status === "sent", known, (open) => open.text++);
      case "accept":
        return this.change(status === "sent" && this.isFree(step.mentee, step.mentor), known, (open) => {
          open.status = "accepted";
          const others = [...this.withStatus("sent", "mentee", step.mentee), ...this.withStatus("sent", "mentor", step.mentor)];
          for (const other of others) other.status = "withdrawn";
        });
      case "reject":
        return this.change(status === "sent", known, (open) => (open.status = "rejected"));
      case "withdraw":
        return this.change(status === "sent", known, (open) => (open.status = "withdrawn"));
      case "reopen by mentee":
        return this.change(status === "withdrawn" && this.mayOpen(step.mentee, step.mentor), known, (open) =>
          this.reopen(open),
        );
      case "reopen by mentor":
        return this.change(
          (status === "rejected" || status === "expired") && this.mayOpen(step.mentee, step.mentor),
          known,
          (open) => this.reopen(open),
        );
    }
  }

  private change(should: boolean, known: Known | undefined, effect: (known: Known) => unknown): boolean {
    if (should && known) effect(known);
    return should;
  }

  private reopen(known: Known): void {
    Object.assign(known, { status: "sent", sentAt: this.now, round: known.round + 1, reminded: [] });
  }

  sweep(): void {
    for (const known of this.proposals.values()) {
      known.status = this.status(known);
      if (known.status !== "sent") continue;
      const newest = REMINDERS.findLast((day) => addDays(known.sentAt, day, ZONE) <= this.now);
      if (newest && newest > (known.reminded.at(-1) ?? 0)) known.reminded.push(newest);
    }
  }
}

let mentees: TestMember[];
let mentors: TestMember[];

beforeAll(async () => {
  mentees = [await insertMentee(), await insertMentee()];
  mentors = [await insertMentor(), await insertMentor(), await insertMentor()];
});
afterAll(clear);

async function clear(): Promise<void> {
  // Truncating makes new files for thirty tables and their indexes, which takes longer than a whole sequence.
  for (const table of ["relationships", "proposals", "notifications", "mails"])
    await db().$executeRawUnsafe(`DELETE FROM "${table}"`);
  await db().member.updateMany({ data: { status: "active" } });
}

test("random sequences agree with the model, a thousand of them in full", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      await clear();
      const model = new Model();
      for (const one of steps) await play(model, one);
      await play(model, { do: "sweep", at_once: 2 });
      await compare(model);
    }),
    { numRuns: dose(40, 1000) },
  );
}, 600_000);

async function play(model: Model, step: Step): Promise<void> {
  const { now } = model;
  switch (step.do) {
    case "wait":
      model.now = new Date(now.getTime() + step.hours * HOUR);
      return;
    case "sweep":
      await Promise.all(Array.from({ length: step.at_once }, () => sweep(proposalSweepStep, now)));
      return model.sweep();
    case "suspend":
    case "reactivate":
      return changeAccount(model, step.mentor, step.do === "suspend");
    default:
      return command(model, step);
  }
}

async function changeAccount(model: Model, mentor: number, suspend: boolean): Promise<void> {
  const id = mentors[mentor]?.id ?? "";
  await db().member.update({ where: { id }, data: { status: suspend ? "suspended" : "active" } });
  if (!suspend) return void model.suspended.delete(mentor);
  model.suspended.add(mentor);
  // Those past their deadline may be closed or expired, whichever comes first: let the clock come first.
  await sweep(proposalSweepStep, model.now);
  model.sweep();
  await proposals.closeAll(id, model.now);
  for (const [key, known] of model.proposals)
    if (key.endsWith(`:${mentor}`) && known.status === "sent") known.status = "withdrawn";
}

async function command(model: Model, step: Extract<Step, { mentee: number }>): Promise<void> {
  const [from, to] = [mentees[step.mentee], mentors[step.mentor]];
  if (!from || !to) throw new Error("nobody there");
  // A suspended member has no session, and so gives no commands.
  const isByMentor = step.do === "accept" || step.do === "reject" || step.do === "reopen by mentor";
  if (isByMentor && model.suspended.has(step.mentor)) return;
  const known = model.of(step.mentee, step.mentor);
  const isNew = step.do === "send" && model.status(known) !== "sent";
  const text = known?.text ?? 1;
  const expected = model.apply(step);
  const result =
    step.do === "send"
      ? await proposals.send(viewerOf(from), to.id, WORDS, SETTINGS, model.now)
      : await give(step.do, viewerOf(isByMentor ? to : from), known?.id ?? from.id, text, model.now);
  expect(result.ok, `${JSON.stringify(step)} at ${model.now.toISOString()}: ${JSON.stringify(result)}`).toBe(expected);
  if (result.ok && isNew && typeof result.value === "string") {
    model.proposals.set(`${step.mentee}:${step.mentor}`, {
      id: result.value,
      status: "sent",
      round: 1,
      sentAt: model.now,
      text: 1,
      reminded: [],
    });
  }
}

function give(name: string, viewer: Viewer, id: string, text: number, now: Date) {
  switch (name) {
    case "edit":
      return proposals.edit(viewer, id, { ...WORDS, objectives: `Text ${text + 1}` }, SETTINGS, now);
    case "accept":
      return proposals.accept(viewer, id, text, SETTINGS, now);
    case "reject":
      return proposals.reject(viewer, id, null, SETTINGS, now);
    case "withdraw":
      return proposals.withdraw(viewer, id, SETTINGS, now);
    default:
      return proposals.reopen(viewer, id, SETTINGS, now);
  }
}

/** After a last sweep the database says what the model says, and of reminders exactly those that were due. */
async function compare(model: Model): Promise<void> {
  const rows = await db().proposal.findMany({ select: { id: true, status: true, round: true, textNumber: true } });
  const mails = await db().mail.findMany({ where: { kind: "proposal-reminder" }, select: { key: true } });
  for (const known of model.proposals.values()) {
    const row = rows.find(({ id }) => id === known.id);
    expect(row).toEqual({ id: known.id, status: known.status, round: known.round, textNumber: known.text });
    const prefix = `proposal:${known.id}:${known.round}:reminder:`;
    const days = mails.filter(({ key }) => key.startsWith(prefix)).map(({ key }) => Number(key.slice(prefix.length)));
    expect(days.sort((a, b) => a - b)).toEqual(known.reminded);
  }
}
