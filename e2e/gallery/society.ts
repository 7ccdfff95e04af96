import { randomUUID } from "node:crypto";
import { addDays, dayOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { write as reflect } from "@/lib/mentoring/reflections/commands";
import { waitForSearch } from "@/lib/pairing/alerts/commands";
import * as blocks from "@/lib/pairing/blocks/commands";
import * as joining from "@/lib/pairing/joining/commands";
import { readFilters } from "@/lib/pairing/matching/input";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as questions from "@/lib/pairing/questions/commands";
import { keepPlace } from "@/lib/pairing/queue/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import { mark } from "@/lib/pairing/saved/commands";
import { readNow } from "@/lib/people/auth/now";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { writeLetter } from "@/lib/staff/relationships/letters/commands";
import { ask } from "@/lib/staff/support/commands";
import { type TestMember, viewerOf } from "@/testing/people";
import { intakeFrom, openProgramme } from "@/testing/programmes/intake";
import { askHowItGoes } from "../check-ins";
import { uploadFilm } from "../films";
import { people } from "../fixtures";
import { begin, propose } from "../partners";
import { comeTo, converse } from "./aftermath";
import { furnish, mustBeDone } from "./furnish";
import { askOnProfiles } from "./profile-questions";

const ZONE = "Europe/London";
/** Sixty letters without a place to break them: no phone may scroll sideways for somebody's name. */
export const LONG_NAME = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis";

export type Society = Awaited<ReturnType<typeof gather>>;

let gathered: Promise<Society> | undefined;

/** The people of the gallery and what they have done; once for each worker. */
export function theSociety(): Promise<Society> {
  gathered ??= gather();
  return gathered;
}

async function gather() {
  const now = await readNow();
  const ago = (days: number) => addDays(now, -days, ZONE);
  const own = {
    mentor: await people.mentor({ capacity: 6 }, { name: LONG_NAME }),
    mentee: await people.mentee(),
    looking: await people.mentee(),
    fresh: await people.mentee(),
    asked: await people.mentee(),
    silent: await people.mentor(),
    ended: await people.mentee(),
    asker: await people.mentee(),
    newcomer: await people.member(),
    bare: await people.member({ isMentee: true }),
    both: await people.both(),
    away: await people.mentor(),
    left: await people.mentee({}, { status: "deleted" }),
    suspended: await people.mentee({}, { status: "suspended" }),
    wished: await people.mentor(),
    bereft: await people.mentor(),
    forsaken: await people.mentee(),
    told: await people.mentee(),
    closing: await people.mentee(),
    staff: await people.member({ staff: "staff" }),
    admin: await people.member({ staff: "admin" }),
  };
  const { mentor, mentee } = own;
  const isAway = { isAvailable: false, availableAgainAt: addDays(now, 10, ZONE) };
  await db().mentorProfile.update({ where: { memberId: own.away.id }, data: isAway, select: { memberId: true } });
  const pair = await begin(mentee, mentor, ago(10));
  const freshPair = await begin(own.fresh, mentor, ago(1));
  const askedPair = await begin(own.asked, mentor, ago(5));
  await askHowItGoes(askedPair, now);
  await converse(askedPair, own.asked, now);
  await db().availabilityCheck.update({ where: { memberId: own.silent.id }, data: { round: 1, askedAt: ago(1) } });
  const endedPair = await begin(own.ended, mentor, ago(30));
  const why = "We have come to the end of it.";
  await mustBeDone(relationships.end(viewerOf(mentor), endedPair, why, DEFAULT_SETTINGS, ago(3)));
  const open = await propose(own.asker, mentor, ago(19));
  const rejecting = await people.mentor();
  const rejected = await propose(own.looking, rejecting, ago(4));
  const typed = { key: randomUUID(), words: "Have you ever moved from one specialism to another?" };
  const asking = await questions.ask(viewerOf(own.looking), (await people.mentor()).id, typed, DEFAULT_SETTINGS, ago(1));
  if (!asking.ok) throw new Error(asking.reason);
  const isAwayThen = { because: 1, reason: "I am away until the spring." };
  await mustBeDone(proposals.reject(viewerOf(rejecting), rejected, isAwayThen, DEFAULT_SETTINGS, ago(3)));
  // Whoever waits has asked a mentor whose one place has gone to somebody else.
  const wanted = await people.mentor({ capacity: 1 });
  const waiting = await propose(own.looking, wanted, ago(6));
  await begin(await people.mentee(), wanted, ago(5));
  await mustBeDone(keepPlace(viewerOf(own.looking), waiting, DEFAULT_SETTINGS, ago(4)));
  await mustBeDone(mark(viewerOf(own.looking), mentor.id, "saved", ago(1)));
  await mustBeDone(mark(viewerOf(own.looking), (await people.mentor()).id, "hidden", ago(1)));
  await mustBeDone(blocks.block(viewerOf(own.asker), (await people.mentor()).id, DEFAULT_SETTINGS, ago(1)));
  await mustBeDone(waitForSearch(viewerOf(own.looking), readFilters({ q: "qqqqqqqq" }, DEFAULT_SETTINGS), ago(1)));
  const reflection = randomUUID();
  const entry = { heldOn: dayOf(ago(4), ZONE), minutes: 60, isStructured: true, relationshipId: pair };
  const words = { done: "We met.", learned: "To ask first.", use: "At work.", free: LONG_NAME };
  await mustBeDone(reflect(viewerOf(mentee), reflection, null, { ...entry, words }, now));
  const request = randomUUID();
  const asked = { category: "technical", subject: "The page is blank", words: "It stays white." } as const;
  await mustBeDone(ask(viewerOf(mentee), { ...asked, id: request, messages: [] }, [], now));
  await mustBeDone(writeLetter(viewerOf(own.staff), await letterTo(pair), now));
  const address = own.away.email.toLowerCase();
  const block = { memberId: own.away.id, address, reason: "bounced", since: ago(1) };
  await db().mailBlock.create({ data: block, select: { memberId: true } });
  // One that was never written: a mail's frame lets no script in, and the checker would wait for ever for its answer.
  const mail = { key: `gallery:${randomUUID()}`, memberId: own.away.id, kind: "available-again", createdAt: now };
  await db().mail.create({ data: { ...mail, status: "failed", attempts: 7, lastError: "Refused" }, select: { key: true } });
  const actId = await actOnSome(own.staff.id, pair, now);
  const register = await db().registerImport.findFirstOrThrow({ where: { state: "imported" }, select: { id: true } });
  const resource = await db().resource.findFirstOrThrow({ select: { id: true } });
  const ofOurs = { film: { startsWith: "/" }, audience: { not: "mentees" }, publishedAt: { not: null } };
  const { resourceId: filmResource } = await db().resourceVersion.findFirstOrThrow({
    where: ofOurs,
    select: { resourceId: true },
  });
  return {
    people: own,
    ...{ act: actId, pair, freshPair, askedPair, endedPair, open, rejected, waiting, wanted: wanted.id },
    ...{ question: asking.value, reflection, request, resource: resource.id, filmResource, film: await uploadFilm() },
    ...{ mail: mail.key, imported: register.id },
    programme: await runProgramme(own.staff, mentor, now),
    ...(await writeLetters(own.staff.id, mentee.id, own.suspended.id, now)),
    ...(await furnish(pair, mentee, mentor, now)),
    ...(await comeTo(own, now)),
    profileQuestions: await askOnProfiles(mentor.id, now),
    secret: env().authSecrets,
    now,
  };
}

/** A programme that takes members, with one in it. */
async function runProgramme(staff: TestMember, mentor: TestMember, now: Date): Promise<string> {
  const id = await openProgramme(viewerOf(staff), now, intakeFrom(now));
  await mustBeDone(joining.join(viewerOf(mentor), id, "mentor", now));
  return id;
}

/** A letter of staff to two partners, as both of them are now. */
async function letterTo(id: string) {
  const which = { where: { id }, select: { version: true } };
  const proposal = await db().proposal.findUniqueOrThrow(which);
  const relationship = await db().relationship.findUniqueOrThrow(which);
  const words = { subject: "Your first meeting", words: "Dear both, have you met?" };
  return {
    id,
    letterId: randomUUID(),
    seen: `${proposal.version}.${relationship.version}`,
    to: "both",
    behalfOf: "society",
    ...words,
  } as const;
}

/** A draft of a letter to many, and one that was sent, of which one was not reached. */
async function writeLetters(authorId: string, reached: string, missed: string, at: Date) {
  const text = { subject: "News for {{name}}", words: "Dear {{name}},\n\nthere is news at {{society}}." };
  const shared = { authorId, ...text, filters: "?role=mentee", changedAt: at };
  const [draft, scheduled, sent] = [randomUUID(), randomUUID(), randomUUID()];
  await db().memberLetter.createMany({
    data: [
      { id: draft, ...shared },
      { id: scheduled, ...shared, status: "scheduled", dueAt: new Date(at.getTime() + 30 * 86_400_000) },
      { id: sent, ...shared, status: "sent", startedAt: at, endedAt: at },
    ],
  });
  await db().memberLetterRecipient.createMany({
    data: [
      { letterId: sent, memberId: reached, state: "told", at },
      { letterId: sent, memberId: missed, state: "suspended", at },
    ],
  });
  return { draftLetter: draft, scheduledLetter: scheduled, sentLetter: sent };
}

/** What a member of staff did to several items of Today at once, of which one was refused. */
async function actOnSome(byId: string, subjectId: string, at: Date): Promise<string> {
  const actId = randomUUID();
  const lines = ["done", "undone", "changed-meanwhile"].map((outcome) => {
    return { actId, key: `relationship-quiet:${subjectId}:${outcome}`, subjectId, act: "put-off", outcome, byId, at };
  });
  await db().todayAct.createMany({ data: lines });
  return actId;
}
