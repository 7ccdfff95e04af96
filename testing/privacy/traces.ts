import { randomUUID } from "node:crypto";
import { db } from "@/lib/foundation/db/client";
import { seal } from "@/lib/foundation/sealing/seal-and-open";
import { answer as answerAsked } from "@/lib/mentoring/surveys/commands";
import { answer as answerRequest, note as noteRequest } from "@/lib/staff/support/answering/commands";
import { ask } from "@/lib/staff/support/commands";
import { insertMember, type TestMember, viewerOf } from "@/testing/people";
import { insertQuestion } from "@/testing/profile-questions";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { askOne } from "@/testing/surveys/examples";

// What a life leaves in tables that no short way of the product leads to.

/** Another system of the society hears of them. */
export async function beTold(memberId: string, relationshipId: string): Promise<void> {
  const id = randomUUID();
  const off = {
    createdAt: SENT_AT,
    offAt: SENT_AT,
    offBecause: "staff",
    secret: seal("webhook_endpoints.secret", id, "secret"),
  };
  const endpoint = { id, address: "https://members.example.org/", events: ["member.registered"], ...off };
  await db().webhookEndpoint.create({ data: endpoint, select: { id: true } });
  const told = { endpointId: endpoint.id, happenedAt: SENT_AT, state: "delivered" };
  await db().webhookDelivery.createMany({
    data: [
      { ...told, id: randomUUID(), key: memberId, event: "member.registered", memberId },
      { ...told, id: randomUUID(), key: relationshipId, event: "relationship.begun", relationshipId },
    ],
  });
}

/** A relationship of the two that the society ended, and said why to both. */
export async function endByStaff(mentee: TestMember, mentor: TestMember): Promise<void> {
  const id = randomUUID();
  const pair = { id, menteeId: mentee.id, mentorId: mentor.id };
  const schedule = { sentAt: onDay(1), expireDay: 21, expiresAt: onDay(22), movedAt: onDay(1) };
  await db().proposal.create({ data: { ...pair, status: "accepted", slot: 1, ...schedule }, select: { id: true } });
  await db().proposalText.create({ data: { ...WORDS, proposalId: id, number: 1, writtenAt: onDay(1) } });
  const ended = { endedAt: onDay(1), endedBecause: "staff", endReason: "mine", isReasonShared: true };
  const term = { startedAt: onDay(1), agreedUntil: onDay(300), mentorPlace: 5, menteePlace: 1 };
  await db().relationship.create({ data: { ...pair, ...term, ...ended }, select: { id: true } });
}

export const REFLECTION = {
  heldOn: "2026-01-05",
  minutes: 30,
  isStructured: true,
  words: { done: "mine", learned: "", use: "", free: "" },
  relationshipId: null,
};

/** A condition of the programme that the member does not meet, with the words of staff and of a referee. */
export async function beRefused(memberId: string, programmeId: string): Promise<void> {
  const asked = { programmeId, role: "mentor", countsAt: SENT_AT };
  const condition = { kind: "referee", name: "A referee", text: "Somebody.", createdAt: SENT_AT, changedAt: SENT_AT };
  const conditionId = randomUUID();
  await db().readinessCondition.create({ data: { id: conditionId, ...asked, ...condition } });
  const [id, refereeId] = [randomUUID(), randomUUID()];
  const words = { words: seal("readiness_items.words", id, "mine"), note: seal("readiness_items.note", id, "mine") };
  const item = { id, conditionId, memberId, ...asked, status: "refused", isLacking: true, textNumber: 1, movedAt: SENT_AT };
  await db().readinessItem.create({ data: { ...item, ...words } });
  const person = seal("readiness_referees.person", refereeId, JSON.stringify({ name: "mine", email: "jo@referee.example" }));
  const said = { answer: "no", answeredAt: onDay(2), words: seal("readiness_referees.words", refereeId, "in confidence") };
  await db().readinessReferee.create({
    data: { id: refereeId, itemId: id, person, askedAt: SENT_AT, expiresAt: onDay(30), ...said },
  });
}

/** What two signed, as it is kept. */
export function sealedContract(relationshipId: string) {
  const key = [relationshipId, 1];
  const sealed = (column: string) => seal(`contracts.${column}`, key, "mine");
  const names = { menteeName: sealed("menteeName"), mentorName: sealed("mentorName") };
  return { relationshipId, number: 1, documentNumber: 0, digest: "", text: sealed("text"), ...names };
}

/** A request of mine, with a file of each kind, an answer and a note; and one of my partner's about me, answered by me as staff. */
export async function askForHelp(me: TestMember, partner: TestMember, relationshipId: string): Promise<void> {
  const asked = { category: "complaint" as const, relationshipId, messages: [1, 2] };
  const mine = { ...asked, id: randomUUID(), subject: "mine", words: "mine", aboutMemberId: partner.id };
  const theirs = { ...asked, id: randomUUID(), subject: "theircomplaint", words: "theircomplaint", aboutMemberId: me.id };
  const file = { name: "mine", picture: null, pdf: null };
  const files = [
    { ...file, id: randomUUID(), picture: new TextEncoder().encode("RIFF    WEBP") },
    { ...file, id: randomUUID(), pdf: new TextEncoder().encode("%PDF-1.7") },
  ];
  for (const sent of [await ask(viewerOf(me), mine, files, onDay(1)), await ask(viewerOf(partner), theirs, [], onDay(1))])
    if (!sent.ok) throw new Error(sent.reason);
  const staff = viewerOf(await insertMember({ staff: "staff", name: "theirstaff" }));
  const written = { id: mine.id, entryId: randomUUID() };
  await noteRequest(staff, { ...written, note: "staffsnote" }, onDay(1));
  await answerRequest(staff, { ...written, entryId: randomUUID(), version: 1, words: "staffsanswer", next: "wait" }, onDay(1));
  const entry = { id: randomUUID(), requestId: theirs.id, authorId: me.id, kind: "answer", words: "official", at: onDay(1) };
  await db().supportEntry.create({ data: entry, select: { id: true } });
}

/** Three of the society's own questions on profiles: one answered in the open, one for partners alone, and one by a claim that did not fit. */
export async function answerQuestions({ id: memberId }: TestMember): Promise<void> {
  for (const readers of ["everybody", "partners"]) {
    const questionId = await insertQuestion({ readers });
    const kept =
      readers === "partners" ? { sealed: seal("profile_answers.sealed", [memberId, questionId], "mine") } : { answer: "mine" };
    await db().profileAnswer.create({ data: { memberId, questionId, ...kept, answeredAt: SENT_AT } });
  }
  const questionId = await insertQuestion({ claim: "branch", kind: "number" });
  await db().unfitClaim.create({ data: { memberId, questionId, at: SENT_AT } });
}

export async function answerSurvey({ id: memberId }: TestMember): Promise<void> {
  const askingId = await askOne(memberId, "pulse", SENT_AT);
  const answered = await answerAsked({ memberId }, askingId, { answer1: "2", answer3: "mine", contact: true }, onDay(1));
  if (!answered.ok) throw new Error(answered.reason);
  await db().surveyedMember.create({ data: { memberId, askedAt: SENT_AT }, select: { memberId: true } });
}

export async function fillSignIn({ id, number }: TestMember): Promise<void> {
  const until = { createdAt: SENT_AT, expiresAt: onDay(1) };
  const hash = "$argon2id$v=19$m=1$x$y";
  await db().password.create({ data: { memberId: id, hash, changedAt: SENT_AT } });
  const listed = { name: "theirs", surnameKey: "theirs", standing: "current", importedAt: SENT_AT };
  await db().registerEntry.create({ data: { number, ...listed, further: { Branch: "mine" } } });
  const link = { id: randomUUID(), memberId: id, purpose: "change-email", newEmail: "mine@example.org", epoch: 0 };
  await db().oneTimeLink.create({ data: { ...link, tokenHash: id, ...until } });
  const key = { credentialId: id, publicKey: "AQ", counter: 0n, transports: [] };
  await db().passkey.create({ data: { id: randomUUID(), memberId: id, ...key, name: "mine", createdAt: SENT_AT } });
  await db().codeApp.create({ data: { memberId: id, secret: seal("code_apps.secret", id, "mysecret"), createdAt: SENT_AT } });
  await db().recoveryCode.create({ data: { memberId: id, hash, createdAt: SENT_AT } });
  const used = { signedInAt: SENT_AT, lastUsedAt: SENT_AT };
  await db().session.create({ data: { id: randomUUID(), memberId: id, epoch: 0, device: "mine", ...used } });
}

export function vouchedFor({ issuer, subject, number, name, email }: TestMember) {
  return { issuer: issuer ?? "", subject: subject ?? "", number, name, email };
}
