import { addDays, dayOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import type { Role } from "@/lib/foundation/viewer";
import * as joining from "@/lib/pairing/joining/commands";
import * as programmes from "@/lib/pairing/programmes/commands";
import { NOTHING_OF_ITS_OWN } from "@/lib/pairing/programmes/programme";
import { accept, complete } from "@/lib/pairing/readiness/commands";
import * as conditions from "@/lib/pairing/readiness/conditions/commands";
import { addRule } from "@/lib/pairing/rules/commands";
import { factOfQuestion } from "@/lib/pairing/rules/rule";
import type { Answer } from "@/lib/people/profile-questions/answers";
import { addQuestion } from "@/lib/people/profile-questions/commands";
import { readFirstArticles } from "@/lib/society/resources/first-articles";
import type { Settings } from "@/lib/society/settings/settings";
import { Random } from "../people/random";
import { idOf } from "../story/ids";
import { type AskedOnJoining, DECLARATION, EMPLOYER, FILM, FOR_WHOM, QUESTIONS } from "./intake-words";
import { mustBeDone, viewerFor } from "./person";

/** So many applied, and were let in. */
const MENTEES = 60;
const MENTORS = 45;
/** The last of the mentors have accepted the declaration and not come to the film yet. */
const NOT_READY = 5;
const [HELEN, NIA] = ["100006", "100009"].map((number) => idOf("member", number)) as [string, string];
const ID = idOf("programme", "newly-qualified");

/** The intake for newly qualified members, which staff are about to match. Of those with a fixed number only Nia and Helen meet it. */
export async function openIntake(settings: Settings, now: Date): Promise<void> {
  const { timeZone } = settings.society;
  const helen = viewerFor(HELEN, timeZone);
  const ago = (days: number) => addDays(now, -days, timeZone);
  await programmes.create(helen, ID, descriptionFor(settings, now), ago(60));
  for (const [i, question] of QUESTIONS.entries())
    await mustBeDone("ask those who join", addQuestion(helen, toForm(question), new Date(+ago(59) + i)));
  await setConditions(settings, now);
  await mustBeDone("open an intake", programmes.move(helen, { id: ID, seen: 1 }, "open", ago(45)));
  const who = await listApplicants();
  const random = new Random(29);
  for (const [i, { memberId, role }] of who.entries()) {
    const at = new Date(+ago(40) + i * 5 * 3_600_000);
    await mustBeDone("apply", joining.join(viewerFor(memberId, timeZone), ID, role, at, answersOf(role, random)));
  }
  await joining.answer(
    helen,
    "approve",
    ID,
    who.map(({ memberId, role }) => ({ memberId, role, seen: 1 })),
    ago(12),
  );
  const mentors = who.filter(({ role }) => role === "mentor");
  for (const [i, { memberId }] of mentors.entries()) {
    const mentor = viewerFor(memberId, timeZone);
    await mustBeDone("accept a declaration", accept(mentor, idOf("condition", "declaration"), 1, ago(10)));
    if (i < mentors.length - NOT_READY)
      await mustBeDone("watch a film", complete(mentor, idOf("condition", "film"), settings, ago(9)));
  }
  await setRules(settings, ago(8));
  await mustBeDone("begin matching", programmes.move(helen, { id: ID, seen: 2 }, "start-matching", ago(6)));
}

function descriptionFor({ society: { timeZone } }: Settings, now: Date) {
  const inDays = (days: number) => addDays(now, days, timeZone);
  return {
    name: `Newly qualified ${dayOf(inDays(21), timeZone).slice(0, 4)}`,
    forWhom: FOR_WHOM,
    time: "intake" as const,
    finding: "staff" as const,
    needsApproval: true,
    opensAt: null,
    joinUntil: null,
    matchingAt: null,
    startsAt: inDays(21),
    endsAt: inDays(21 + 300),
    own: NOTHING_OF_ITS_OWN,
  };
}

function toForm({ key, role, kind, readers, question, help, options, isRequired = false }: AskedOnJoining) {
  return {
    ...{ id: idOf("question", `${key}-${role}`), role, programmeId: ID, kind, readers, question, help, isRequired },
    ...{ options: options.join("\n"), isFilter: false, filledFrom: undefined },
  };
}

/** What its mentors need beside a profile. */
async function setConditions(settings: Settings, now: Date): Promise<void> {
  const helen = viewerFor(HELEN, settings.society.timeZone);
  const at = addDays(now, -58, settings.society.timeZone);
  const asked = { programmeId: ID, role: "mentor" as const, countsAt: at, link: null };
  const film = (await readFirstArticles()).find(({ texts }) => texts.film);
  const both = [
    ["declaration", { ...DECLARATION, kind: "declaration" as const, resourceId: null, validMonths: null }],
    ["film", { ...FILM, kind: "training" as const, resourceId: film?.id ?? null, validMonths: 24 }],
  ] as const;
  for (const [key, condition] of both)
    await mustBeDone(
      "set a condition",
      conditions.create(helen, idOf("condition", key), { ...asked, ...condition }, settings, at),
    );
}

/** Nobody is matched with a mentor from the same employer, or with whom they have no language in common. */
async function setRules(settings: Settings, at: Date): Promise<void> {
  const helen = viewerFor(HELEN, settings.society.timeZone);
  const rule = { programmeId: ID, hours: "" as const };
  const employer = (role: Role) => factOfQuestion(idOf("question", `${EMPLOYER}-${role}`));
  const both = [
    { kind: "never", menteeFact: employer("mentee"), mentorFact: employer("mentor") },
    { kind: "must", menteeFact: "language", mentorFact: "language" },
  ] as const;
  for (const [i, one] of both.entries())
    await mustBeDone("add a rule", addRule(helen, { ...rule, ...one, id: idOf("rule", String(i)) }, at));
}

/** Nia first, then mentees without a mentor, those in their first years before others; and mentors with a place free. */
async function listApplicants(): Promise<{ memberId: string; role: Role }[]> {
  const mentees = await db().$queryRaw<{ memberId: string }[]>`
    SELECT p."memberId" FROM "mentee_profiles" p JOIN "members" m ON m."id" = p."memberId"
    WHERE m."status" = 'active' AND m."standing" = 'current' AND NOT m."isMentor" AND m."number" >= '100009'
      AND NOT EXISTS (SELECT FROM "relationships" r WHERE r."menteeId" = m."id" AND r."endedAt" IS NULL)
    ORDER BY m."id" <> ${NIA}::uuid, p."careerStage", m."number" LIMIT ${MENTEES}`;
  const mentors = await db().$queryRaw<{ memberId: string }[]>`
    SELECT l."memberId" FROM "mentor_listings" l JOIN "members" m ON m."id" = l."memberId"
    WHERE NOT m."isMentee" AND m."number" > '100009' ORDER BY m."number" LIMIT ${MENTORS}`;
  return [
    ...mentees.map(({ memberId }) => ({ memberId, role: "mentee" as const })),
    ...mentors.map(({ memberId }) => ({ memberId, role: "mentor" as const })),
  ];
}

function answersOf(role: Role, random: Random): Answer[] {
  return QUESTIONS.filter((question) => question.role === role).map(({ key, answers, readers }) => ({
    questionId: idOf("question", `${key}-${role}`),
    isSealed: readers === "partners",
    answer: random.pick(answers),
  }));
}
