import type { Viewer } from "@/lib/foundation/viewer";
import { PEOPLE, type Person } from "../people";
import { idOf } from "../story/ids";

const BY_ID = new Map(PEOPLE.map((person) => [idOf("member", person.number), person]));

/** Somebody of the society, by the id of their account. */
export function personWith(memberId: string): Person {
  const person = BY_ID.get(memberId);
  if (!person) throw new Error(`nobody has the account ${memberId}`);
  return person;
}

/** Somebody as the product's commands know them. */
export function viewerFor(memberId: string, timeZone: string): Viewer {
  const { name, email, number, mentor, mentee, staff } = personWith(memberId);
  const roles = { isMentor: mentor !== null, isMentee: mentee !== null, activeRole: null };
  return { memberId, name, email, number, ...roles, staff, timeZone, picture: null, isAvailable: true };
}

/** Stops the seeding when a command refuses: the society would differ from one start to the next. */
export async function mustBeDone(what: string, doing: Promise<{ ok: boolean; reason?: unknown }>): Promise<void> {
  const result = await doing;
  if (!result.ok) throw new Error(`the demonstration could not ${what}: ${String(result.reason)}`);
}
