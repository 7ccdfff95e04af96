import { readKeyCursor } from "@/lib/foundation/cursor";
import { addDays, startOfDay } from "@/lib/foundation/dates";
import { cleanLine } from "@/lib/foundation/typed-text";
import { FACTS } from "./phrases";
import type { AuditFilter, Place } from "./queries";
import { ACTORS } from "./wording";

/** The filters in the address of the audit page. Invalid ones are ignored. */
export interface AskedLines {
  who: string;
  as: AuditFilter["as"];
  actor: AuditFilter["actor"];
  fact: string | null;
  /** Days, both included. */
  from: string | null;
  to: string | null;
  after: Place | null;
}

export function readAsked(asked: Record<string, string | string[] | undefined>, timeZone: string): AskedLines {
  const text = (name: string) => (typeof asked[name] === "string" ? cleanLine(asked[name]).slice(0, 200) : "");
  const day = (name: string) => (/^[12]\d{3}-/.test(text(name)) && startOfDay(text(name), timeZone) ? text(name) : null);
  const [as, actor, fact] = [text("as"), text("actor"), text("fact")];
  return {
    // No name has a NUL, and the database takes none.
    who: text("who").replaceAll("\0", ""),
    as: as === "actor" || as === "subject" ? as : "either",
    actor: Object.hasOwn(ACTORS, actor) ? (actor as AuditFilter["actor"]) : null,
    fact: Object.hasOwn(FACTS, fact) ? fact : null,
    from: day("from"),
    to: day("to"),
    after: readPlace(text("after")),
  };
}

/** What is asked for as a filter, of this person or of everybody. */
export function toFilter({ as, actor, fact, from, to }: AskedLines, id: string | null, timeZone: string): AuditFilter {
  const last = to === null ? null : startOfDay(to, timeZone);
  const first = from === null ? null : startOfDay(from, timeZone);
  return { id, as, actor, fact, from: first, to: last && addDays(last, 1, timeZone) };
}

/** What is asked for as an address again, but for where the page begins. */
export function toQuery({ who, as, actor, fact, from, to }: AskedLines): URLSearchParams {
  const query = new URLSearchParams();
  const values = { who, as: as === "either" ? "" : as, actor, fact, from, to };
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  return query;
}

/** Where a page ends, for the address. */
export function writePlace({ at, id }: Place): string {
  return `${at.toISOString()}_${id}`;
}

function readPlace(text: string): Place | null {
  const cursor = readKeyCursor(text);
  return cursor && /^\d{1,18}$/.test(cursor.key) ? { at: cursor.at, id: BigInt(cursor.key) } : null;
}
