import { capital } from "@/lib/foundation/wording";
import { type Ground, LEAST_CONTRAST, measure, nearestReadable } from "./contrast";
import { type ListRefusal, MOST_ENTRIES } from "./lists";
import type { ListName, Settings } from "./settings";

/** Why nothing was saved. */
export type SettingsRefusal = ListRefusal | "not-allowed" | "no-such-logo" | "busy";

export function sayRefusal(reason: SettingsRefusal): string {
  switch (reason) {
    case "unknown-entry":
      return "This entry no longer exists. Please open the list again.";
    case "named-already":
      return "Another entry in this list already has this name.";
    case "named-before":
      return "A retired entry in this list has this name. Bring that one back instead.";
    case "full":
      return `A list has room for ${MOST_ENTRIES} entries, retired ones included, and this one is full. Rename an entry instead.`;
    case "last-offered":
      return "This is the only entry left on offer. Add another one first.";
    case "not-allowed":
      return "Only an administrator can change the settings.";
    case "no-such-logo":
      return "This logo no longer exists. Please choose the file again.";
    case "busy":
      return "Several changes are being saved at the same moment. Please press the button again.";
  }
}

/** A colour that is too hard to read: by how much, where, and which shade would work. */
export function sayTooFaint(colour: string, ground: Ground): string {
  const { ratio, where } = measure(colour, ground);
  const nearest = nearestReadable(colour, ground);
  return `${colour} is too hard to read: its contrast ${where} is ${ratio} to 1, and at least ${LEAST_CONTRAST} to 1 is needed. The nearest shade that works is ${nearest}.`;
}

/** The name of a list, and who chooses from it. */
export function aboutList(list: ListName, { words }: Settings): { name: string; about: string } {
  const both = `${words.mentors} and ${words.mentees}`;
  switch (list) {
    case "topics":
      return {
        name: "Topics",
        about: `What ${words.mentees} want help with and ${words.mentors} offer. Reports are broken down by topic.`,
      };
    case "sectors":
      return { name: "Sectors", about: `Where ${both} work.` };
    case "regions":
      return { name: "Regions", about: `Where ${both} are.` };
    case "methods":
      return { name: "Ways to meet", about: `How ${both} like to meet.` };
    case "languages":
      return { name: "Languages", about: `The languages ${both} can talk in.` };
    case "careerStages":
      return { name: "Career stages", about: `How far ${words.mentees} are in their careers.` };
    case "rejectionReasons":
      return {
        name: "Reasons for rejecting a proposal",
        about: `${capital(words.mentors)} choose one when they reject a proposal. The ${words.mentee} reads it, and reports count it.`,
      };
  }
}

/** "in 3 profiles", "not in any profile"; a reason for rejecting is in a proposal. */
export function sayUse(list: ListName, count: number): string {
  const [one, several] = list === "rejectionReasons" ? ["proposal", "proposals"] : ["profile", "profiles"];
  if (count === 0) return `not in any ${one}`;
  return count === 1 ? `in 1 ${one}` : `in ${count.toLocaleString("en-GB")} ${several}`;
}

/** Overrides the message for a member's picture. */
export const LOGO_TOO_SMALL =
  "This picture is too small for a logo. Please choose one that is at least 40 pixels high and wide.";
