import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import type { ProgrammeRights, Viewer } from "@/lib/foundation/viewer";
import * as joining from "@/lib/pairing/joining/commands";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as rules from "@/lib/pairing/rules/commands";
import { exportLines } from "@/lib/society/audit/commands";
import { sayLine } from "@/lib/society/audit/line";
import { type AuditFilter, findPeople, listLines } from "@/lib/society/audit/queries";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { change } from "@/lib/staff/coordinating/commands";
import * as letters from "@/lib/staff/letters/commands";
import { attend } from "@/lib/staff/letters/save";
import { letterSweepStep } from "@/lib/staff/letters/sweep-step";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { askCondition } from "@/testing/readiness";
import { asReaderOfTrail, findWhomToOpen } from "./queries";

// The audit trail of two programmes, in which the same things have happened.

interface Run {
  id: string;
  mentee: Viewer;
  mentor: Viewer;
  proposal: string;
}

const NOW = onDay(20);
const ALL: AuditFilter = { id: null, as: "either", actor: null, fact: null, from: null, to: null };
let [staff, outsider]: Viewer[] = [];
let one: Run;
let two: Run;
let scheme: Run;

const withRights = (rights: ProgrammeRights): Viewer => ({ ...(outsider as Viewer), rights });
const coordinatorOf = (...coordinates: string[]) => withRights({ coordinates, reads: [] });
const linesOf = (viewer: Viewer, filter: Partial<AuditFilter> = {}) =>
  listLines(asReaderOfTrail(viewer), { ...ALL, ...filter }, null, 200);
const factsOf = async (viewer: Viewer, filter: Partial<AuditFilter> = {}) =>
  (await linesOf(viewer, filter)).map(({ fact }) => fact).sort();

beforeAll(async () => {
  staff = viewerOf(await insertMember({ staff: "staff" }));
  outsider = viewerOf(await insertMember({ isMentor: false, isMentee: false }));
  one = await run(await openProgramme(staff, SENT_AT, { name: "Returners" }));
  two = await run(await openProgramme(staff, SENT_AT, { name: "Newcomers" }));
  scheme = await run(SOCIETY_SCHEME);
  // What is nobody's programme's.
  const { memberId } = one.mentee;
  await db().auditEvent.createMany({
    data: [
      { at: NOW, actor: "member", actorId: memberId, fact: "signed-in", subject: "member", subjectId: memberId },
      { at: NOW, actor: "system", fact: "changed", subject: "settings", data: { what: "topics" } },
    ],
  });
});

/** In a programme: two members, a proposal that is accepted, a condition, a rule, a coordinator and a letter. */
async function run(id: string): Promise<Run> {
  const [by, mentee, mentor] = [staff as Viewer, viewerOf(await insertMentee()), viewerOf(await insertMentor())];
  if (id !== SOCIETY_SCHEME) {
    await joining.join(mentee, id, "mentee", SENT_AT);
    await joining.join(mentor, id, "mentor", SENT_AT);
  }
  const programmeId = id === SOCIETY_SCHEME ? null : id;
  const sent = await proposals.send(mentee, mentor.memberId, { ...WORDS, programmeId }, SETTINGS, SENT_AT);
  const proposal = sent.ok ? sent.value : "";
  await proposals.accept({ ...mentor, activeRole: "mentor" }, proposal, 1, SETTINGS, onDay(1));
  await askCondition(by, onDay(40), { programmeId: id, role: "mentor" });
  const rule = { id: randomUUID(), programmeId: id, kind: "must", menteeFact: "region", mentorFact: "region" } as const;
  await rules.addRule(by, { ...rule, hours: "" }, NOW);
  await change(by, { memberId: (await insertMember()).id, programmeId: id, right: "coordinator" }, NOW);
  const letter = { id: randomUUID(), memberId: null, filters: "", subject: "News", words: `Dear {{name}}, news of ${id}` };
  const begun = await letters.begin(coordinatorOf(id), letter, NOW);
  const going = await letters.send(coordinatorOf(id), { id: begun.ok ? begun.value : "", seen: 1, at: null }, SETTINGS, NOW);
  if (!going.ok) throw new Error(going.reason);
  await attend((await letterSweepStep.findDue(NOW, null, 10)) as Parameters<typeof attend>[0], NOW);
  return { id, mentee, mentor, proposal };
}

const OF_SCHEME = ["accepted", "condition-made", "letter-sent-to-many", "made-coordinator", "matching-rule-added", "sent"];
const OF_PROGRAMME = [...OF_SCHEME, "joined-programme", "joined-programme", "programme-made", "programme-opened"];

describe("a coordinator", () => {
  test("reads what belongs to their programmes, and nothing of another", async () => {
    expect(await factsOf(coordinatorOf(one.id))).toEqual([...OF_PROGRAMME].sort());
    expect(await factsOf(coordinatorOf(two.id))).toEqual([...OF_PROGRAMME].sort());
    expect(await factsOf(coordinatorOf(one.id, two.id))).toEqual([...OF_PROGRAMME, ...OF_PROGRAMME].sort());
    expect(await factsOf(coordinatorOf(SOCIETY_SCHEME))).toEqual([...OF_SCHEME].sort());
    const known = JSON.stringify(await linesOf(coordinatorOf(one.id)), (_, value) => (typeof value === "bigint" ? 0 : value));
    for (const other of [two, scheme])
      for (const id of [other.id, other.mentee.memberId, other.mentor.memberId, other.proposal])
        expect(known).not.toContain(id);
    expect(await linesOf(staff as Viewer)).toHaveLength(OF_PROGRAMME.length * 2 + OF_SCHEME.length + 2);
  });

  test("filters it, by a person too, and finds nobody else by name or address", async () => {
    const viewer = coordinatorOf(one.id);
    expect(await factsOf(viewer, { fact: "accepted" })).toEqual(["accepted"]);
    expect(await factsOf(viewer, { id: one.mentee.memberId })).toEqual(["accepted", "joined-programme", "sent"]);
    expect(await factsOf(viewer, { id: one.proposal, as: "subject" })).toEqual(["accepted", "sent"]);
    for (const id of [two.mentee.memberId, two.proposal, two.id]) expect(await factsOf(viewer, { id })).toEqual([]);
    const reader = asReaderOfTrail(viewer);
    for (const asked of ["number", "email", "name"] as const) {
      expect(await findPeople(reader, one.mentee[asked]), asked).toHaveLength(1);
      expect(await findPeople(reader, two.mentee[asked]), asked).toEqual([]);
    }
  });

  test("takes it away as a file", async () => {
    const file = (await exportLines(asReaderOfTrail(coordinatorOf(one.id)), ALL, NOW)) ?? "";
    expect([file.includes(one.mentor.name), file.includes(two.mentor.name)]).toEqual([true, false]);
  });

  test("is led to the members of it alone, and to no page of staff", async () => {
    const viewer = coordinatorOf(one.id);
    const lines = await linesOf(viewer);
    const mayOpen = await findWhomToOpen(viewer, lines);
    const hrefs = lines.flatMap((line) => sayLine(line, mayOpen).flatMap(({ href }) => href ?? []));
    expect(hrefs).toContain(`/admin/members/${one.mentee.memberId}`);
    expect(hrefs).not.toContain(`/admin/members/${staff?.memberId}`);
    expect((await findWhomToOpen(staff as Viewer, lines))(staff?.memberId ?? "")).toBe(true);
  });
});

test("readers and members read nothing of it", async () => {
  const others = [
    withRights({ coordinates: [], reads: [one.id] }),
    withRights({ coordinates: [], reads: "all" }),
    outsider as Viewer,
  ];
  for (const viewer of others) {
    const reader = asReaderOfTrail(viewer);
    expect([await linesOf(viewer), await findPeople(reader, one.mentee.name)]).toEqual([[], []]);
    expect(await exportLines(reader, ALL, NOW)).toBeNull();
  }
  expect(await db().auditEvent.count({ where: { fact: "audit-exported", actorId: outsider?.memberId ?? "" } })).toBe(1);
});
