import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import * as proposals from "./commands";

/** Does `work` while a transaction holds the proposal's row, as a sweep does; "still trying" when it has not given up in time. */
async function whileHeld<Value>(id: string, work: () => Promise<Value>): Promise<Value | "still trying"> {
  return db().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT "id" FROM "proposals" WHERE "id" = ${id}::uuid FOR UPDATE`;
      return Promise.race([work(), setTimeout(10_000, "still trying" as const)]);
    },
    { timeout: 60_000, maxWait: 60_000 },
  );
}

test("a command gives up in words while a sweep holds an overdue proposal, and works once it is free", async () => {
  const [mentee, mentor] = [await insertMentee(), await insertMentor()];
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, SENT_AT);
  const id = sent.ok ? sent.value : "";
  const reopen = () => proposals.reopen(viewerOf(mentor), id, DEFAULT_SETTINGS, onDay(21));
  expect(await whileHeld(id, reopen)).toEqual({ ok: false, reason: "busy" });
  expect((await reopen()).ok).toBe(true);
}, 60_000);
