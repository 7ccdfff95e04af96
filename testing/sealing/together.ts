import { randomUUID } from "node:crypto";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { seal } from "@/lib/foundation/sealing/seal-and-open";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import { sign } from "@/lib/mentoring/contracts/commands";
import { makeOffer } from "@/lib/mentoring/contracts/offer";
import { listContracts } from "@/lib/mentoring/contracts/queries";
import { write } from "@/lib/mentoring/reflections/commands";
import { answer as answerAsked } from "@/lib/mentoring/surveys/commands";
import { renewFeed } from "@/lib/notify/calendar/commands";
import { findFeedToken } from "@/lib/notify/calendar/queries";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import { startApp } from "@/lib/people/auth/second-step/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { ask } from "@/lib/staff/support/commands";
import { insertPartners } from "@/testing/partners";
import { insertMember, viewerOf } from "@/testing/people";
import { insertQuestion } from "@/testing/profile-questions";
import { onDay } from "@/testing/proposals/examples";
import { shareWords } from "@/testing/shared-words";
import { askOne } from "@/testing/surveys/examples";

/** The day of all that they have, and the one after it. */
export const NOW = onDay(2);
export const LATER = addDays(NOW, 1, "Europe/London");
export const SETTINGS = DEFAULT_SETTINGS;

/** Two people who have used everything whose words are kept sealed, and somebody of the staff. */
export interface Together {
  id: string;
  viewer: Viewer;
  partner: Viewer;
  staff: Viewer;
  requestId: string;
  askingId: string;
  itemIds: string[];
  token: string;
  outsiderId: string;
}

export async function liveTogether(): Promise<Together> {
  const { id, mentee, mentor } = await insertPartners();
  const [viewer, partner] = [viewerOf(mentee), viewerOf(mentor)];
  // Accepted proposals have no reason for a no; what reads and seals them does not mind.
  const rejectionSealed = seal("proposals.rejectionSealed", id, "words of a no");
  await db().proposal.update({ where: { id }, data: { rejectionSealed }, select: { id: true } });
  for (const member of [mentee, mentor]) await shareWords(member, id, "words of", NOW);
  for (const [one, role] of [
    [viewer, "mentee"],
    [partner, "mentor"],
  ] as const) {
    const questionId = await insertQuestion({ role, readers: "partners" });
    const key = { memberId: one.memberId, questionId };
    const sealed = seal("profile_answers.sealed", [one.memberId, questionId], "words of an answer");
    await db().profileAnswer.create({ data: { ...key, sealed, answeredAt: NOW } });
  }
  for (const one of [viewer, partner]) {
    const words = { done: "", learned: "", use: "", free: "words of my own" };
    const entry = { heldOn: "2026-01-05", minutes: 60, isStructured: true, words, relationshipId: id };
    must(await write(one, randomUUID(), null, entry, NOW));
    await renewFeed(one, NOW);
    must(await startApp(one, NOW));
    const relationship = await findRelationship(one, id, NOW);
    if (!relationship) throw new Error("There is no such relationship.");
    const [begun = await makeOffer(one, relationship, SETTINGS, NOW)] = await listContracts(one, id);
    must(await sign(one, id, { type: "sign", name: one.name, seen: begun.digest }, SETTINGS, NOW));
  }
  const askingId = await askOne(viewer.memberId, "pulse", NOW, id);
  must(await answerAsked(viewer, askingId, { answer1: "2", answer3: "words of an answer to a survey", contact: true }, NOW));
  const asked = { category: "other" as const, subject: "Help", words: "Help me.", relationshipId: id, messages: [1, 2] };
  const request = await ask(viewer, { ...asked, id: randomUUID() }, [], NOW);
  if (!request.ok) throw new Error(request.reason);
  const endpointId = randomUUID();
  const off = {
    createdAt: NOW,
    offAt: NOW,
    offBecause: "staff",
    secret: seal("webhook_endpoints.secret", endpointId, "secret"),
  };
  const endpoint = { id: endpointId, address: "https://members.example.org/", events: ["member.registered"], ...off };
  await db().webhookEndpoint.create({ data: endpoint, select: { id: true } });
  const itemIds: string[] = [];
  itemIds.push(await beRefused(viewer, "mentee"), await beRefused(partner, "mentor"));
  await deliverMails(LATER);
  const token = await findFeedToken(viewer);
  if (!token?.isReadable) throw new Error("There is no calendar address.");
  const staff = viewerOf(await insertMember({ staff: "admin" }));
  const outsiderId = (await insertMember()).id;
  return { itemIds, id, viewer, partner, staff, requestId: request.value, askingId, token: token.words, outsiderId };
}

/** What staff and a referee have said about a condition. */
async function beRefused({ memberId }: Viewer, role: Role): Promise<string> {
  const asked = { programmeId: SOCIETY_SCHEME, role, countsAt: NOW };
  const condition = { kind: "referee", name: "A referee", text: "Somebody.", createdAt: NOW, changedAt: NOW };
  const { id: conditionId } = await db().readinessCondition.create({ data: { id: randomUUID(), ...asked, ...condition } });
  const [id, refereeId] = [randomUUID(), randomUUID()];
  const words = {
    words: seal("readiness_items.words", id, "words of a refusal"),
    note: seal("readiness_items.note", id, "words of a note"),
  };
  const item = { id, conditionId, memberId, ...asked, status: "refused", isLacking: false, textNumber: 1, movedAt: NOW };
  await db().readinessItem.create({ data: { ...item, ...words } });
  const person = seal(
    "readiness_referees.person",
    refereeId,
    JSON.stringify({ name: "words of a name", email: "jo@referee.example" }),
  );
  const referee = { person, words: seal("readiness_referees.words", refereeId, "words of a referee"), answer: "no" };
  await db().readinessReferee.create({
    data: { id: refereeId, itemId: id, ...referee, askedAt: NOW, expiresAt: LATER, answeredAt: NOW },
  });
  return id;
}

function must(result: { ok: boolean; reason?: string }): void {
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
}
