import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { findProposal } from "@/lib/pairing/proposals/queries";
import { end } from "@/lib/pairing/relationships/commands";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { insertPartners } from "@/testing/partners";
import { insertMentee, type TestMember, viewerOf } from "@/testing/people";
import { onDay } from "@/testing/proposals/examples";
import { showAddress } from "./commands";

let id: string;
let mentee: TestMember;
let mentor: TestMember;

/** What each of the two sees of the other's address, on the dashboard and on Details. */
async function seen(now: Date) {
  const found = [];
  for (const who of [mentee, mentor]) {
    const relationship = await findRelationship(viewerOf(who), id, now);
    const proposal = await findProposal(viewerOf(who), id, SETTINGS, now);
    expect(proposal?.partner.email).toBe(relationship?.partner.email);
    found.push(relationship?.partner.email ?? null);
  }
  return found;
}

beforeEach(async () => {
  ({ id, mentee, mentor } = await insertPartners());
});

test("while it goes on both see it; afterwards only what its owner lets be seen", async () => {
  expect(await seen(onDay(2))).toEqual([mentor.email, mentee.email]);
  await end(viewerOf(mentee), id, null, SETTINGS, onDay(2));
  expect(await seen(onDay(3))).toEqual([null, null]);
  await showAddress(viewerOf(mentor), id, true, onDay(3));
  await showAddress(viewerOf(mentor), id, true, onDay(3));
  expect(await seen(onDay(3))).toEqual([mentor.email, null]);
  await showAddress(viewerOf(mentee), id, true, onDay(3));
  await showAddress(viewerOf(mentor), id, false, onDay(3));
  expect(await seen(onDay(3))).toEqual([null, mentee.email]);
});

test("the agreed end counts, swept or not", async () => {
  expect(await seen(onDay(370))).toEqual([null, null]);
});

test("an account that is deleted or suspended shows none, whatever was said", async () => {
  await end(viewerOf(mentee), id, null, SETTINGS, onDay(2));
  for (const who of [mentee, mentor]) await showAddress(viewerOf(who), id, true, onDay(3));
  for (const status of ["deleted", "suspended"]) {
    await db().member.update({ where: { id: mentor.id }, data: { status } });
    expect((await findRelationship(viewerOf(mentee), id, onDay(3)))?.partner.email, status).toBeNull();
  }
});

test("it is nobody else's to say", async () => {
  const other = await insertMentee();
  expect(await showAddress(viewerOf(other), id, true, onDay(2))).toEqual({ ok: false, reason: "not-found" });
});
