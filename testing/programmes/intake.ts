import { randomUUID } from "node:crypto";
import { addDays } from "@/lib/foundation/dates";
import type { Viewer } from "@/lib/foundation/viewer";
import * as programmes from "@/lib/pairing/programmes/commands";
import { type Description, NOTHING_OF_ITS_OWN } from "@/lib/pairing/programmes/programme";

const ZONE = "Europe/London";

/** A programme that is always open and decides nothing itself. */
export const SCHEME: Description = {
  name: "Returners",
  forWhom: "Members who come back to practice.",
  time: "always",
  finding: "members",
  needsApproval: false,
  opensAt: null,
  joinUntil: null,
  matchingAt: null,
  startsAt: null,
  endsAt: null,
  own: NOTHING_OF_ITS_OWN,
};

/** An intake whose dates come ten days after each other, the first one ten days after `now`. */
export function intakeFrom(now: Date): Description {
  const after = (days: number) => addDays(now, days, ZONE);
  return {
    ...SCHEME,
    name: "Newly qualified 2027",
    forWhom: "Members in their first three years of practice.",
    time: "intake",
    opensAt: after(10),
    joinUntil: after(20),
    matchingAt: after(30),
    startsAt: after(40),
    endsAt: after(50),
  };
}

/** Staff make it and open it. Returns its id. */
export async function openProgramme(staff: Viewer, now: Date, values: Partial<Description> = {}): Promise<string> {
  const made = await programmes.create(staff, randomUUID(), { ...SCHEME, ...values }, now);
  if (!made.ok) throw new Error(`The programme was not made: ${made.reason}`);
  const opened = await programmes.move(staff, { id: made.value, seen: 1 }, "open", now);
  if (!opened.ok) throw new Error(`The programme was not opened: ${opened.reason}`);
  return made.value;
}
