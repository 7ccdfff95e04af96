import { randomUUID } from "node:crypto";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { db } from "@/lib/foundation/db/client";
import { write } from "@/lib/mentoring/reflections/commands";
import { renewFeed } from "@/lib/notify/calendar/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as questions from "@/lib/pairing/questions/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import { recordSignIn } from "@/lib/people/auth/record-sign-in";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { shareWords } from "@/testing/shared-words";
import {
  answerQuestions,
  answerSurvey,
  askForHelp,
  beRefused,
  beTold,
  endByStaff,
  fillSignIn,
  REFLECTION,
  sealedContract,
  vouchedFor,
} from "./traces";

/** Somebody whose life here has left a row in every table that the inventory knows to be about a member, and their partners. */
export interface Life {
  me: TestMember;
  /** Mentor of mine; mentor who refused me; mentee of mine; mentee whom I refused; mentee who waits; a mentee to whom I was only suggested. */
  people: Record<"mentor" | "refuser" | "mentee" | "refused" | "asker" | "stranger", TestMember>;
  proposals: Record<"accepted" | "rejected" | "guided" | "declined" | "waiting", string>;
  /** What others wrote to me, and what is theirs. */
  theirWords: string[];
}

const SETTINGS = DEFAULT_SETTINGS;
const HEADLINE = { headline: "theirheadline" };

async function propose(mentee: TestMember, mentor: TestMember, words: string): Promise<string> {
  const sent = await proposals.send(
    { ...viewerOf(mentee), activeRole: "mentee" },
    mentor.id,
    { ...WORDS, objectives: words },
    SETTINGS,
    SENT_AT,
  );
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value;
}

async function answer(mentor: TestMember, id: string, reason: string | null): Promise<void> {
  const viewer = { ...viewerOf(mentor), activeRole: "mentor" as const };
  const answered =
    reason === null
      ? await proposals.accept(viewer, id, 1, SETTINGS, onDay(1))
      : await proposals.reject(viewer, id, { reason }, SETTINGS, onDay(1));
  if (!answered.ok) throw new Error(answered.reason);
}

/** Lives it, mails delivered. A new table about members gets its row here. */
export async function live(): Promise<Life> {
  const me = await insertMentor(
    { capacity: 5, topics: [1], answerHours: 3, headline: "suggestedheadline" },
    { isMentee: true },
  );
  await db().menteeProfile.create({
    data: {
      memberId: me.id,
      headline: "mine",
      about: "",
      topics: [1],
      aims: "",
      languages: [1],
      methods: [1],
      updatedAt: SENT_AT,
    },
  });
  const named = (name: string) => ({ name, email: `${name}@example.org` });
  const people = {
    mentor: await insertMentor(HEADLINE, named("theirmentor")),
    refuser: await insertMentor({ ...HEADLINE }, named("theirrefuser")),
    mentee: await insertMentee(HEADLINE, named("theirmentee")),
    refused: await insertMentee(HEADLINE, named("theirrefused")),
    asker: await insertMentee(HEADLINE, named("theirasker")),
    stranger: await insertMentee(HEADLINE, named("theirstranger")),
  };
  const proposals = {
    rejected: await propose(me, people.refuser, "mine"),
    declined: await propose(people.refused, me, "theirobjectives"),
    guided: await propose(people.mentee, me, "theirplans"),
    waiting: await propose(people.asker, me, "theirhopes"),
    accepted: "",
  };
  await answer(people.refuser, proposals.rejected, "theirreason");
  await answer(me, proposals.declined, "myreason");
  await answer(me, proposals.guided, null);
  // Somebody else refuses the stranger, who is then told of me as one to ask.
  await answer(people.refuser, await propose(people.stranger, people.refuser, "theirs"), "elsewhere");
  proposals.accepted = await propose(me, people.mentor, "mine");
  await answer(people.mentor, proposals.accepted, null);
  await shareWords(me, proposals.guided, "mine", onDay(1));
  await shareWords(people.mentee, proposals.guided, "their", onDay(1));
  await askForHelp(me, people.mentee, proposals.guided);
  await renewFeed(viewerOf(me), onDay(1));
  await relationships.end(viewerOf(me), proposals.accepted, "mine", SETTINGS, onDay(1));
  for (const [asker, asked] of [
    [me, await insertMentor()],
    [await insertMentee(), me],
  ] as const) {
    const question = await questions.ask(
      { ...viewerOf(asker), activeRole: "mentee" },
      asked.id,
      { key: randomUUID(), words: "mine" },
      SETTINGS,
      onDay(1),
    );
    if (!question.ok) throw new Error(question.reason);
  }
  await deliverMails(onDay(1));
  const bytes = new TextEncoder().encode("RIFF    WEBP");
  await db().picture.create({
    data: { memberId: me.id, picture: me.id.replaceAll("-", ""), small: bytes, large: bytes, updatedAt: SENT_AT },
  });
  await db().notificationChoice.create({ data: { memberId: me.id, group: "account", choice: "digest", changedAt: SENT_AT } });
  for (const [memberId, mentorId] of [
    [me.id, people.mentor.id],
    [people.mentee.id, me.id],
  ] as const) {
    await db().mentorMark.create({ data: { memberId, mentorId, mark: "saved", at: SENT_AT } });
    await db().avoidedMentee.create({ data: { mentorId, menteeId: memberId, at: SENT_AT } });
    const alert = { id: randomUUID(), about: mentorId, createdAt: onDay(2) };
    await db().mentorAlert.create({ data: { ...alert, memberId, mentorId } });
    await db().mentorAlertFind.create({ data: { memberId, mentorId, since: SENT_AT } });
  }
  for (const [blockerId, blockedId] of [
    [me.id, people.stranger.id],
    [people.asker.id, me.id],
  ] as const)
    await db().block.create({ data: { blockerId, blockedId, at: SENT_AT } });
  const programme = await openProgramme(viewerOf(await insertMember({ staff: "staff" })), SENT_AT);
  const joining = {
    programmeId: programme,
    memberId: me.id,
    role: "mentor",
    status: "joined",
    askedAt: SENT_AT,
    movedAt: SENT_AT,
  };
  await db().programmeMember.create({ data: joining });
  await beRefused(me.id, programme);
  for (const [memberId, givenById] of [
    [me.id, people.stranger.id],
    [people.stranger.id, me.id],
  ] as const)
    await db().programmeStaff.create({
      data: { memberId, programmeId: programme, right: "reader", givenById, givenAt: SENT_AT },
    });
  await db().keptAddress.create({ data: { relationshipId: proposals.accepted, memberId: me.id, at: SENT_AT } });
  await db().mentorOpening.upsert({ where: { mentorId: me.id }, create: { mentorId: me.id }, update: {} });
  await db().mailBlock.create({ data: { memberId: me.id, address: me.email, reason: "bounced", since: SENT_AT } });
  const waits = { proposalId: proposals.rejected, menteeId: me.id, mentorId: people.refuser.id };
  const waited = { proposalId: proposals.declined, menteeId: people.refused.id, mentorId: me.id };
  for (const place of [waits, waited]) {
    await db().queuePlace.create({ data: { ...place, joinedAt: SENT_AT } });
    await db().proposalChoice.create({ data: { ...place, position: 1 } });
  }
  await answerQuestions(me);
  await answerSurvey(me);
  await fillSignIn(me);
  await beTold(me.id, proposals.accepted);
  for (const relationshipId of [proposals.accepted, proposals.guided])
    await db().contract.create({
      data: { ...sealedContract(relationshipId), menteeSignedAt: SENT_AT, mentorSignedAt: SENT_AT },
    });
  await write(viewerOf(me), randomUUID(), null, REFLECTION, onDay(1));
  for (const subjectId of [me.id, proposals.guided])
    await db().finding.create({ data: { key: subjectId, kind: "odd", subjectId, detail: "", foundAt: SENT_AT } });
  for (const proposalId of [proposals.accepted, proposals.guided])
    await db().staffLetter.create({
      data: { id: randomUUID(), proposalId, authorId: people.stranger.id, subject: "mine", words: "mine", at: SENT_AT },
    });
  // To the other alone: not mine to read, though it may name me.
  const alone = { toOne: "mentor", subject: "letter to one", words: "letter to one", at: SENT_AT };
  await db().staffLetter.create({
    data: { id: randomUUID(), proposalId: proposals.accepted, authorId: people.stranger.id, ...alone },
  });
  const ofMany = { authorId: people.stranger.id, status: "sent", changedAt: SENT_AT, startedAt: SENT_AT };
  for (const memberId of [me.id, null]) {
    const text = { subject: memberId ? "mine" : "to many", words: memberId ? "mine" : "to many" };
    const { id: letterId } = await db().memberLetter.create({ data: { id: randomUUID(), memberId, ...text, ...ofMany } });
    await db().memberLetterRecipient.create({ data: { letterId, memberId: me.id, state: "told", at: SENT_AT } });
  }
  const toPairs = { list: "relationships", pairsRead: 1, subject: "to many", words: "to many", ...ofMany };
  const { id: letterId } = await db().memberLetter.create({ data: { id: randomUUID(), ...toPairs } });
  const two = { relationshipId: proposals.guided, state: "told", at: SENT_AT };
  const of = { letterId, ...two };
  await db().pairLetterRecipient.create({ data: { ...of, memberId: me.id, variant: "", role: "mentor" } });
  const naming = { variant: me.id, role: "mentee", aboutId: me.id };
  await db().pairLetterRecipient.create({ data: { ...of, memberId: people.mentee.id, ...naming } });
  const [runId, at] = [randomUUID(), { changedAt: SENT_AT, changedById: people.stranger.id }];
  const run = { programmeId: randomUUID(), startedById: people.stranger.id, startedAt: SENT_AT, status: "drafted" };
  await db().matchingRun.create({ data: { id: runId, ...run } });
  const wishes = { runId, n: 1, memberId: me.id, topics: 2n, methods: 2n, languages: 2n };
  await db().matchingMentee.create({ data: { ...wishes, since: SENT_AT, mentors: [1], scores: [1] } });
  await db().matchingMentor.create({ data: { ...wishes, places: 1, calm: 15 } });
  const matched = { runId, origin: "whole", place: 1, ...at };
  const published = { state: "over", proposalId: proposals.rejected };
  await db().match.create({
    data: { id: randomUUID(), ...matched, ...published, menteeId: me.id, mentorId: people.refuser.id },
  });
  await db().match.create({
    data: { id: randomUUID(), ...matched, state: "over", menteeId: people.refused.id, mentorId: me.id },
  });
  await db().match.create({
    data: { id: randomUUID(), ...matched, state: "draft", menteeId: people.stranger.id, mentorId: me.id },
  });
  // What they have done as staff, for others.
  await db().matchingRun.create({ data: { id: randomUUID(), ...run, programmeId: randomUUID(), startedById: me.id } });
  const forOthers = { menteeId: people.refused.id, mentorId: people.refuser.id, state: "dropped", changedById: me.id };
  await db().match.create({ data: { id: randomUUID(), ...matched, ...forOthers } });
  const unsent = { id: randomUUID(), memberId: me.id, authorId: people.stranger.id, changedAt: SENT_AT };
  await db().memberLetter.create({ data: { ...unsent, subject: "letter to one", words: "letter to one" } });
  const aside = { kind: "odd", subjectId: me.id, reason: "mine", byId: people.stranger.id, at: SENT_AT };
  await db().todayDismissal.create({ data: { key: me.id, ...aside } });
  const act = { actId: randomUUID(), subjectId: me.id, act: "dismiss", outcome: "done", byId: people.stranger.id, at: SENT_AT };
  await db().todayAct.create({ data: { key: me.id, ...act } });
  await endByStaff(people.stranger, me);
  await recordSignIn({ ...vouchedFor(me), standing: "current" }, onDay(1));
  const theirWords = [
    "theirobjectives",
    "theirplans",
    "theirhopes",
    "theirreason",
    "theirheadline",
    ...["complaint", "message", "title", "swot", "version", "goal", "note"].map((word) => `their${word}`),
    ...Object.keys(people).map((key) => `their${key}`),
  ];
  return { me, people, proposals, theirWords };
}
