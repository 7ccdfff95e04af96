import { sayDateTime } from "@/lib/foundation/dates";
import { capital } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { supportLink } from "@/lib/society/settings/support-link";

export type ErasureRefusal = "not-staff" | "not-found" | "admin-only" | "last-admin";

/** Why nothing was erased, for the member of staff who asked for it. */
export function sayErasureRefusal(reason: ErasureRefusal): string {
  switch (reason) {
    case "not-staff":
      return "Only staff of the society can erase somebody.";
    case "not-found":
      return "There is no such member.";
    case "admin-only":
      return "Only an administrator can erase somebody who works for the society here.";
    case "last-admin":
      return "This is the last administrator. Make somebody else one first.";
  }
}

interface ReadmeSetting {
  settings: Settings;
  timeZone: string;
  now: Date;
}

/** The README of the download: what is in it, what is not, and whom to ask. */
export function readme(
  contents: readonly { name: string; holds: string }[],
  { settings, timeZone, now }: ReadmeSetting,
): string {
  const { society, support } = settings;
  const width = Math.max(...contents.map(({ name }) => name.length));
  const help =
    supportLink(settings) && [support.email, support.phone, society.websiteUrl].filter((one) => one !== null).join(", ");
  return [
    `Your data on ${society.product}, ${society.name}`,
    `As of ${sayDateTime(now, now, timeZone)}, ${timeZone}`,
    "",
    "These are plain text files, which any editor opens. Times are in your time zone, with its offset",
    "from UTC: 2026-06-01T10:00:00+01:00 is ten in the morning in London.",
    "",
    ...contents.map(({ name, holds }) => `${name.padEnd(width)}  ${holds}`),
    "",
    "About other people there is only what the two of you share: the text of proposals and answers, and",
    "your partner's name as you see it. Your password, the keys to your account and the product's",
    "technical notes are not included, nor is the text of the e-mails, which you already have.",
    "",
    `If something is wrong or missing, ask ${help || "the society"}.`,
    "",
  ].join("\r\n");
}

/** A label of the record with the society's own words for mentor and mentee. */
export function inTheirWords(label: string, { words }: Settings): string {
  return label.replace(/\b(mentor|mentee)\b/gi, (found) => {
    const word = words[found.toLowerCase() as "mentor" | "mentee"];
    return found.startsWith("M") ? capital(word) : word;
  });
}

/** `my-data-100001-2026-11-21.zip` */
export function archiveName(number: string, day: string): string {
  return `my-data-${number.replace(/[^A-Za-z0-9-]+/g, "-")}-${day}.zip`;
}
