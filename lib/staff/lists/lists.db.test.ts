import { expect, test } from "vitest";
import type { Csv } from "@/lib/foundation/csv";
import { db } from "@/lib/foundation/db/client";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertPartners } from "@/testing/partners";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { downloadList } from "./commands";
import { LISTS, type ListName } from "./list";

const NOW = onDay(5);

async function download(name: ListName, asked: Record<string, string> = {}): Promise<string[]> {
  const file = await downloadList(viewerOf(await insertMember({ staff: "staff" })), name, asked, DEFAULT_SETTINGS, NOW);
  return file ? linesOf(file.pieces) : [];
}

async function linesOf(pieces: AsyncGenerator<Csv>): Promise<string[]> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text.replace("\ufeff", "").trimEnd().split("\r\n");
}

test("to members none of the lists exists, and nothing is recorded", async () => {
  const mentor = viewerOf(await insertMentor());
  for (const name of LISTS) expect(await downloadList(mentor, name, {}, DEFAULT_SETTINGS, NOW)).toBeNull();
  expect(await db().auditEvent.count({ where: { actorId: mentor.memberId, fact: "list-downloaded" } })).toBe(0);
});

test("members are in the file whom the page would show under its filters; a name that is a formula is text", async () => {
  const evil = await insertMentee({}, { name: "=HYPERLINK(1)" });
  const mentor = await insertMentor({}, { name: "Owen Rees" });
  const lines = await download("members", { role: "mentee" });
  expect(lines[0]).toBe("Name,Membership number,E-mail address,Mentor,Mentee,Account,Membership,Staff,Joined on");
  expect(lines.find((line) => line.includes(evil.number))).toMatch(/^'=HYPERLINK\(1\),/);
  expect(lines.some((line) => line.includes(mentor.number))).toBe(false);
});

test("a file has every line of a list that is longer than what is read at a time, each once", async () => {
  await db().$executeRaw`
    INSERT INTO "members" ("id", "issuer", "subject", "number", "name", "email", "createdAt")
    SELECT gen_random_uuid(), 'https://lists.example', 'L' || n, 'L' || n, 'Long List ' || n, 'l' || n || '@example.org', ${NOW}::timestamptz
    FROM generate_series(1, 2100) n`;
  const lines = await download("members", { role: "none" });
  const numbers = lines.flatMap((line) => /,(L\d+),/.exec(line)?.[1] ?? []);
  expect(new Set(numbers).size).toBe(2100);
  expect(numbers).toHaveLength(2100);
});

test("proposals, relationships and meetings are told by dates and states, and never by words", async () => {
  const [mentee, mentor] = [await insertMentee(), await insertMentor()];
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, SENT_AT);
  expect(sent.ok).toBe(true);
  const partners = await insertPartners();
  const startsAt = onDay(2);
  await db().$executeRaw`
    INSERT INTO "meetings" ("id", "relationshipId", "organiserId", "status", "answer", "startsAt", "endsAt", "method", "words",
      "sendsDetails", "createdAt", "movedAt")
    VALUES (gen_random_uuid(), ${partners.id}::uuid, ${partners.mentee.id}::uuid, 'held', 'accepted', ${startsAt}::timestamptz,
      ${startsAt}::timestamptz + interval '45 minutes', 1, NULL, false, ${startsAt}::timestamptz, ${startsAt}::timestamptz)`;
  const rows = {
    proposals: (await download("proposals")).filter((line) => line.includes(mentee.number)),
    relationships: (await download("relationships")).filter((line) => line.includes(partners.mentee.number)),
    meetings: (await download("meetings")).filter((line) => line.includes(partners.mentee.number)),
    mentors: (await download("mentors")).filter((line) => line.includes(mentor.number)),
  };
  expect(rows.proposals).toEqual([expect.stringContaining("Waiting for a reply")]);
  expect(rows.relationships).toHaveLength(1);
  expect(rows.meetings).toEqual([expect.stringMatching(/,45,.*,Held$/)]);
  expect(rows.mentors).toEqual([expect.stringContaining(`${mentor.number},1,0,1,1,yes,`)]);
  const all = Object.values(rows).flat().join("\n");
  for (const words of Object.values(WORDS)) if (typeof words === "string") expect(all).not.toContain(words);
  expect((await download("meetings", { from: "2031-01-01" })).filter((line) => line.includes(partners.mentee.number))).toEqual(
    [],
  );
});

test("the trail says which list was taken, by whom and under which filters, but not whom they searched for", async () => {
  const staff = viewerOf(await insertMember({ staff: "staff" }));
  await downloadList(staff, "members", { q: "Amina", role: "mentor", nonsense: "x" }, DEFAULT_SETTINGS, NOW);
  const [line] = await db().auditEvent.findMany({ where: { actorId: staff.memberId }, select: { fact: true, data: true } });
  expect(line).toEqual({ fact: "list-downloaded", data: { of: "members", role: "mentor", search: "yes" } });
});
