import { expect, test } from "vitest";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { PAGE_SIZE } from "./conditions";
import { ProposalFilter, RelationshipFilter } from "./input";
import { findProposalRecord, listProposals } from "./proposals/queries";
import { findRelationshipRecord, listRelationships } from "./queries";

const SETTINGS = DEFAULT_SETTINGS;
const NOW = onDay(10);
const list = async (asked: object) => (await listProposals("all", ProposalFilter.parse(asked), SETTINGS, NOW)).proposals;
const ids = (lines: { id: string }[]) => lines.map(({ id }) => id);

test("both lists, their filters and their pages, and never a word of anybody's", async () => {
  const mentor = await insertMentor({ capacity: 20 }, { name: "Zoë O’Neill-Marsh" });
  const sent: string[] = [];
  for (let i = 0; i < PAGE_SIZE + 2; i++) {
    const words = { ...WORDS, objectives: "secretwords", topics: i === 0 ? [6] : [1] };
    const one = await proposals.send(
      viewerOf(await insertMentee()),
      mentor.id,
      words,
      SETTINGS,
      new Date(SENT_AT.getTime() + i),
    );
    if (!one.ok) throw new Error(one.reason);
    sent.unshift(one.value);
  }
  const oldest = sent.at(-1) ?? "";
  await proposals.accept(viewerOf(mentor), oldest, 1, SETTINGS, onDay(1));
  const [rejected = ""] = sent;
  await proposals.reject(viewerOf(mentor), rejected, { reason: "secretwords" }, SETTINGS, onDay(1));

  const first = await listProposals("all", ProposalFilter.parse({ who: "marsh zo" }), SETTINGS, NOW);
  expect(ids(first.proposals)).toEqual(sent.slice(0, PAGE_SIZE));
  const after = first.next ?? "";
  const second = await listProposals("all", ProposalFilter.parse({ who: mentor.number, after }), SETTINGS, NOW);
  expect([ids(second.proposals), second.next]).toEqual([sent.slice(PAGE_SIZE), null]);
  expect(ids(await list({ state: "rejected" }))).toEqual([rejected]);
  expect(ids(await list({ topic: "6" }))).toEqual([oldest]);
  expect(await list({ state: "sent", age: "newer-7" })).toEqual([]);
  expect(await list({ state: "sent", age: "older-7" })).toHaveLength(PAGE_SIZE);
  expect(await list({ who: "nobody at all" })).toEqual([]);
  expect(await list({ who: "'; --" })).toEqual([]);
  // What makes no sense asks for nothing.
  expect(await list({ state: "odd", age: "x", topic: "x", after: "x" })).toHaveLength(PAGE_SIZE);
  // Past its deadline it waits no more, swept or not.
  expect((await listProposals("all", ProposalFilter.parse({ state: "sent" }), SETTINGS, onDay(30))).proposals).toEqual([]);

  const related = await listRelationships(
    "all",
    RelationshipFilter.parse({ state: "open", topic: "6", who: "marsh" }),
    SETTINGS,
    NOW,
  );
  expect(related.relationships).toMatchObject([
    { id: oldest, meetingsHeld: 0, lastHeldAt: null, nextMeetingAt: null, topics: [6] },
  ]);
  expect((await listRelationships("all", RelationshipFilter.parse({ state: "staff" }), SETTINGS, NOW)).relationships).toEqual(
    [],
  );

  const staff = viewerOf(await insertMember({ staff: "staff" }));
  const records = [
    await findProposalRecord("all", rejected),
    await findProposalRecord("all", oldest),
    await findRelationshipRecord(staff, oldest, SETTINGS, NOW),
    first,
    related,
  ];
  expect(records.every((one) => one !== null)).toBe(true);
  expect(JSON.stringify(records)).not.toMatch(/secretwords|Preparation, and honesty|An hour every/);
  expect(records[2]).toMatchObject({ lastMessage: "never", contracts: [], letters: [], isOwn: false });
  expect([await findProposalRecord("all", "x"), await findRelationshipRecord(staff, "x", SETTINGS, NOW)]).toEqual([null, null]);
});
