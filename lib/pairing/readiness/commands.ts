import { randomUUID } from "node:crypto";
import { addDays, dayOf } from "@/lib/foundation/dates";
import { Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { addressForm } from "@/lib/foundation/identifier";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { retry } from "@/lib/foundation/retry";
import { seal } from "@/lib/foundation/sealing/seal-and-open";
import type { Tick } from "@/lib/foundation/ticks";
import type { Viewer } from "@/lib/foundation/viewer";
import type { AnswerLink } from "@/lib/notify/notices/answer-link";
import type { Settings } from "@/lib/society/settings/settings";
import { decide } from "./decide";
import { ANSWER_DAYS, type Command, type Decision, type Item, type RefusalReason } from "./item";
import { type Loaded, loadItemOf, loadItems, loadItemsById } from "./load";
import { findOwnAddress, findPerson, findRefereeItem } from "./queries";
import { type RefereeChange, save } from "./save";

export type ReadinessRefusal =
  | RefusalReason
  | "not-found"
  | "not-staff"
  | "changed-meanwhile"
  | "busy"
  | "own-address"
  | "already-named"
  | "already-answered";

type Done = Promise<Result<null, ReadinessRefusal>>;

/** The member accepts the wording of a declaration that they have read. */
export function accept(viewer: Viewer, conditionId: string, seenText: number, now: Date): Done {
  return act(viewer, conditionId, now, (actor) => ({ type: "accept", actor, seenText }));
}

/** They say that they have read or watched the training to the end. */
export function complete(viewer: Viewer, conditionId: string, { society: { timeZone } }: Settings, now: Date): Done {
  return act(viewer, conditionId, now, (actor) => ({ type: "complete", actor, timeZone }));
}

/** They name somebody who can recommend them, who gets a mail with a link. `refereeId` is made with the form: sent twice it asks once. */
export async function askReferee(
  viewer: Viewer,
  conditionId: string,
  { refereeId, name, email }: { refereeId: string; name: string; email: string },
  settings: Settings,
  now: Date,
): Done {
  const own = await findOwnAddress(viewer.memberId);
  if (own && addressForm(own) === addressForm(email)) return refuse("own-address");
  const before = await findPerson(refereeId);
  if (before) return before.name === name && before.email === email ? done(null) : refuse("already-named");
  const answerUntil = addDays(now, ANSWER_DAYS, settings.society.timeZone);
  const person = seal("readiness_referees.person", refereeId, JSON.stringify({ name, email }));
  return act(
    viewer,
    conditionId,
    now,
    (actor) => ({ type: "ask-referee", actor, answerUntil }),
    ({ id, memberId }, condition) => ({
      ...{ type: "ask", id: refereeId, itemId: id, memberId, person, conditionId, condition, expiresAt: answerUntil },
    }),
  );
}

/** One of their own commands, decided again while somebody else is quicker. */
async function act(
  { memberId }: Viewer,
  conditionId: string,
  now: Date,
  toCommand: (actor: { kind: "member"; memberId: string }) => Command,
  toReferee?: (item: Item, condition: string) => RefereeChange,
): Done {
  if (!isId(conditionId)) return refuse("not-found");
  const outcome = await retry<Result<null, ReadinessRefusal>>(async () => {
    const loaded = await loadItemOf(memberId, conditionId);
    if (!loaded?.circumstances.isAsked) return refuse("not-found");
    const decided = decide(loaded.item, toCommand({ kind: "member", memberId }), loaded.circumstances, now);
    if (!decided.ok) return decided.reason === "already-met" ? done(null) : decided;
    const referee = toReferee?.(decided.item, loaded.circumstances.condition.name) ?? null;
    return (await save([decided], now, referee)).length > 0 ? done(null) : null;
  });
  return outcome ?? refuse("busy");
}

/** The answer of whoever has the link in the mail. It counts once, and only of the referee who was named last. */
export async function answer(
  link: Pick<AnswerLink, "memberId" | "subjectId">,
  { isYes, words }: { isYes: boolean; words: string },
  now: Date,
): Done {
  const found = await findRefereeItem(link.subjectId);
  if (!found || found.memberId !== link.memberId) return refuse("not-found");
  if (found.answer !== null) return refuse("already-answered");
  const [loaded] = found.isLast ? await loadItemsById([found.itemId]) : [];
  if (!loaded) return refuse("not-waiting");
  const decided = decide(loaded.item, { type: "answer", actor: { kind: "referee" }, isYes }, loaded.circumstances, now);
  if (!decided.ok) return decided;
  const sealed = words === "" ? null : seal("readiness_referees.words", link.subjectId, words);
  const change = { id: link.subjectId, itemId: found.itemId, answer: isYes ? "yes" : "no", words: sealed } as const;
  const saved = await save([decided], now, { type: "answer", ...change });
  return saved.length > 0 ? done(null) : refuse("busy");
}

/** What staff do to those whom they have ticked. */
export type StaffAct =
  | { type: "approve" | "remind" }
  | { type: "record-check"; expiresAt: Date | null; note: string }
  | { type: "refuse"; words: string };

/** What came of it: how many it was done for, and why it was not for the others. */
export interface ActOutcome {
  done: number;
  left: number;
  because: ReadinessRefusal | null;
}

/**
 * Staff approve, record a check, refuse or remind, several at once. Those whom it does not fit, whose row has changed since staff saw it, or
 * who are staff themselves are left as they are.
 */
export async function actOnItems(
  { staff, memberId }: Viewer,
  which: readonly Tick[],
  wanted: StaffAct,
  settings: Settings,
  now: Date,
): Promise<Result<ActOutcome, ReadinessRefusal>> {
  if (staff === "none") return refuse("not-staff");
  const seen = new Map(which.map((one) => [one.id, one.seen]));
  const reasons: ReadinessRefusal[] = [];
  const decisions = (await loadItemsById([...seen.keys()])).flatMap(({ item, circumstances }: Loaded): Decision[] => {
    const isAsSeen = item.version === seen.get(item.id);
    const command = toStaffCommand(item, wanted, { kind: "staff", memberId }, settings, now);
    const decided = isAsSeen && circumstances.isAsked ? decide(item, command, circumstances, now) : null;
    if (decided?.ok) return [decided];
    reasons.push(decided?.reason ?? "changed-meanwhile");
    return [];
  });
  const saved = await save(decisions, now);
  const because = reasons[0] ?? "changed-meanwhile";
  if (saved.length === 0) return refuse(because);
  const left = seen.size - saved.length;
  return done({ done: saved.length, left, because: left > 0 ? because : null });
}

function toStaffCommand(
  { id }: Item,
  wanted: StaffAct,
  actor: { kind: "staff"; memberId: string },
  settings: Settings,
  now: Date,
): Command {
  switch (wanted.type) {
    case "approve":
      return { type: "approve", actor, timeZone: settings.society.timeZone };
    case "remind":
      return { type: "remind", actor, day: dayOf(now, settings.society.timeZone) };
    case "record-check": {
      const note = wanted.note === "" ? null : seal("readiness_items.note", id, wanted.note);
      return { type: "record-check", actor, expiresAt: wanted.expiresAt, note };
    }
    case "refuse":
      return { type: "refuse", actor, words: wanted.words === "" ? null : seal("readiness_items.words", id, wanted.words) };
  }
}

const SWEEP = { kind: "sweep" } as const;

/** For the sweep: what is due of these items is done. Returns how many. */
export async function doDue(
  loaded: readonly Loaded[],
  toType: (item: Item) => "count" | "warn" | "expire" | "no-answer" | null,
  now: Date,
) {
  const decisions = loaded.flatMap(({ item, circumstances }): Decision[] => {
    const type = toType(item);
    const decided = type && decide(item, { type, actor: SWEEP }, circumstances, now);
    return decided?.ok ? [decided] : [];
  });
  return (await save(decisions, now)).length;
}

/**
 * For a condition that is new, or has other words or another time to expire: these members are asked. Members for whom it is so already are left
 * alone.
 */
export async function askMembers(
  condition: Loaded["circumstances"]["condition"],
  members: readonly { memberId: string; isAsked: boolean }[],
  programme: string | null,
  timeZone: string,
  now: Date,
): Promise<number> {
  const ids = members.map(({ memberId }) => memberId);
  const there = await loadItems(Prisma.sql`i."conditionId" = ${condition.id}::uuid AND i."memberId" = ANY(${ids}::uuid[])`);
  const known = new Map(there.map((loaded) => [loaded.item.memberId, loaded]));
  const decisions = members.flatMap(({ memberId, isAsked }): Decision[] => {
    const found = known.get(memberId);
    const given = found?.circumstances ?? { condition, isAsked, named: 0, programme };
    const decided = found
      ? decide(found.item, { type: "renew", actor: SWEEP, timeZone }, given, now)
      : decide(null, { type: "ask", actor: SWEEP, id: randomUUID(), memberId }, given, now);
    return decided.ok ? [decided] : [];
  });
  return (await save(decisions, now)).length;
}
