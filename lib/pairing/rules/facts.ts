import { todaysZone } from "@/lib/foundation/time-zones";

/**
 * What two texts have in common when they are the same for a rule: small letters without accents, spaces and punctuation. As
 * `plain_words` of the database says it.
 */
export function keyOf(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/gu, "")
    .toLowerCase()
    .replace(/[øłđðıßæœþ]/gu, (letter) => UNDIVIDED[letter] ?? letter)
    .replace(/[\s\p{Cc}!-/:-@[-`{-~\u2010-\u2015\u2018-\u201f·«»]/gu, "");
}

const UNDIVIDED: Record<string, string> = { ø: "o", ł: "l", đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th" };

/** Minutes before or after UTC, on a day of winter and one of summer. */
export type Offsets = readonly [january: number, july: number];

/** A rule does not depend on the day on which it is asked, so zones are compared on two days of one year. */
const DAYS = [Date.UTC(2026, 0, 15, 12), Date.UTC(2026, 6, 15, 12)] as const;

let known: Readonly<Record<string, Offsets>> | null = null;

/** Every zone that a member can choose, by today's name. */
export function zoneOffsets(): Readonly<Record<string, Offsets>> {
  known ??= Object.fromEntries(
    [...new Set([...Intl.supportedValuesOf("timeZone").map(todaysZone), "UTC"])].map((zone) => [zone, offsetsOf(zone)]),
  );
  return known;
}

/** How far apart the clocks of two zones are at most in the course of a year, in minutes; null where one is not known. */
export function minutesApart(one: string, other: string): number | null {
  const [a, b] = [zoneOffsets()[one], zoneOffsets()[other]];
  if (!a || !b) return null;
  // Two clocks are never more than half a day apart, whatever the date says.
  const apart = DAYS.map((_, i) => Math.abs((a[i] ?? 0) - (b[i] ?? 0))).map((minutes) => Math.min(minutes, 24 * 60 - minutes));
  return Math.max(...apart);
}

function offsetsOf(timeZone: string): Offsets {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "longOffset" });
  const [january, july] = DAYS.map((day) => {
    const name = format.formatToParts(day).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
    const [, sign, hours = "0", minutes = "0"] = /^GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
    return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  });
  return [january ?? 0, july ?? 0];
}
