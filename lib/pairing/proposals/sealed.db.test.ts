import { expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { db } from "@/lib/foundation/db/client";
import { rotateKeys } from "@/lib/foundation/sealing/rotate";
import { findDashboard } from "@/lib/mentoring/dashboard/queries";
import { getMailboxMail } from "@/lib/notify/mailbox/mailbox";
import * as questions from "@/lib/pairing/questions/commands";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { dump } from "@/testing/privacy/tokens";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import * as proposals from "./commands";
import { findProposal } from "./queries";

const WORD = "wehatethemerger";
const TYPED = { ...WORDS, objectives: `${WORD}one`, meeting: `${WORD}two`, contribution: `${WORD}three` };
const REASON = `${WORD}four`;

async function propose(words = TYPED) {
  const [mentee, mentor] = [await insertMentee(), await insertMentor()];
  const sent = await proposals.send(viewerOf(mentee), mentor.id, words, SETTINGS, SENT_AT);
  if (!sent.ok) throw new Error(sent.reason);
  return { id: sent.value, mentee, mentor };
}

test("a dump has no word of a proposal, of the mentor's reason, of a question, or of the mails about them; the two read them", async () => {
  const { id, mentee, mentor } = await propose();
  await proposals.edit(viewerOf(mentee), id, { ...TYPED, contribution: "" }, SETTINGS, onDay(1));
  await questions.write(viewerOf(mentor), { id, key: crypto.randomUUID(), words: `${WORD}five` }, SETTINGS, onDay(1));
  await deliverMails(onDay(1));
  expect((await proposals.reject(viewerOf(mentor), id, { because: null, reason: REASON }, SETTINGS, onDay(2))).ok).toBe(true);
  await deliverMails(onDay(2));
  expect((await dump()).toLowerCase()).not.toContain(WORD);
  for (const viewer of [viewerOf(mentee), viewerOf(mentor)]) {
    const found = await findProposal(viewer, id, SETTINGS, onDay(3));
    expect(found?.text).toMatchObject({ ...TYPED, contribution: "" });
    expect(found?.earlierTexts).toMatchObject([TYPED]);
    expect(found?.proposal.rejectionReason).toBe(REASON);
  }
  for (const [memberId, kind, words] of [
    [mentor.id, "proposal-sent", TYPED.objectives],
    [mentee.id, "proposal-rejected", REASON],
  ] as const) {
    const { key } = await db().mail.findFirstOrThrow({ where: { memberId, kind }, select: { key: true } });
    expect((await getMailboxMail(key))?.html).toContain(words);
  }
});

test("the same words again are the same proposal, and a reason goes when the request is reopened", async () => {
  const { id, mentee, mentor } = await propose();
  expect(await proposals.send(viewerOf(mentee), mentor.id, TYPED, SETTINGS, onDay(1))).toEqual({ ok: true, value: id });
  await proposals.reject(viewerOf(mentor), id, { because: null, reason: REASON }, SETTINGS, onDay(2));
  await proposals.reopen(viewerOf(mentor), id, SETTINGS, onDay(3));
  const row = { where: { id }, select: { rejectionReason: true, rejectionSealed: true } };
  expect(await db().proposal.findUnique(row)).toEqual({ rejectionReason: null, rejectionSealed: null });
  await proposals.accept(viewerOf(mentor), id, 1, SETTINGS, onDay(4));
  const dashboard = await findDashboard(viewerOf(mentee), id, onDay(5));
  expect(dashboard?.proposal).toMatchObject({ objectives: TYPED.objectives, meeting: TYPED.meeting });
});

test("what an older version stored is read as it is, and sealed by the command that changes keys", async () => {
  const { id, mentee, mentor } = await propose();
  await proposals.reject(viewerOf(mentor), id, { because: null, reason: REASON }, SETTINGS, onDay(2));
  const { objectives, meeting, contribution } = TYPED;
  const asBefore = { objectives, meeting, contribution, objectivesSealed: null, meetingSealed: null, contributionSealed: null };
  await db().proposalText.updateMany({ where: { proposalId: id }, data: asBefore });
  await db().proposal.update({ where: { id }, data: { rejectionReason: REASON, rejectionSealed: null }, select: { id: true } });
  const read = async () => {
    const found = await findProposal(viewerOf(mentee), id, SETTINGS, onDay(3));
    return [found?.text.objectives, found?.text.meeting, found?.text.contribution, found?.proposal.rejectionReason];
  };
  const before = await read();
  expect(before).toEqual([objectives, meeting, contribution, REASON]);
  expect(await dump()).toContain(WORD);
  expect(await rotateKeys()).toMatchObject({ sealedFirst: 4, left: [] });
  expect(await dump()).not.toContain(WORD);
  expect(await read()).toEqual(before);
  expect(await rotateKeys()).toMatchObject({ sealedFirst: 0, sealedAnew: 0, left: [] });
});
