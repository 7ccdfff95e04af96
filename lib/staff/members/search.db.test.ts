import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { readMailFilters } from "@/lib/notify/mailbox/input";
import { listMails } from "@/lib/notify/mailbox/queries";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import * as proposals from "@/lib/pairing/proposals/commands";
import { findPeople } from "@/lib/society/audit/queries";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { findPeopleOf } from "@/lib/staff/matching/people/queries";
import { listMembers } from "@/lib/staff/members/queries";
import { ProposalFilter, RelationshipFilter } from "@/lib/staff/relationships/input";
import { listProposals } from "@/lib/staff/relationships/proposals/queries";
import { listRelationships } from "@/lib/staff/relationships/queries";
import { listQueue } from "@/lib/staff/support/answering/queries";
import { ask } from "@/lib/staff/support/commands";
import { QueueInput } from "@/lib/staff/support/input";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { readFilters } from "./input";

// Whoever is typed is found in every list of staff, or in none: one way to look for people.

const NOW = onDay(3);
let staff: Viewer;
const runId = randomUUID();

beforeAll(async () => {
  staff = viewerOf(await insertMember({ staff: "admin" }));
  const mentee = await insertMentee({}, { name: "Łucja Wójcik-Żak", number: "734221", email: "Lucja.W@example.org" });
  const mentor = await insertMentor();
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, SETTINGS, SENT_AT);
  if (!sent.ok) throw new Error(sent.reason);
  await proposals.accept(viewerOf(mentor), sent.value, 1, SETTINGS, onDay(1));
  const run = { id: runId, programmeId: SOCIETY_SCHEME, startedById: staff.memberId, startedAt: NOW, status: "drafted" };
  await db().matchingRun.create({ data: run, select: { id: true } });
  const match = { runId, menteeId: mentee.id, mentorId: mentor.id, state: "draft", origin: "hand", place: 1, changedAt: NOW };
  await db().match.create({ data: { id: randomUUID(), ...match }, select: { id: true } });
  const request = { id: randomUUID(), category: "technical", subject: "Blank", words: "It is blank.", messages: [] } as const;
  await ask(viewerOf(mentee), { ...request, messages: [] }, [], NOW);
});

const LISTS: Record<string, (typed: string) => Promise<unknown[]>> = {
  Members: async (q) => (await listMembers(staff, readFilters({ q }), SETTINGS, NOW)).members,
  Proposals: async (who) => (await listProposals("all", ProposalFilter.parse({ who }), SETTINGS, NOW)).proposals,
  Relationships: async (who) =>
    (await listRelationships("all", RelationshipFilter.parse({ who }), SETTINGS, NOW)).relationships,
  "E-mails": async (who) => (await listMails(staff, readMailFilters({ who }, "UTC"), "UTC", null)).mails,
  Audit: async (who) => (await findPeople(staff, who)) as unknown[],
  Matching: async (who) => (await findPeopleOf(staff, runId, who)).people as string[],
  Support: async (reference) => (await listQueue(staff, QueueInput.parse({ reference }))).lines,
};

describe.each(Object.entries(LISTS))("%s", (_, list) => {
  test.each(["Wojcik", "WÓJCIK", "wójcik łuc", "lucja zak", "zak, wojcik", "734221", "lucja.w@EXAMPLE.org"])(
    "finds %s",
    async (typed) => {
      expect(await list(typed)).not.toEqual([]);
    },
  );
  test.each(["ojcik", "Wojcik Mei", "734222", "%", "'; --"])("does not find %s", async (typed) => {
    expect(await list(typed)).toEqual([]);
  });
});
