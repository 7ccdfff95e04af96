import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import type { Role } from "@/lib/foundation/viewer";
import * as joining from "@/lib/pairing/joining/commands";
import * as programmes from "@/lib/pairing/programmes/commands";
import { type Description, NOTHING_OF_ITS_OWN } from "@/lib/pairing/programmes/programme";
import { readNow } from "@/lib/people/auth/now";
import { type TestMember, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { people } from "./people";

const ZONE = "Europe/London";
/** Entries of the demonstration's lists. */
const [SCOTLAND, WALES, WELSH] = [1, 2, 2];
/** Other journeys look for mentors by the first topics: nobody there is led to the mentors of an intake. */
const [PROFILE, LIFE] = [5, 2];

/** A programme that staff match, which has a name of its own. */
export async function openToStaff(staff: TestMember, values: Partial<Description> = {}) {
  const name = `Newly qualified ${(await people.member()).number}`;
  const id = await openProgramme(viewerOf(staff), await readNow(), { name, finding: "staff", ...values });
  return { id, name };
}

export async function joinAs(role: Role, programmeId: string, members: readonly TestMember[], at: Date): Promise<void> {
  for (const member of members) {
    const joined = await joining.join(viewerOf(member), programmeId, role, at);
    if (!joined.ok) throw new Error(`${member.name} could not join: ${joined.reason}`);
  }
}

export interface Intake {
  id: string;
  name: string;
  /** Whom staff bring together by hand: the mentee asks for a topic that the mentor does not offer. */
  mentee: TestMember;
  mentor: TestMember;
  /** Five, whom any of the mentors suits. */
  mentees: TestMember[];
  /** Five, with a place each. */
  mentors: TestMember[];
  /** A mentee who joined after the others. */
  late: TestMember;
  /** A mentee who speaks no mentor's language. */
  alone: TestMember;
  /** A mentor with a place, from the mentees' own region. */
  near: TestMember;
}

export const menteesIn = ({ mentee, mentees, late, alone }: Intake) => [mentee, ...mentees, late, alone];
export const everybodyIn = (intake: Intake) => [...menteesIn(intake), intake.mentor, ...intake.mentors, intake.near];

/** What everybody in it is mailed as soon as its matching begins. */
export const matchingHasBegun = ({ name }: Pick<Intake, "name">) => `Matching has begun in ${name} on Connect`;

/** A mentee and a mentor in a draft of staff. */
export interface Pair {
  id: string;
  menteeId: string;
  mentorId: string;
  menteeName: string;
  mentorName: string;
  isLocked: boolean;
}

/** An intake whose members have joined and whose matching has begun. A proposal in it is reminded of after two days. */
export async function makeIntake(staff: TestMember): Promise<Intake> {
  const now = await readNow();
  const own = { ...NOTHING_OF_ITS_OWN, remindAfterDays: [2], expireAfterDays: 9 };
  const programme = await openToStaff(staff, { time: "intake", own });
  const several = <One>(make: () => Promise<One>) => Promise.all(Array.from({ length: 5 }, make));
  const mentee = (values = {}) => people.mentee({ region: WALES, topics: [PROFILE], ...values });
  const mentor = (values = {}) => people.mentor({ region: SCOTLAND, topics: [PROFILE], capacity: 1, ...values });
  const intake = {
    ...programme,
    mentee: await mentee({ topics: [PROFILE, LIFE] }),
    mentor: await mentor(),
    mentees: await several(() => mentee()),
    mentors: await several(() => mentor()),
    late: await mentee(),
    alone: await mentee({ languages: [WELSH] }),
    near: await mentor({ region: WALES }),
  };
  await joinAs(
    "mentee",
    programme.id,
    menteesIn(intake).filter((one) => one !== intake.late),
    addDays(now, -1, ZONE),
  );
  await joinAs("mentor", programme.id, [intake.mentor, ...intake.mentors, intake.near], addDays(now, -1, ZONE));
  await joinAs("mentee", programme.id, [intake.late], now);
  const begun = await programmes.move(viewerOf(staff), { id: programme.id, seen: 2 }, "start-matching", now);
  if (!begun.ok) throw new Error(`Matching has not begun: ${begun.reason}`);
  return intake;
}

/** The drafts of the run on this page, with the names of the two. The id of a pair is that of its proposal, once it is published. */
export async function draftsOf(run: string) {
  const runId = run.split("/").at(-1) ?? "";
  return db().$queryRaw<Pair[]>`
    SELECT m."id", m."menteeId", m."mentorId", a."name" AS "menteeName", b."name" AS "mentorName", m."isLocked"
    FROM "matches" m JOIN "members" a ON a."id" = m."menteeId" JOIN "members" b ON b."id" = m."mentorId"
    WHERE m."runId" = ${runId}::uuid AND m."state" = 'draft' ORDER BY a."name", m."id"`;
}
