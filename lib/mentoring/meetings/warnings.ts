import { localOf } from "@/lib/foundation/dates";
import type { Period, Warning } from "./meeting";

/** The hours at which people can usually be reached, in their own time zone. */
const EARLIEST = "07:00";
const LATEST = "21:00";

interface Situation {
  /** Whether the clock shows that time twice, and the first of the two is meant. */
  isTwice: boolean;
  /** Whether they have another meeting at that time. */
  isViewerBusy: boolean;
  isPartnerBusy: boolean;
  /** IANA name. */
  partnerTimeZone: string;
  agreedUntil: Date;
}

/** Reasons against a time that do not forbid it, in the order of the list. */
export function findWarnings(period: Period, situation: Situation): Warning[] {
  const warnings: Warning[] = [];
  if (situation.isTwice) warnings.push("hour-twice");
  if (situation.isViewerBusy) warnings.push("you-are-busy");
  if (situation.isPartnerBusy) warnings.push("partner-is-busy");
  if (isUnreasonable(period, situation.partnerTimeZone)) warnings.push("partner-hour");
  if (period.startsAt >= situation.agreedUntil) warnings.push("after-the-end");
  return warnings;
}

/** Starts before 07:00, ends after 21:00, or runs past midnight where that person lives. */
export function isUnreasonable({ startsAt, endsAt }: Period, timeZone: string): boolean {
  const [startDay = "", start = ""] = localOf(startsAt, timeZone).split("T");
  const [endDay = "", end = ""] = localOf(endsAt, timeZone).split("T");
  return start < EARLIEST || end > LATEST || startDay !== endDay;
}
