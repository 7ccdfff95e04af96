import { beforeEach, describe, expect, test } from "vitest";
import { NOTICES } from "@/lib/entrypoints/notices";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { loadProposals } from "@/lib/notify/delivery/queries";
import type { NoticeData } from "@/lib/notify/notices/notice";
import { notificationSentence } from "@/lib/notify/notices/sentence";
import { makeUnavailable } from "@/lib/pairing/availability/commands";
import { block } from "@/lib/pairing/blocks/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import { findProposal } from "@/lib/pairing/proposals/queries";
import { proposalSweepStep } from "@/lib/pairing/proposals/sweep-step";
import { PROPOSAL_WAITING } from "@/lib/pairing/proposals/waiting";
import { mark } from "@/lib/pairing/saved/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { empty } from "@/testing/empty";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { listWaiting } from "@/testing/waiting";
import { stop } from "./commands";
import { listChoices } from "./queries";
import { choiceSweepStep } from "./sweep-step";

const SETTINGS = DEFAULT_SETTINGS;
let mentee: TestMember;
let mentors: TestMember[];

beforeEach(async () => {
  await empty("proposals", "relationships", "notifications", "mails");
  mentee = await insertMentee();
  mentors = [await insertMentor(), await insertMentor(), await insertMentor()];
});

const at = (i: number) => mentors[i] as TestMember;
const idOf = (i: number) => at(i).id;

/** To the first, with the other two as further choices. */
async function send(choices = [idOf(1), idOf(2)]): Promise<string> {
  const sent = await proposals.send(viewerOf(mentee), idOf(0), { ...WORDS, choices }, SETTINGS, SENT_AT);
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value;
}

/** Whom the mentee has asked so far, with what has become of it. */
async function asked(): Promise<string[]> {
  const rows = await db().proposal.findMany({ orderBy: { sentAt: "asc" }, select: { mentorId: true, status: true } });
  return rows.map(({ mentorId, status }) => `${mentors.findIndex(({ id }) => id === mentorId)} ${status}`);
}

const openId = async () =>
  (await db().proposal.findFirstOrThrow({ where: { menteeId: mentee.id, status: "sent" }, select: { id: true } })).id;
const goOn = (day: number) => sweep(choiceSweepStep, onDay(day));
const named = async (id: string) =>
  (await listChoices(viewerOf(mentee), id)).map(({ mentorId }) => mentors.findIndex((one) => one.id === mentorId));
/** What the mail about its end is told. */
const isPassedOn = async (id: string) => (await loadProposals([id])).get(id)?.isPassedOn;
/** The line of the notice, as the mentee reads it. */
async function lineOf(kind: string, proposalId: string): Promise<string> {
  const { data } = await db().notification.findFirstOrThrow({ where: { kind, proposalId, memberId: mentee.id } });
  const facts = { partnerName: "Gareth Pugh", role: "mentee" as const, settings: SETTINGS, timeZone: "Europe/London" };
  return notificationSentence(NOTICES, kind, { ...facts, data: data as NoticeData, now: onDay(30) });
}
const homeOf = async (day: number) =>
  (await listWaiting([PROPOSAL_WAITING], viewerOf(mentee), onDay(day))).map(({ kind }) => kind);
const told = async (kind: string) => db().notification.count({ where: { kind, memberId: mentee.id } });

describe("a proposal that comes to nothing", () => {
  test("goes to the next choice with the same words and a new clock, and then to the last", async () => {
    const id = await send();
    expect(await named(id)).toEqual([1, 2]);
    await proposals.reject(viewerOf(at(0)), id, null, SETTINGS, onDay(2));
    expect(await isPassedOn(id)).toBe(true);
    expect(await goOn(3)).toEqual({ passedOn: 1 });
    expect([await isPassedOn(id), await isPassedOn(await openId())]).toEqual([true, false]);
    expect(await asked()).toEqual(["0 rejected", "1 sent"]);
    const next = await openId();
    expect(await named(next)).toEqual([2]);
    expect(await named(id)).toEqual([]);
    const { expiresAt } = await db().proposal.findUniqueOrThrow({ where: { id: next }, select: { expiresAt: true } });
    expect(expiresAt).toEqual(onDay(24));
    for (const one of [mentee, at(1)]) {
      const found = await findProposal(viewerOf(one), next, SETTINGS, onDay(3));
      expect(found?.text, one.name).toMatchObject(WORDS);
    }
    const { objectives, objectivesSealed } = await db().proposalText.findFirstOrThrow({ where: { proposalId: next } });
    expect([objectives, objectivesSealed]).toEqual(["", expect.stringMatching(/^tests\./)]);
    await sweep(proposalSweepStep, onDay(30));
    await goOn(30);
    expect(await asked()).toEqual(["0 rejected", "1 expired", "2 sent"]);
    expect(await told("proposal-passed-on")).toBe(2);
    const last = await openId();
    await proposals.reject(viewerOf(at(2)), last, null, SETTINGS, onDay(31));
    expect(await isPassedOn(last)).toBe(false);
    expect(await goOn(32)).toEqual({});
  });

  test.each(["full", "away", "gone"])("also when its mentor is %s, passing over who has no place by then", async (how) => {
    const id = await send();
    await makeUnavailable(viewerOf(at(1)), null, onDay(1));
    if (how === "full") {
      const other = await insertMentee();
      const sent = await proposals.send(viewerOf(other), idOf(0), WORDS, SETTINGS, onDay(1));
      await proposals.accept(viewerOf(at(0)), sent.ok ? sent.value : "", 1, SETTINGS, onDay(2));
    }
    if (how === "away") await proposals.closeForPause(viewerOf(at(0)), onDay(2));
    if (how === "gone") await proposals.closeAll(idOf(0), onDay(2));
    await goOn(3);
    expect((await asked()).filter((one) => /^[012] sent/.test(one))).toEqual(["2 sent"]);
    expect(await named(id)).toEqual([]);
  });

  test.each([
    ["proposal-expired-mentee", "Please choose another mentor."],
    ["proposal-rejected", "Other mentors may well be able to."],
    ["proposal-mentor-away", "You can keep your place."],
  ])("is told as %s, and says who is to choose: nobody, while the next choice is asked", async (kind, otherwise) => {
    const id = await send();
    const without = await proposals.send(viewerOf(await insertMentee()), idOf(0), WORDS, SETTINGS, SENT_AT);
    const other = await db().proposal.findUniqueOrThrow({ where: { id: without.ok ? without.value : "" } });
    if (kind === "proposal-expired-mentee") await sweep(proposalSweepStep, onDay(21));
    if (kind === "proposal-mentor-away") await proposals.closeForPause(viewerOf(at(0)), onDay(2));
    if (kind === "proposal-rejected")
      for (const one of [id, other.id]) await proposals.reject(viewerOf(at(0)), one, null, SETTINGS, onDay(2));
    expect(await lineOf(kind, id)).toMatch(/\. We now turn to the mentor you chose next\.$/);
    mentee = { ...mentee, id: other.menteeId };
    expect((await lineOf(kind, other.id)).endsWith(otherwise)).toBe(true);
  });

  test("is on Home as what goes on without the mentee, swept or not, until the next one is asked", async () => {
    await send();
    expect(await homeOf(20)).toEqual(["proposal-unanswered"]);
    expect(await homeOf(21)).toEqual(["proposal-goes-on"]);
    await sweep(proposalSweepStep, onDay(21));
    expect(await homeOf(21)).toEqual(["proposal-goes-on"]);
    await goOn(21);
    expect(await homeOf(22)).toEqual(["proposal-unanswered"]);
    for (const day of [42, 63]) {
      await sweep(proposalSweepStep, onDay(day));
      await goOn(day);
    }
    expect(await homeOf(64)).toEqual(["proposal-turned-down"]);
  });

  test("leaves out whom the mentee has marked Not for me since", async () => {
    const id = await send();
    await mark(viewerOf(mentee), idOf(1), "hidden", onDay(1));
    await proposals.reject(viewerOf(at(0)), id, null, SETTINGS, onDay(2));
    expect(await goOn(3)).toEqual({ passedOn: 1 });
    expect(await asked()).toEqual(["0 rejected", "2 sent"]);
  });

  test("ends where nobody is left, and the mentee is told once", async () => {
    const id = await send();
    for (const i of [1, 2]) await makeUnavailable(viewerOf(at(i)), null, onDay(1));
    await proposals.reject(viewerOf(at(0)), id, null, SETTINGS, onDay(2));
    expect(await goOn(3)).toEqual({ passedOn: 0 });
    expect(await goOn(4)).toEqual({});
    expect(await told("choices-over")).toBe(1);
  });

  test.each(["accepted", "withdrawn"])("goes to nobody when it is %s", async (how) => {
    const id = await send();
    if (how === "accepted") await proposals.accept(viewerOf(at(0)), id, 1, SETTINGS, onDay(2));
    else await proposals.withdraw(viewerOf(mentee), id, SETTINGS, onDay(2));
    expect(await goOn(3)).toEqual({});
    expect(await db().proposalChoice.count()).toBe(0);
  });

  test("counts as one open proposal, and waits while the mentee has as many as they may", async () => {
    const id = await send();
    await proposals.reject(viewerOf(at(0)), id, null, SETTINGS, onDay(2));
    for (let i = 0; i < 3; i++) await proposals.send(viewerOf(mentee), (await insertMentor()).id, WORDS, SETTINGS, onDay(2));
    expect(await goOn(3)).toEqual({ passedOn: 0 });
    expect(await named(id)).toEqual([1, 2]);
    const [open] = await db().proposal.findMany({ where: { status: "sent" }, select: { id: true } });
    await proposals.withdraw(viewerOf(mentee), open?.id ?? "", SETTINGS, onDay(4));
    expect(await goOn(5)).toEqual({ passedOn: 1 });
  });

  test("that is reopened before the sweep stays with its mentor", async () => {
    const id = await send();
    await proposals.reject(viewerOf(at(0)), id, null, SETTINGS, onDay(2));
    await proposals.reopen(viewerOf(at(0)), id, SETTINGS, onDay(2));
    expect(await goOn(3)).toEqual({});
    expect(await asked()).toEqual(["0 sent"]);
    expect(await named(id)).toEqual([1, 2]);
  });
});

describe("the mentee", () => {
  test("changes the order, names fewer, and stops it", async () => {
    const id = await send();
    const choose = (...ids: string[]) => proposals.choose(viewerOf(mentee), id, ids, SETTINGS, onDay(1));
    await choose(idOf(2), idOf(1));
    expect(await named(id)).toEqual([2, 1]);
    await choose(idOf(1));
    expect(await named(id)).toEqual([1]);
    await stop(viewerOf(mentee), id, onDay(1));
    await proposals.reject(viewerOf(at(0)), id, null, SETTINGS, onDay(2));
    expect(await goOn(3)).toEqual({});
    expect(await choose(idOf(1))).toMatchObject({ reason: "not-open" });
  });

  test("names only mentors who can be found, and nobody names them for somebody else", async () => {
    await makeUnavailable(viewerOf(at(1)), null, SENT_AT);
    const id = await send([idOf(1), idOf(2), mentee.id]);
    expect(await named(id)).toEqual([2]);
    const other = viewerOf(await insertMentee());
    expect(await proposals.choose(other, id, [idOf(2)], SETTINGS, onDay(1))).toMatchObject({ reason: "not-found" });
    expect(await proposals.choose(viewerOf(at(0)), id, [idOf(2)], SETTINGS, onDay(1))).toMatchObject({ reason: "not-yours" });
    expect(await stop(other, id, onDay(1))).toMatchObject({ reason: "not-found" });
    expect(await listChoices(other, id)).toEqual([]);
  });
});

test("a mentor who has blocked the mentee cannot be named, and is no longer shown among the choices", async () => {
  const id = await send();
  await block(viewerOf(at(0)), mentee.id, SETTINGS, onDay(1));
  await db().block.create({ data: { blockerId: idOf(1), blockedId: mentee.id, at: onDay(1) } });
  expect(await named(id)).toEqual([2]);
  mentors.push(await insertMentor());
  const sent = await proposals.send(viewerOf(mentee), idOf(3), { ...WORDS, choices: [idOf(1), idOf(2)] }, SETTINGS, onDay(2));
  expect(
    await db().proposalChoice.findMany({ where: { proposalId: sent.ok ? sent.value : "" }, select: { mentorId: true } }),
  ).toEqual([{ mentorId: idOf(2) }]);
});

describe("at the same moment", () => {
  test("fifty sweeps go on once", async () => {
    const id = await send();
    await proposals.reject(viewerOf(at(0)), id, null, SETTINGS, onDay(2));
    await Promise.all(Array.from({ length: 50 }, () => goOn(3)));
    expect(await asked()).toEqual(["0 rejected", "1 sent"]);
    expect(await told("proposal-passed-on")).toBe(1);
    // A sweep that began then and ends only now does not ask a second time.
    await proposals.reject(viewerOf(at(1)), await openId(), null, SETTINGS, onDay(4));
    await Promise.all(Array.from({ length: 50 }, () => goOn(5)));
    expect(await asked()).toEqual(["0 rejected", "1 rejected", "2 sent"]);
  });

  test("a mentee who stops it while a sweep goes on has either stopped it or been told whom we asked", async () => {
    for (let time = 0; time < 10; time++) {
      await empty("proposals", "notifications");
      const id = await send([idOf(1)]);
      await proposals.reject(viewerOf(at(0)), id, null, SETTINGS, onDay(2));
      await Promise.all([stop(viewerOf(mentee), id, onDay(3)), goOn(3)]);
      const wentOn = (await asked()).length === 2;
      expect(await told("proposal-passed-on")).toBe(wentOn ? 1 : 0);
      expect(await db().proposalChoice.count()).toBe(0);
    }
  });
});
