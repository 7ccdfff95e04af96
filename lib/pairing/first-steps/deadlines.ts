import { addDays } from "@/lib/foundation/dates";
import type { Settings } from "@/lib/society/settings/settings";
import type { Beginner, Reminder } from "./first-steps";

/** Who waits for approval or has chosen no role is looked at once a day for so long, and then left alone. */
const WAITED_FOR_DAYS = 30;
/** A reminder that could not go out for longer than this is out of place, and is left out. */
const LATEST_DAYS = 7;

type Rules = Pick<Settings, "proposals" | "society">;

/** The reminder that is due now; of several only the newest. Null for most. */
export function dueReminder(one: Beginner, settings: Rules, now: Date): Reminder | null {
  if (!one.isActive || !one.hasRole) return null;
  const due = listReminders(one, settings).findLast(({ at }) => at <= now);
  return due && addDays(due.at, LATEST_DAYS, settings.society.timeZone) > now ? due : null;
}

/** When to look again; null once there is nothing left to say. A new profile makes it due again. */
export function nextDue(one: Beginner, settings: Rules, now: Date): Date | null {
  const { timeZone } = settings.society;
  if (!one.isActive || !one.hasRole) {
    const tomorrow = addDays(now, 1, timeZone);
    return tomorrow < addDays(one.registeredAt, WAITED_FOR_DAYS, timeZone) ? tomorrow : null;
  }
  return listReminders(one, settings).find(({ at }) => at > now)?.at ?? null;
}

/** What is still to be said if nothing changes, in order. */
function listReminders(one: Beginner, { proposals, society: { timeZone } }: Rules): Reminder[] {
  const { remindProfileOnDay, remindFirstProposalOnDays } = proposals;
  const at = (from: Date, kind: Reminder["kind"], days: readonly number[], said: number | null) =>
    days
      .map((day) => ({ kind, day, at: addDays(from, day, timeZone) }))
      .filter((reminder) => reminder.day > (said ?? 0) && reminder.at > one.countsFrom);
  if (!one.hasProfile) {
    return at(one.registeredAt, "profile-missing", remindProfileOnDay > 0 ? [remindProfileOnDay] : [], one.profileDay);
  }
  if (!one.isMentee || one.hasAsked || !one.profiledAt) return [];
  return at(one.profiledAt, "first-proposal", remindFirstProposalOnDays, one.proposalDay);
}
