import { randomUUID } from "node:crypto";
import { addDays, dayOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { env } from "@/lib/foundation/env";
import { write as reflect } from "@/lib/mentoring/reflections/commands";
import { waitForSearch } from "@/lib/pairing/alerts/commands";
import * as blocks from "@/lib/pairing/blocks/commands";
import * as joining from "@/lib/pairing/joining/commands";
import { readFilters } from "@/lib/pairing/matching/input";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as questions from "@/lib/pairing/questions/commands";
import { keepPlace } from "@/lib/pairing/queue/commands";
import * as readiness from "@/lib/pairing/readiness/commands";
import { CONDITION_KINDS, type ConditionKind } from "@/lib/pairing/readiness/conditions/condition";
import { readinessSweepStep } from "@/lib/pairing/readiness/sweep-step";
import { KIND_WORDS } from "@/lib/pairing/readiness/wording";
import * as relationships from "@/lib/pairing/relationships/commands";
import { mark } from "@/lib/pairing/saved/commands";
import { readNow } from "@/lib/people/auth/now";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { changeFromOutside } from "@/lib/staff/coordinating/commands";
import { writeLetter } from "@/lib/staff/relationships/letters/commands";
import { ask } from "@/lib/staff/support/commands";
import { type TestMember, viewerOf } from "@/testing/people";
import { intakeFrom, openProgramme } from "@/testing/programmes/intake";
import { askCondition } from "@/testing/readiness";
import { askHowItGoes } from "../check-ins";
import { uploadFilm } from "../films";
import { people } from "../fixtures";
import { begin, propose } from "../partners";
import { comeTo, converse } from "./aftermath";
import { connectSystem } from "./connect";
import { furnish, mustBeDone, plan } from "./furnish";
import { lookInProgramme } from "./in-programme";
import { letterTo, writeLetters, writeToPairs } from "./letters";
import { wordMail } from "./mails";
import { draftMatches } from "./matches";
import { setOwnWays } from "./own-programme";
import { askOnProfiles } from "./profile-questions";
import { askInSurveys } from "./surveys";

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
    apart: await people.mentee(),
    closing: await people.mentee(),
    inviting: await people.mentee(),
    staff: await people.member({ staff: "staff" }),
    admin: await people.member({ staff: "admin" }),
    coordinator: await people.member(),
    choosing: await people.mentee(),
  };
  const { mentor, mentee } = own;
  await mustBeDone(changeFromOutside({ memberId: own.coordinator.id, programmeId: SOCIETY_SCHEME, right: "coordinator" }, now));
  const isAway = { isAvailable: false, availableAgainAt: addDays(now, 10, ZONE) };
  await db().mentorProfile.update({ where: { memberId: own.away.id }, data: isAway, select: { memberId: true } });
  const pair = await begin(mentee, mentor, ago(10));
  const freshPair = await begin(own.fresh, mentor, ago(1));
  const askedPair = await begin(own.asked, mentor, ago(5));
  await askHowItGoes(askedPair, now);
  await converse(askedPair, own.asked, now);
  await db().availabilityCheck.update({ where: { memberId: own.silent.id }, data: { round: 1, askedAt: ago(1) } });
  const invitedPair = await begin(own.inviting, own.silent, ago(2));
  await plan(viewerOf(own.inviting), invitedPair, 3, now);
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
    ...{ act: actId, pair, freshPair, askedPair, invitedPair, endedPair, open, rejected, waiting, wanted: wanted.id },
    ...{ question: asking.value, reflection, request, resource: resource.id, filmResource, film: await uploadFilm() },
    ...{ mail: mail.key, imported: register.id },
    ...(await runProgramme(own.staff, mentor, now)),
    ...(await lookInProgramme(own.staff, own.choosing, now)),
    ...(await setOwnWays(own.staff, own.apart, now)),
    ...(await writeLetters(own.staff.id, mentee.id, own.suspended.id, now)),
    ...(await writeToPairs(own.staff.id, pair, mentee, mentor, now)),
    ...(await connectSystem(own.admin.id, now)),
    ownMail: await wordMail(own.admin.id, now),
    ...(await furnish(pair, mentee, mentor, now)),
    ...(await comeTo(own, now)),
    ...(await draftMatches(own.staff.id, now)),
    ...(await askInSurveys(own.staff.id, own.fresh.id, freshPair, now)),
    profileQuestions: await askOnProfiles(mentor.id, now),
    secret: env().authSecrets,
    now,
  };
}

/** A programme that takes members, with one in it, of whom it asks one thing of each kind. */
async function runProgramme(staff: TestMember, mentor: TestMember, now: Date) {
  const programme = await openProgramme(viewerOf(staff), now, intakeFrom(now));
  await mustBeDone(joining.join(viewerOf(mentor), programme, "mentor", now));
  const conditions = {} as Record<ConditionKind, string>;
  for (const kind of CONDITION_KINDS) {
    const link = kind === "training" ? "https://training.example.org/" : null;
    const values = { programmeId: programme, kind, link, name: `${KIND_WORDS[kind]} for those who help` };
    conditions[kind] = await askCondition(viewerOf(staff), now, values);
  }
  const again = { programmeId: programme, kind: "training", name: "Training that expires", validMonths: 1 } as const;
  const expiringTraining = await askCondition(viewerOf(staff), now, { ...again, link: "https://training.example.org/" });
  const longAgo = addDays(now, -20, ZONE);
  await mustBeDone(readiness.complete(viewerOf(mentor), expiringTraining, DEFAULT_SETTINGS, longAgo));
  await sweep(readinessSweepStep, now);
  const referee = randomUUID();
  const person = { refereeId: referee, name: LONG_NAME, email: "jo@referee.example" };
  await mustBeDone(readiness.askReferee(viewerOf(mentor), conditions.referee, person, DEFAULT_SETTINGS, now));
  const item = async (kind: ConditionKind) => {
    const where = { conditionId: conditions[kind], memberId: mentor.id };
    return db().readinessItem.findFirstOrThrow({ where, select: { id: true, version: true } });
  };
  const { id, version: seen } = await item("approval");
  const refusing = { type: "refuse", words: "Please finish your first year." } as const;
  await mustBeDone(readiness.actOnItems(viewerOf(staff), [{ id, seen }], refusing, DEFAULT_SETTINGS, now));
  return {
    programme,
    conditions,
    expiringTraining,
    referee,
    checkItem: (await item("check")).id,
    refereeItem: (await item("referee")).id,
  };
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
