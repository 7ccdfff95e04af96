import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/foundation/viewer";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import * as conditions from "@/lib/pairing/readiness/conditions/commands";
import type { Description } from "@/lib/pairing/readiness/conditions/condition";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";

/** Staff ask something of everybody in a role; from the day on which they do it, unless it says otherwise. Returns its id. */
export async function askCondition(staff: Viewer, now: Date, values: Partial<Description> = {}): Promise<string> {
  const description: Description = {
    ...({ programmeId: SOCIETY_SCHEME, role: "mentor", kind: "approval" } as const),
    ...{ name: "Approval", text: "Staff look at everybody who would like to help." },
    ...{ resourceId: null, link: null, validMonths: null, countsAt: now },
    ...values,
  };
  const made = await conditions.create(staff, randomUUID(), description, DEFAULT_SETTINGS, now);
  if (!made.ok) throw new Error(`The condition was not made: ${made.reason}`);
  return made.value;
}
