import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { addDays, localOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { addGoal, noteGoal } from "@/lib/mentoring/goals/commands";
import { findGoal, listGoals } from "@/lib/mentoring/goals/queries";
import * as meetings from "@/lib/mentoring/meetings/commands";
import { listMeetings } from "@/lib/mentoring/meetings/queries";
import { write } from "@/lib/mentoring/reflections/commands";
import { listReflections } from "@/lib/mentoring/reflections/queries";
import { addWorksheet } from "@/lib/mentoring/worksheets/commands";
import { findVersion, listWorksheets } from "@/lib/mentoring/worksheets/queries";
import { send } from "@/lib/pairing/conversations/commands";
import { findConversation } from "@/lib/pairing/conversations/queries";
import * as programmes from "@/lib/pairing/programmes/commands";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import * as questions from "@/lib/pairing/questions/commands";
import { findAsking, listQuestions } from "@/lib/pairing/questions/queries";
import * as readiness from "@/lib/pairing/readiness/commands";
import * as conditions from "@/lib/pairing/readiness/conditions/commands";
import { findItem } from "@/lib/pairing/readiness/queries";
import { addRule } from "@/lib/pairing/rules/commands";
import { addQuestion } from "@/lib/people/profile-questions/commands";
import { make as makeToken } from "@/lib/society/api-tokens/commands";
import { saveResource } from "@/lib/society/resources/commands";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { addEndpoint } from "@/lib/society/webhooks/commands";
import * as letters from "@/lib/staff/letters/commands";
import { writeLetter } from "@/lib/staff/relationships/letters/commands";
import { answer, note } from "@/lib/staff/support/answering/commands";
import { findRequest } from "@/lib/staff/support/answering/queries";
import { ask, reply } from "@/lib/staff/support/commands";
import { make as makeSurvey } from "@/lib/staff/surveys/commands";
import { insertPartners } from "@/testing/partners";
import { insertMember, insertMentor, viewerOf } from "@/testing/people";
import { SCHEME } from "@/testing/programmes/intake";
import { onDay } from "@/testing/proposals/examples";
import { askCondition } from "@/testing/readiness";

const NOW = onDay(3);

async function begin() {
  const pair = await insertPartners();
  const [mentee, staff] = [viewerOf(pair.mentee), viewerOf(await insertMember({ staff: "staff" }))];
  const asked = { category: "technical", subject: "Blank", messages: [], id: randomUUID(), words: "It is blank." } as const;
  await ask(mentee, { ...asked, messages: [] }, [], NOW);
  const goalId = randomUUID();
  await addGoal(
    mentee,
    { relationshipId: pair.id, goalId },
    { what: "Begin.", why: "", measure: "", target: "" },
    SETTINGS,
    NOW,
  );
  return { id: pair.id, mentee, staff, requestId: asked.id, goalId, askedId: (await insertMentor()).id };
}
type Setting = Awaited<ReturnType<typeof begin>>;

interface KeyedForm {
  /** Sends the form with this key, and these words somewhere in it. */
  send: (setting: Setting, key: string, words: string) => Promise<{ ok: boolean; isAnother?: true; reason?: string }>;
  /** Everything of the kind that is kept, as text. */
  kept: (setting: Setting) => Promise<unknown[]>;
  /** What becomes of other words under a key that was used: another entry, or they are refused in a sentence and stay in the form. */
  becomes: "another" | string;
}

const thread = async ({ staff, requestId }: Setting) => (await findRequest(staff, requestId))?.entries ?? [];

/** Each form that brings a key of its own, by the file and the field. */
const FORMS: Record<string, KeyedForm> = {
  "app/(member)/cpd/new/page.tsx id": {
    send: ({ mentee, id }, key, learned) => {
      const words = { done: "", learned, use: "", free: "" };
      const entry = { heldOn: NOW.toISOString().slice(0, 10), minutes: 60, isStructured: true, words, relationshipId: id };
      return write(mentee, key, null, entry, NOW);
    },
    kept: ({ mentee }) => listReflections(mentee, NOW.getUTCFullYear()),
    becomes: "another",
  },
  "app/(member)/relationships/[id]/messages/page.tsx messageKey": {
    send: ({ mentee, id }, key, words) => send(mentee, { relationshipId: id, key, words }, NOW),
    kept: async ({ mentee, id }) => (await findConversation(mentee, id)).messages,
    becomes: "another",
  },
  "app/(member)/mentors/[id]/question/page.tsx key": {
    send: ({ mentee, askedId }, key, words) => questions.ask(mentee, askedId, { key, words }, SETTINGS, NOW),
    kept: ({ mentee }) => wordsBy(mentee),
    becomes: "asked-already",
  },
  "app/(member)/questions/[id]/page.tsx key": {
    send: async ({ mentee, askedId }, key, words) => {
      const { conversationId } = await findAsking(mentee, askedId, SETTINGS, NOW);
      const asked =
        conversationId ?? (await questions.ask(mentee, askedId, { key: randomUUID(), words: "Well?" }, SETTINGS, NOW));
      const id = typeof asked === "string" ? asked : asked.ok ? asked.value : "";
      return questions.write(mentee, { id, key, words }, SETTINGS, NOW);
    },
    kept: ({ mentee }) => wordsBy(mentee),
    becomes: "another",
  },
  "app/(member)/relationships/[id]/goals/new/page.tsx goalId": {
    send: ({ mentee, id }, goalId, what) =>
      addGoal(mentee, { relationshipId: id, goalId }, { what, why: "", measure: "", target: "" }, SETTINGS, NOW),
    kept: async ({ mentee, id, goalId }) => (await listGoals(mentee, id)).filter((goal) => goal.id !== goalId),
    becomes: "another",
  },
  "app/(member)/relationships/[id]/goals/[goalId]/note-form.tsx stepId": {
    send: ({ mentee, id, goalId }, stepId, note) =>
      noteGoal(
        mentee,
        { relationshipId: id, goalId },
        { stepId, note, progress: "not-started", was: "not-started" },
        SETTINGS,
        NOW,
      ),
    kept: async ({ mentee, id, goalId }) =>
      (await findGoal(mentee, id, goalId))?.steps.filter(({ fact }) => fact === "noted") ?? [],
    becomes: "another",
  },
  "app/(member)/relationships/[id]/worksheets/new.tsx worksheetId": {
    send: ({ mentee, id }, worksheetId, strengths) =>
      addWorksheet(mentee, { relationshipId: id, worksheetId, kind: "swot", words: { strengths } as never }, SETTINGS, NOW),
    kept: async ({ mentee, id }) => {
      const worksheets = await listWorksheets(mentee, id, "swot");
      return Promise.all(worksheets.map((worksheet) => findVersion(worksheet.id, 1)));
    },
    becomes: "another",
  },
  "app/(member)/relationships/[id]/meetings/page.tsx meetingId": meeting(meetings.arrange, addDays(NOW, 5, "UTC")),
  "app/(member)/relationships/[id]/meetings/log/page.tsx meetingId": meeting(meetings.log, addDays(NOW, -1, "UTC")),
  "app/(member)/support/request-form.tsx id": {
    send: ({ mentee }, id, words) => ask(mentee, { category: "technical", subject: "Blank", messages: [], id, words }, [], NOW),
    kept: ({ mentee, requestId }) =>
      db().supportEntry.findMany({ where: { authorId: mentee.memberId, requestId: { not: requestId } } }),
    becomes: "another",
  },
  "app/(member)/support/[id]/page.tsx entryId": {
    send: ({ mentee, requestId }, entryId, words) => reply(mentee, { id: requestId, entryId, words }, [], NOW),
    kept: thread,
    becomes: "another",
  },
  "app/admin/support/[id]/forms.tsx entryId": {
    send: async ({ staff, requestId }, entryId, words) => {
      const version = (await findRequest(staff, requestId))?.version ?? 0;
      return answer(staff, { id: requestId, entryId, version, words, next: "wait" }, NOW);
    },
    kept: thread,
    becomes: "another",
  },
  "app/admin/support/[id]/forms.tsx entryId 2": {
    send: ({ staff, requestId }, entryId, words) => note(staff, { id: requestId, entryId, note: words }, NOW),
    kept: thread,
    becomes: "another",
  },
  "app/admin/write/[id]/page.tsx letterId": {
    send: async ({ staff, id }, letterId, words) => {
      const [{ seen } = { seen: "" }] = await db().$queryRaw<{ seen: string }[]>`
        SELECT p."version" || '.' || r."version" AS "seen" FROM "proposals" p JOIN "relationships" r ON r."id" = p."id"
        WHERE p."id" = ${id}::uuid`;
      return writeLetter(staff, { id, letterId, seen, to: "both", behalfOf: "society", subject: "Hello", words }, NOW);
    },
    kept: ({ id }) => db().staffLetter.findMany({ where: { proposalId: id } }),
    becomes: "another",
  },
  "app/admin/letters/new/page.tsx id": {
    send: ({ staff }, id, words) => letters.begin(staff, { id, memberId: null, filters: "", subject: "Hello", words }, NOW),
    kept: ({ staff }) => db().memberLetter.findMany({ where: { authorId: staff.memberId } }),
    becomes: "another",
  },
  "app/admin/content/resources/new/page.tsx resourceId": {
    send: ({ staff, id }, resourceId, body) => {
      const typed = { title: id, summary: "New", audience: "everybody", film: "", body };
      return saveResource(staff, resourceId, { typed, base: 0, take: [], isPublishing: false }, NOW);
    },
    kept: ({ id }) => db().resourceVersion.findMany({ where: { title: id } }),
    becomes: "clash",
  },
  "app/admin/questions/new/[role]/page.tsx id": {
    send: ({ staff, id: help }, id, question) => {
      const asked = {
        role: "mentor",
        kind: "text",
        readers: "everybody",
        help,
        isRequired: false,
        isFilter: false,
        options: "",
      } as const;
      return addQuestion({ ...staff, staff: "admin" }, { ...asked, id, question }, NOW);
    },
    kept: ({ id: help }) => db().profileQuestion.findMany({ where: { help } }),
    becomes: "already-there",
  },
  "app/admin/matching/rules/new/page.tsx id": {
    // A rule has no words of its own, so the heading of a column stands for them.
    send: async ({ staff, id: own }, id, heading) => {
      const entry = { name: "Sam Lowe", surnameKey: "lowe", standing: "current", importedAt: NOW };
      const further = { [heading]: "Here", [own]: "There" };
      await db().registerEntry.create({ data: { ...entry, further, number: randomUUID() }, select: { number: true } });
      const facts = { menteeFact: `register:${heading}`, mentorFact: `register:${own}` };
      return addRule(staff, { id, programmeId: "", kind: "never", ...facts, hours: "" }, NOW);
    },
    kept: ({ id }) => db().matchingRule.findMany({ where: { mentorFact: `register:${id}` }, select: { menteeFact: true } }),
    becomes: "already-there",
  },
  "app/admin/webhooks/new/page.tsx endpointId": {
    send: ({ staff }, endpointId, path) => {
      const input = { endpointId, address: `https://8.8.8.8/${path}`, events: ["member.registered" as const] };
      return addEndpoint({ ...staff, staff: "admin" }, input, NOW);
    },
    kept: ({ staff }) => db().webhookEndpoint.findMany({ where: { createdById: staff.memberId }, select: { address: true } }),
    becomes: "already-there",
  },
  "app/admin/webhooks/token/page.tsx tokenId": {
    send: ({ staff }, tokenId, name) =>
      makeToken({ ...staff, staff: "admin" }, { tokenId, name, scopes: ["members"], days: 30 }, NOW),
    kept: ({ staff }) => db().apiToken.findMany({ where: { createdById: staff.memberId }, select: { name: true } }),
    becomes: "already-there",
  },
  "app/admin/surveys/new/page.tsx id": {
    send: ({ staff }, id, title) => {
      const asked = { role: "", pairing: "", programmeId: "", from: "2026-12-01", to: "2026-12-31" } as const;
      return makeSurvey(staff, { id, title, ...asked }, "Europe/London", NOW);
    },
    kept: ({ staff }) => db().survey.findMany({ where: { authorId: staff.memberId }, select: { title: true } }),
    becomes: "another",
  },
  "app/admin/readiness/conditions/new/page.tsx id": {
    send: async ({ staff, id: name }, id, text) => {
      const asked = { programmeId: SOCIETY_SCHEME, role: "mentee", kind: "approval" } as const;
      const words = { name, text, resourceId: null, link: null, validMonths: null, countsAt: new Date(+NOW + 90 * 86_400_000) };
      return conditions.create(staff, id, { ...asked, ...words }, SETTINGS, NOW);
    },
    kept: ({ id: name }) => db().readinessCondition.findMany({ where: { name } }),
    becomes: "already-there",
  },
  "app/(member)/readiness/[id]/page.tsx refereeId": {
    send: async ({ mentee, staff, id: name }, refereeId, person) => {
      const there = await db().readinessCondition.findFirst({ where: { name, kind: "referee" }, select: { id: true } });
      const referee = { kind: "referee", role: "mentee", name, countsAt: new Date(+NOW + 90 * 86_400_000) } as const;
      const conditionId = there?.id ?? (await askCondition(staff, NOW, referee));
      return readiness.askReferee(mentee, conditionId, { refereeId, name: person, email: "jo@referee.example" }, SETTINGS, NOW);
    },
    kept: async ({ mentee, id: name }) => {
      const where = { memberId: mentee.memberId, condition: { name, kind: "referee" } };
      const item = await db().readinessItem.findFirst({ where, select: { id: true } });
      return (await findItem("all", item?.id ?? ""))?.referees ?? [];
    },
    becomes: "already-named",
  },
  "app/admin/programmes/new/page.tsx id": {
    send: ({ staff, id: name }, id, forWhom) => programmes.create(staff, id, { ...SCHEME, name, forWhom }, NOW),
    kept: ({ id: name }) => db().programme.findMany({ where: { name } }),
    becomes: "already-there",
  },
};

/** What the mentee has said before a relationship. */
async function wordsBy(mentee: Viewer): Promise<unknown[]> {
  const [asked] = await listQuestions(mentee, "mentee", NOW);
  return asked ? (await findConversation(mentee, asked.conversationId)).messages : [];
}

function meeting(begin: typeof meetings.arrange, startsAt: Date): KeyedForm {
  return {
    send: ({ mentee, id }, meetingId, details) => {
      const [starts, ends] = [startsAt, new Date(+startsAt + 3_600_000)].map((at) => localOf(at, mentee.timeZone));
      const words = { title: "We meet", details };
      const plan = { starts: starts ?? "", ends: ends ?? "", confirmed: [], method: 2, sendsDetails: true, words };
      return begin(mentee, { relationshipId: id, meetingId }, plan, SETTINGS, NOW);
    },
    kept: async ({ mentee, id }) => Object.values(await listMeetings(mentee, id, NOW)).flat(),
    becomes: "already-there",
  };
}

/**
 * Acts on several items at once, which lib/staff/inbox/many/commands.db.test.ts tries: what they keep is a line for each item. And the
 * copy of a programme, whose form has no words: lib/pairing/programmes/programmes.db.test.ts tries it; and the
 * test of a letter, which has none either: lib/staff/letters/letters.db.test.ts.
 */
const TRIED_ELSEWHERE = [
  // The test of a mail, likewise: lib/notify/mail-words/mail-words.db.test.ts.
  "app/admin/mails/[kind]/preview/page.tsx formId",
  "app/admin/letters/[id]/forms.tsx formId",
  "app/admin/content/films/new/page.tsx filmId",
  ...["app/admin/page.tsx formId", "app/admin/today/many/[act]/page.tsx formId"],
  "app/admin/programmes/[id]/page.tsx copyId",
];

describe.each(Object.entries(FORMS))("%s", (_place, { send: press, kept, becomes }) => {
  test("is kept once, however often it is sent", async () => {
    const [setting, key] = [await begin(), randomUUID()];
    for (let i = 0; i < 3; i++) expect(await press(setting, key, "firstwords")).toMatchObject({ ok: true });
    const all = JSON.stringify(await kept(setting));
    expect(all.split("firstwords")).toHaveLength(2);
  });

  test(`with other words under its key, after going back, they become: ${becomes}`, async () => {
    const [setting, key] = [await begin(), randomUUID()];
    expect(await press(setting, key, "firstwords")).not.toHaveProperty("isAnother");
    for (let i = 0; i < 2; i++) {
      const result = await press(setting, key, "otherwords");
      if (becomes === "another") expect(result).toMatchObject({ ok: true, isAnother: true });
      else expect(result).toMatchObject({ ok: false, reason: becomes });
    }
    const all = JSON.stringify(await kept(setting));
    expect(all.split("firstwords")).toHaveLength(2);
    expect(all.split("otherwords")).toHaveLength(becomes === "another" ? 2 : 1);
  });
});

test("no form brings a key that is not tried here", () => {
  const found = listPages().flatMap((path) => {
    const names = [...readFileSync(path, "utf8").matchAll(/(?:name="(\w+)" (?:value|initial)|(\w+))=\{randomUUID\(\)\}/g)];
    return names.map(([, name, prop], i) => `${path} ${name ?? prop}${i === 0 ? "" : ` ${i + 1}`}`);
  });
  expect(found.sort()).toEqual([...Object.keys(FORMS), ...TRIED_ELSEWHERE].sort());
});

function listPages(): string[] {
  const names = readdirSync("app", { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".tsx")).map((name) => `app/${name}`);
}
