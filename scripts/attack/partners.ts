import { randomInt } from "node:crypto";
import { db } from "@/lib/foundation/db/client";
import { write } from "@/lib/mentoring/reflections/commands";
import { renewFeed } from "@/lib/notify/calendar/commands";
import { findFeedToken } from "@/lib/notify/calendar/queries";
import { accept, send } from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { WORDS } from "@/testing/proposals/examples";
import { shareWords } from "@/testing/shared-words";
import { must } from "./try";
import { type Visitor, visit } from "./visitor";

/** People whom no other try knows. */
export const people = {
  member: (values: Parameters<typeof insertMember>[0] = {}) => insertMember({ ...own(), ...values }),
  mentee: () => insertMentee({}, own()),
  mentor: () => insertMentor({}, own()),
};

function own() {
  const number = String(randomInt(10_000_000, 99_999_999));
  return { number, name: `Robin Number${number}`, email: `${number}@example.org` };
}

export interface Partners {
  id: string;
  mentee: TestMember;
  mentor: TestMember;
  /** All that shows what the two share, for each of them. */
  visitors: [Visitor, Visitor];
  /** An address of each one's calendar. */
  feeds: string[];
}

/** Two people in a relationship, who have used everything in which words are kept sealed. */
export async function livePartners(): Promise<Partners> {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const now = new Date();
  const sent = await send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, now);
  if (!sent.ok) throw new Error(sent.reason);
  const accepted = await accept(viewerOf(mentor), sent.value, 1, DEFAULT_SETTINGS, now);
  if (!accepted.ok) throw new Error(accepted.reason);
  const id = sent.value;
  const feeds: string[] = [];
  for (const member of [mentee, mentor]) {
    const viewer = viewerOf(member);
    await shareWords(member, id, "words of ", now);
    const words = { done: "", learned: "", use: "", free: "words of my own" };
    const entry = { heldOn: now.toISOString().slice(0, 10), minutes: 60, isStructured: true, words, relationshipId: id };
    const written = await write(viewer, crypto.randomUUID(), null, entry, now);
    must(written.ok, "A reflection could not be written.");
    await renewFeed(viewer, now);
    const token = await findFeedToken(viewer);
    if (token?.isReadable) feeds.push(`/calendar/${token.words}`);
  }
  return { id, mentee, mentor, visitors: [await visit(mentee), await visit(mentor)], feeds };
}

/** The pages and files that show something of what these two wrote. */
export async function pathsAround({ id }: Partners): Promise<string[]> {
  const here = `/relationships/${id}`;
  const [meetings, worksheets, goals] = await Promise.all([
    db().meeting.findMany({ where: { relationshipId: id }, select: { id: true } }),
    db().sheet.findMany({ where: { relationshipId: id }, select: { id: true, kind: true } }),
    db().goal.findMany({ where: { relationshipId: id }, select: { id: true } }),
  ]);
  return [
    ...["/", "/relationships", here, `${here}/messages`, `${here}/meetings`, `${here}/swot`, `${here}/g-star`],
    ...[`${here}/goals`, `${here}/contract`, "/cpd", "/cpd/download?format=csv", "/cpd/download?format=pdf"],
    ...["/account/download", `/support?relationship=${id}`, "/notifications", "/account"],
    ...meetings.map((one) => `${here}/meetings/${one.id}/meeting.ics`),
    ...worksheets.flatMap((one) => [`${here}/${one.kind}/${one.id}`, `${here}/${one.kind}/${one.id}/edit`]),
    ...goals.flatMap((one) => [`${here}/goals/${one.id}`, `${here}/goals/${one.id}/edit`]),
  ];
}

/** Throws where a page or file of either does not come. Contracts of nobody and meetings that are over are not there: 404 is an answer. */
export async function visitAll(partners: Partners): Promise<number> {
  const paths = await pathsAround(partners);
  for (const visitor of partners.visitors)
    for (const path of paths) {
      const { status } = await visitor.ask(path);
      must(status < 500, `${path} answers ${status}.`);
    }
  const nobody = await visit(null);
  for (const feed of partners.feeds) {
    const { status } = await nobody.ask(feed);
    must(status < 500, `A calendar answers ${status}.`);
  }
  return paths.length * 2 + partners.feeds.length;
}
