import { beforeAll, describe, expect, it } from "vitest";
import { PEOPLE } from "@/demo/people";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { listOffered } from "@/lib/pairing/joining/queries";
import { readFilters } from "@/lib/pairing/matching/input";
import { findMentors } from "@/lib/pairing/matching/queries";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { nextDue } from "@/lib/pairing/proposals/deadlines";
import { STATUSES } from "@/lib/pairing/proposals/proposal";
import { fromRow, PROPOSAL_COLUMNS } from "@/lib/pairing/proposals/row";
import { listMyPlaces } from "@/lib/pairing/queue/queries";
import { RHYTHMS } from "@/lib/pairing/relationships/rhythm";
import { logIn } from "@/lib/people/auth/local/credentials";
import { getSettings } from "@/lib/society/settings/queries";
import { Settings } from "@/lib/society/settings/settings";
import { listOfKind, listToday } from "@/lib/staff/inbox/queries";
import { RelationshipFilter } from "@/lib/staff/relationships/input";
import { listRelationships } from "@/lib/staff/relationships/queries";
import { REPORTS } from "@/lib/staff/reports/report";
import { makeReport } from "@/lib/staff/reports/reports";
import { listSurveys } from "@/lib/staff/surveys/queries";
import { viewerOf } from "@/testing/people";
import { seedLocalAccounts } from "./local-accounts";
import { seedRegister } from "./register";
import { seedSociety } from "./seed";
import { demoSettings } from "./settings";

const NOW = new Date("2026-11-20T13:20:00Z");
const ISSUER = "http://localhost:3001";

beforeAll(async () => {
  await seedSociety(db(), ISSUER, NOW);
});

const memberOf = (number: string) => db().member.findUniqueOrThrow({ where: { number } });

describe("the seeded society", () => {
  it("has everybody who joined, and nobody who did not", async () => {
    expect(await db().member.count()).toBe(PEOPLE.filter((person) => person.hasJoined).length);
    expect(await db().member.findUnique({ where: { number: "100004" } })).toBeNull();
    expect(await db().member.findUnique({ where: { number: "100006" } })).toMatchObject({ staff: "admin", issuer: ISSUER });
  });

  it("has proposals in every state, open ones with a next moment to come", async () => {
    const rows = await db().proposal.findMany({ select: PROPOSAL_COLUMNS });
    for (const status of STATUSES) expect(rows.filter((row) => row.status === status).length, status).toBeGreaterThan(5);
    for (const row of rows.map(fromRow)) expect(row.dueAt).toEqual(nextDue(row));
    for (const { dueAt } of rows) if (dueAt) expect(dueAt > NOW).toBe(true);
    for (const { movedAt } of rows) expect(movedAt <= NOW).toBe(true);
    const reminded = new Set(rows.filter((row) => row.status === "sent").map((row) => row.remindedDay));
    expect(reminded).toEqual(new Set([0, 3, 7, 15]));
    expect(new Set(rows.map((row) => row.withdrawnBecause))).toEqual(
      new Set([null, "mentee", "mentee-matched", "mentor-away"]),
    );
    expect(rows.some((row) => row.round > 1)).toBe(true);
  });

  it("shows staff the mentors who let their last two expire", async () => {
    const expected = await db().$queryRaw<{ mentorId: string }[]>`
      SELECT l."mentorId" FROM (
        SELECT p."mentorId", p."status", p."movedAt", row_number() OVER (PARTITION BY p."mentorId" ORDER BY p."movedAt" DESC, p."id" DESC) AS "n"
        FROM "proposals" p WHERE p."status" <> 'sent') l
      JOIN "members" m ON m."id" = l."mentorId" AND m."status" = 'active' AND m."isMentor"
      WHERE l."n" <= 2 GROUP BY 1
      HAVING count(*) = 2 AND bool_and(l."status" = 'expired') AND max(l."movedAt") > ${addDays(NOW, -30, "Europe/London")}::timestamptz`;
    const viewer = viewerOf(await memberOf("100006"));
    const group = await listOfKind(viewer, "mentor-silent", await getSettings(), NOW);
    expect(group?.rows.map(({ subjectId }) => subjectId).sort()).toEqual(expected.map(({ mentorId }) => mentorId).sort());
    expect(expected.length).toBeGreaterThan(1);
  });

  it("has a survey that mentors have answered, with figures", async () => {
    const [survey] = (await listSurveys({ staff: "staff" }, undefined)).own;
    expect(survey).toMatchObject({ status: "closed", title: "Mentors: how are we doing?" });
    expect(survey?.people).toBeGreaterThan(20);
  });

  it("has two suspended members: one with a partner, who knows only that they cannot be reached", async () => {
    const suspended = await db().member.findMany({
      where: { status: "suspended" },
      select: { id: true, suspendedReason: true },
    });
    expect(suspended).toHaveLength(2);
    const told = await db().notification.findMany({ where: { kind: "partner-unreachable" }, select: { aboutId: true } });
    expect(suspended.map(({ id }) => id)).toEqual(expect.arrayContaining(told.map(({ aboutId }) => aboutId)));
    expect(told).toHaveLength(1);
    for (const { id } of suspended) expect(await db().proposal.count({ where: { menteeId: id, status: "sent" } })).toBe(0);
    expect(await db().auditEvent.count({ where: { fact: "suspended", actor: "staff" } })).toBe(2);
  });

  it("keeps within the limits", async () => {
    const active = await db().relationship.findMany({ where: { endedAt: null }, select: { menteeId: true, mentorId: true } });
    expect(active.length).toBeGreaterThan(40);
    expect(new Set(active.map((one) => one.menteeId)).size).toBe(active.length);
    const profiles = await db().mentorProfile.findMany({ select: { memberId: true, capacity: true } });
    for (const { memberId, capacity } of profiles) {
      expect(active.filter((one) => one.mentorId === memberId).length).toBeLessThanOrEqual(capacity);
    }
    const open = await db().proposal.groupBy({ by: ["menteeId"], where: { status: "sent" }, _count: true });
    for (const one of open) expect(one._count).toBeLessThanOrEqual(3);
    for (const { menteeId } of open) expect(active.some((one) => one.menteeId === menteeId)).toBe(false);
    expect(await db().relationship.count({ where: { endedAt: { not: null } } })).toBeGreaterThan(15);
  });

  it("tells the eight people's stories", async () => {
    const amina = await memberOf("100001");
    const gareth = await memberOf("100002");
    const priya = await memberOf("100003");
    const owen = await memberOf("100007");
    const mei = await memberOf("100008");
    expect(await db().proposal.count({ where: { menteeId: amina.id } })).toBe(0);
    expect(await db().notification.count({ where: { memberId: amina.id } })).toBe(0);
    expect(await db().proposal.count({ where: { mentorId: gareth.id, status: "sent" } })).toBe(0);
    expect(await db().mentorListing.findUnique({ where: { memberId: gareth.id } })).toMatchObject({
      placesFree: 2,
      answerHours: 20,
    });
    expect(await db().mentorListing.findUnique({ where: { memberId: owen.id } })).toBeNull();
    const current = { endedAt: null };
    expect(await db().relationship.count({ where: { ...current, mentorId: priya.id } })).toBe(1);
    expect(await db().relationship.count({ where: { ...current, menteeId: priya.id } })).toBe(1);
    const weekAgo = new Date(NOW.getTime() - 7 * 86_400_000);
    expect(await db().relationship.findFirst({ where: { menteeId: mei.id } })).toMatchObject({
      mentorId: gareth.id,
      startedAt: weekAgo,
    });
  });

  it("shows Amina Gareth first", async () => {
    const settings = demoSettings(ISSUER);
    const { mentors } = await findMentors(viewerOf(await memberOf("100001")), settings, readFilters({}, settings));
    expect(mentors[0]?.name).toBe("Gareth Pugh");
    expect(mentors.map(({ name }) => name)).not.toContain("Owen Hart");
  });

  it("leaves a trail: each proposal was sent once, and its last fact is its state", async () => {
    const facts = await db().auditEvent.findMany({ where: { subject: "proposal" }, orderBy: { id: "asc" } });
    const rows = await db().proposal.findMany({ select: { id: true, status: true } });
    for (const { id, status } of rows) {
      const own = facts.filter((fact) => fact.subjectId === id).map(({ fact }) => fact);
      expect(own.filter((fact) => fact === "sent")).toHaveLength(1);
      const last = own.filter((fact) => !["edited", "reminded", "place-kept"].includes(fact)).at(-1);
      expect({ closed: "withdrawn", reopened: "sent" }[last ?? ""] ?? last).toBe(status);
    }
    expect(await db().notification.count({ where: { readAt: null } })).toBeGreaterThan(10);
    expect(await db().mail.count()).toBe(0);
  });

  it("has lived: meetings of every kind, messages, worksheets, goals, contracts, reflections and a pause", async () => {
    const meetings = await db().meeting.findMany({ select: { status: true, startsAt: true, answer: true } });
    for (const status of ["held", "cancelled", "not-held", "planned"])
      expect(meetings.filter((one) => one.status === status).length, status).toBeGreaterThan(8);
    const toCome = meetings.filter(({ startsAt }) => startsAt > NOW);
    expect(toCome.length).toBeGreaterThan(8);
    expect(new Set(toCome.map(({ status }) => status))).toEqual(new Set(["planned"]));
    expect(new Set(toCome.map(({ answer }) => answer))).toEqual(new Set(["waiting", "accepted"]));
    expect(await db().message.count()).toBeGreaterThan(30);
    expect(await db().sheetVersion.count()).toBeGreaterThan(10);
    expect(await db().goal.count()).toBeGreaterThan(10);
    expect(await db().reflection.count()).toBeGreaterThan(10);
    expect(await db().picture.count()).toBe(40);
    const contracts = await db().contract.findMany({ select: { menteeSignedAt: true, mentorSignedAt: true } });
    const isSigned = contracts.map(({ menteeSignedAt, mentorSignedAt }) => Boolean(menteeSignedAt && mentorSignedAt));
    expect(new Set(isSigned)).toEqual(new Set([true, false]));
    const away = { isAvailable: false, availableAgainAt: { gt: NOW } };
    expect(await db().mentorProfile.count({ where: away })).toBeGreaterThan(0);
  });

  it("has people who wait: for a mentor who is away, for a reply to a question, and together until a pause is over", async () => {
    const places = await db().queuePlace.findMany({ orderBy: { joinedAt: "asc" } });
    expect(places.length).toBeGreaterThan(1);
    expect(new Set(places.map(({ mentorId }) => mentorId)).size).toBe(1);
    const { mentorId = "", menteeId = "" } = places[0] ?? {};
    const mentor = await db().mentorProfile.findUniqueOrThrow({ where: { memberId: mentorId } });
    expect(mentor).toMatchObject({ isAvailable: false, availableAgainAt: addDays(NOW, 24, "Europe/London") });
    const first = viewerOf(await db().member.findUniqueOrThrow({ where: { id: menteeId } }));
    expect(await listMyPlaces(first, NOW)).toMatchObject([{ position: 1, mentorIs: "away" }]);
    const questions = await db().question.findMany({ orderBy: { askedAt: "desc" }, select: { status: true, dueAt: true } });
    expect(questions.map(({ status }) => status)).toEqual(["waiting", "answered"]);
    expect(questions[0]?.dueAt && questions[0].dueAt > NOW).toBe(true);
    expect(await db().checkIn.count({ where: { pausedUntil: { gt: NOW } } })).toBe(1);
  });

  it("has an intake in its matching phase: sixty and forty-five let in, all but five ready; of those with a fixed number Nia alone", async () => {
    const { id, status } = await db().programme.findFirstOrThrow({ where: { id: { not: SOCIETY_SCHEME } } });
    expect(status).toBe("matching");
    const joined = await db().programmeMember.findMany({
      where: { programmeId: id },
      select: { memberId: true, role: true, status: true },
    });
    expect(joined.filter(({ role }) => role === "mentee")).toHaveLength(60);
    expect(joined.filter(({ role }) => role === "mentor")).toHaveLength(45);
    expect(new Set(joined.map(({ status }) => status))).toEqual(new Set(["joined"]));
    const named = { number: { lt: "100010" }, id: { in: joined.map(({ memberId }) => memberId) } };
    expect(await db().member.findMany({ where: named, select: { name: true } })).toEqual([{ name: "Nia Evans" }]);
    expect(await db().profileQuestion.count({ where: { programmeId: id } })).toBe(5);
    expect(await db().matchingRule.count({ where: { programmeId: id } })).toBe(2);
    expect(await db().readinessItem.count({ where: { programmeId: id, isLacking: true } })).toBe(5);
    const listed = await listOffered(viewerOf(await memberOf("100001")), NOW);
    expect(listed).toEqual([]);
  });

  it("has relationships in each of the five states, and a Today that a person can read", async () => {
    const settings = demoSettings(ISSUER);
    for (const state of RHYTHMS) {
      const { relationships } = await listRelationships("all", RelationshipFilter.parse({ state }), settings, NOW);
      expect(relationships.length, state).toBeGreaterThan(state === "paused" ? 0 : 1);
    }
    const helen = viewerOf(await memberOf("100006"));
    const groups = await listToday(helen, settings, NOW);
    const counts = Object.fromEntries(groups.map(({ kind, count }) => [kind, count]));
    expect(counts["no-first-conversation"]).toBeGreaterThan(1);
    expect(counts["relationship-quiet"]).toBeGreaterThan(2);
    expect(Math.max(...Object.values(counts))).toBeLessThan(20);
  });

  it("has figures in every chart of every report", async () => {
    for (const name of REPORTS) {
      const report = await makeReport({ staff: "staff" }, name, {}, demoSettings(ISSUER), NOW);
      for (const { key, columns, rows } of report?.figures ?? []) {
        for (const [i, { label, isDrawn }] of columns.entries())
          if (isDrawn)
            expect(
              rows.some(({ amounts }) => amounts[i]),
              `${name}, ${key}, ${label}`,
            ).toBe(true);
      }
    }
  });

  it("with local accounts gives everybody the same password, the register, and no website", async () => {
    await seedSociety(db(), ISSUER, NOW, true);
    await seedLocalAccounts(NOW);
    await seedLocalAccounts(NOW);
    expect(await db().member.count({ where: { status: "waiting" } })).toBe(3);
    await seedRegister(NOW);
    await seedRegister(NOW);
    expect(await db().registerImport.findMany({ select: { state: true, rows: true } })).toEqual([
      { state: "imported", rows: PEOPLE.length },
    ]);
    expect(await db().registerEntry.count()).toBe(PEOPLE.length);
    expect(await db().password.count()).toBe(await db().member.count());
    const enter = (identifier: string) => logIn({ identifier, password: "mentoring" }, null, NOW);
    expect(await enter("100001")).toMatchObject({ ok: true });
    expect(await enter("gareth.pugh@example.org")).toMatchObject({ ok: true });
    expect(await enter("100004")).toEqual({ ok: false, reason: "wrong" });
    expect(await enter("100005")).toEqual({ ok: false, reason: "lapsed" });
    const row = await db().settings.findUniqueOrThrow({ where: { id: 1 } });
    expect(Settings.parse(row.values).society).toMatchObject({ websiteUrl: null, accountUrl: null, renewUrl: null });
    await seedSociety(db(), ISSUER, NOW);
    const back = await db().settings.findUniqueOrThrow({ where: { id: 1 } });
    expect(Settings.parse(back.values).society.accountUrl).toBe(`${ISSUER}/`);
  });

  it("is there once, and follows the membership website to another port", async () => {
    expect(await seedSociety(db(), "http://localhost:4001", NOW)).toBe("kept");
    expect(await db().member.count({ where: { issuer: "http://localhost:4001" } })).toBe(
      await db().member.count({ where: { status: { not: "waiting" } } }),
    );
    const row = await db().settings.findUniqueOrThrow({ where: { id: 1 } });
    expect(Settings.parse(row.values).society.accountUrl).toBe("http://localhost:4001/");
  });
});
