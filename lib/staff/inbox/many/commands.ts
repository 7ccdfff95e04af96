import { db } from "@/lib/foundation/db/client";
import { keyOf } from "@/lib/foundation/once";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import { scopeOf } from "@/lib/people/rights/rights";
import type { Settings } from "@/lib/society/settings/settings";
import { asStaffOf } from "@/lib/staff/coordinating/queries";
import { writeLetter } from "@/lib/staff/relationships/letters/commands";
import { fillNames } from "@/lib/staff/relationships/letters/prepared";
import { dismiss, putOff, takeUp } from "../commands";
import { readKey, subjectsOf } from "../kinds";
import { type Act, actsFor, type Deed, type Item, MOST_AT_ONCE } from "./act";
import { findChosen } from "./queries";

/** A form that names what was ticked, with a key of its own. */
interface Ticked {
  formId: string;
  items: readonly Item[];
}

/** Where an act happens: who does it, under which key, with the society's settings. */
interface Given {
  viewer: Viewer;
  actId: string;
  settings: Settings;
  now: Date;
}

/**
 * Staff do the same to several items of Today, one after the other, each by the command that does it to one. What is refused does not
 * stop the others, and is kept with its reason. The same form sent again finds what is done already; with other words it is another act.
 * Returns the key under which what became of each is found.
 */
export async function actOnMany(
  viewer: Viewer,
  { formId, items }: Ticked,
  deed: Deed,
  settings: Settings,
  now: Date,
): Promise<Result<string, "not-staff">> {
  if (viewer.staff === "none") return refuse("not-staff");
  const given = { viewer, actId: keyOf(formId, deed), settings, now };
  const isDone = await findDone(given.actId);
  const names = deed.act === "write" ? await namesByKey(items) : new Map<string, string[]>();
  for (const item of items.slice(0, MOST_AT_ONCE)) {
    if (isDone.has(item.key)) continue;
    const result = await actOn(given, item, deed, names.get(item.key) ?? []);
    await record(given, item.key, deed.act, result.ok ? "done" : result.reason);
  }
  return done(given.actId);
}

type Acted = Promise<{ ok: true } | { ok: false; reason: string }>;

async function actOn(given: Given, { key, seen }: Item, deed: Deed, names: readonly string[]): Acted {
  const { viewer, settings, now } = given;
  const known = readKey(key);
  if (!known || !actsFor(known.kind).includes(deed.act)) return refuse("not-found");
  if (deed.act === "put-off") return putOff(viewer, key, settings, now);
  if (deed.act === "dismiss") return dismiss(viewer, key, deed.reason, now);
  const id = known.subjectId ?? "";
  const [ofProposal = 0, ofRelationship = 0] = seen.split(".").map(Number);
  switch (deed.act) {
    case "remind":
      return proposals.remindByStaff(viewer, { id, seen: ofProposal }, settings, now);
    case "extend":
      return known.kind === "proposal-expiring"
        ? proposals.extend(viewer, { id, seen: ofProposal }, deed.amount, settings, now)
        : relationships.extendByStaff(viewer, { id, seen: ofRelationship }, deed.amount, settings, now);
    case "write": {
      const letter = { id, letterId: keyOf(given.actId, key), seen, to: "both", behalfOf: "society" } as const;
      const { subject, words } = deed;
      return writeLetter(viewer, { ...letter, ...fillNames({ subject, words }, names, settings) }, now);
    }
  }
}

/** Puts back on Today what this act has put aside, unless a colleague has put it aside since. Returns how many. */
export async function undoMany(viewer: Viewer, actId: string, now: Date): Promise<Result<number, "not-staff">> {
  if (scopeOf(viewer, "today") === null) return refuse("not-staff");
  const rows = await db().$queryRaw<{ key: string }[]>`
    SELECT a."key" FROM "today_acts" a
    JOIN "today_dismissals" d ON d."key" = a."key" AND d."byId" = a."byId" AND d."at" = a."at"
    WHERE a."actId" = ${actId}::uuid AND a."outcome" = 'done' AND a."act" IN ('put-off', 'dismiss') ORDER BY a."key"`;
  const ids = subjectsOf(rows.map(({ key }) => key));
  const staff = await asStaffOf(viewer, { area: "today", of: "inbox", ids });
  if (!staff) return refuse("not-staff");
  for (const { key } of rows) {
    await takeUp(staff, key, now);
    const data = { outcome: "undone" };
    await db().todayAct.update({ where: { actId_key: { actId, key } }, data, select: { key: true } });
  }
  return done(rows.length);
}

/** So long the page of an act can be opened; what was done stays in the audit trail. */
/** For the nightly job: deletes the lines of acts from before then. Returns how many. */
export async function forgetActs(before: Date): Promise<number> {
  return (await db().todayAct.deleteMany({ where: { at: { lt: before } } })).count;
}

async function findDone(actId: string): Promise<Set<string>> {
  const where = { actId, outcome: { in: ["done", "undone"] } };
  const rows = await db().todayAct.findMany({ where, select: { key: true } });
  return new Set(rows.map(({ key }) => key));
}

async function namesByKey(items: readonly Item[]): Promise<Map<string, string[]>> {
  return new Map(
    (
      await findChosen(
        "all",
        items.map(({ key }) => key),
      )
    ).map(({ key, names }) => [key, names]),
  );
}

/** Of the same form sent twice at once, one does it and the other is told that it changed: what is done stays done. */
async function record({ viewer, actId, now }: Given, key: string, act: Act, outcome: string): Promise<void> {
  const subjectId = readKey(key)?.subjectId ?? null;
  await db().$executeRaw`
    INSERT INTO "today_acts" AS a ("actId", "key", "subjectId", "act", "outcome", "byId", "at")
    VALUES (${actId}::uuid, ${key}, ${subjectId}::uuid, ${act}, ${outcome}, ${viewer.memberId}::uuid, ${now}::timestamptz)
    ON CONFLICT ("actId", "key") DO UPDATE SET "outcome" = excluded."outcome", "byId" = excluded."byId", "at" = excluded."at"
    WHERE a."outcome" NOT IN ('done', 'undone') AND excluded."outcome" = 'done'`;
}
