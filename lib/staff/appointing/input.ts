import { numberForm } from "@/lib/foundation/identifier";
import { cleanLine } from "@/lib/foundation/typed-text";
import { type NamedRight, RIGHTS as RIGHTS_FOR_PROGRAMMES } from "@/lib/staff/coordinating/coordinating";
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

/** `npm run staff -- 100006 coordinator "Returners"`, or `reader`, with a programme or for the whole society; null: something else. */
export interface ProgrammeOrder {
  number: string;
  right: NamedRight;
  /** Its name or its id, as it was typed; null: the whole society. */
  programme: string | null;
}

export function readProgrammeOrder(words: readonly string[]): ProgrammeOrder | { problem: string } | null {
  const [typed = "", what, ...rest] = words;
  const right = RIGHTS_FOR_PROGRAMMES.find((one) => one === what);
  if (!right) return null;
  const number = numberForm(typed);
  const programme = cleanLine(rest.join(" ")) || null;
  if (!number || number.length > LONGEST_NUMBER || (right === "coordinator" && programme === null)) {
    return { problem: 'Give a membership number and a programme: npm run staff -- 100006 coordinator "Returners"' };
  }
  return { number, right, programme };
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
