import { numberForm } from "@/lib/foundation/identifier";
import type { Staff } from "@/lib/staff/members/directory";
import type { Order } from "./appointment";

const LONGEST_NUMBER = 100;
const RIGHTS: readonly string[] = ["none", "staff", "admin"] satisfies Staff[];

/** `npm run staff -- 100006 without-second-step`: the number; null when the words ask for something else. */
export function readSecondStepOrder(words: readonly string[]): string | null {
  const [typed = "", what, ...rest] = words;
  const number = numberForm(typed);
  return what === "without-second-step" && number && rest.length === 0 ? number.slice(0, LONGEST_NUMBER) : null;
}

/** The words after `npm run staff --`, or a sentence on what is wrong with them. */
export function readOrder(words: readonly string[]): Order | { problem: string } {
  const [typed = "", staff = "", ...rest] = words;
  const number = numberForm(typed);
  if (!number || !staff || rest.length > 0) {
    return { problem: "Give a membership number and one of staff, admin and none: npm run staff -- 100006 admin" };
  }
  if (!RIGHTS.includes(staff)) return { problem: `The rights should be staff, admin or none, not “${staff}”.` };
  if (typed.includes("@")) return { problem: "Give the membership number, not the e-mail address." };
  if (number.length > LONGEST_NUMBER) return { problem: "No membership number is that long." };
  return { number, staff: staff as Staff };
}
