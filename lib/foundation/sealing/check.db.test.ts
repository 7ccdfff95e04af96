import { expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { insertMember } from "@/testing/people";
import { checkSeals } from "./check";
import { encrypt } from "./cipher";
import { placeOf } from "./places";
import type { KeyRing } from "./words-keys";

const other: KeyRing = { current: "tests", keys: new Map([["tests", Buffer.alloc(32, 8)]]) };
const unknown: KeyRing = { current: "older", keys: new Map([["older", Buffer.alloc(32, 7)]]) };

async function keepFeed(ring: KeyRing) {
  const { id } = await insertMember();
  const token = encrypt(ring, placeOf("calendar_feeds.token", [id]), "secret");
  const values = { memberId: id, hash: `hash of ${id}`, token };
  await db().$executeRaw`INSERT INTO "calendar_feeds" ("memberId", "tokenHash", "token", "createdAt")
    VALUES (${values.memberId}::uuid, ${values.hash}, ${values.token}, ${new Date("2026-03-02T10:00:00Z")})`;
}

test("nothing sealed, nothing to open", async () => {
  expect(await checkSeals()).toEqual([]);
});

test("a key by its name, and one whose name alone is the same", async () => {
  await keepFeed(env().wordsKeys);
  await keepFeed(env().wordsKeys);
  await keepFeed(unknown);
  expect(await checkSeals()).toEqual([
    { column: "calendar_feeds.token", key: "older", texts: 1, opens: false },
    { column: "calendar_feeds.token", key: "tests", texts: 2, opens: true },
  ]);
  await db().calendarFeed.deleteMany();
  await keepFeed(other);
  expect(await checkSeals()).toEqual([{ column: "calendar_feeds.token", key: "tests", texts: 1, opens: false }]);
});
