import { isDeepStrictEqual } from "node:util";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { dueMove } from "./deadlines";
import { decide } from "./decide";
import { loadProgramme } from "./load";
import type { Actor, Command, Description, Move, Programme, RefusalReason } from "./programme";
import { save } from "./save";

export type ProgrammeRefusal = RefusalReason | "not-staff" | "changed-meanwhile";
type Saved = Promise<Result<string, ProgrammeRefusal>>;

/** The programme, and the version of it that staff saw. */
export interface Seen {
  id: string;
  seen: number;
}

/** A new programme, as a draft that only staff see. The same form sent twice makes one; refuses other words under its id. Returns its id. */
export async function create(viewer: Viewer, id: string, description: Description, now: Date): Saved {
  return make(viewer, null, id, (actor) => ({ type: "create", actor, id, description }), now);
}

/** Another one like it, as a draft: of an intake with its dates a year later. Returns its id. */
export async function copy(viewer: Viewer, { id }: Seen, copyId: string, timeZone: string, now: Date): Saved {
  const found = await loadProgramme(id);
  if (!found) return refuse("not-there");
  return make(viewer, found, copyId, (actor) => ({ type: "copy", actor, id: copyId, timeZone }), now);
}

export async function edit(viewer: Viewer, which: Seen, description: Description, now: Date): Saved {
  return change(viewer, which, (actor) => ({ type: "edit", actor, description }), now);
}

/** Opens, closes, archives it and so on. */
export async function move(viewer: Viewer, which: Seen, type: Move, now: Date): Saved {
  return change(viewer, which, (actor) => ({ type, actor }), now);
}

async function make(
  { staff, memberId }: Viewer,
  from: Programme | null,
  id: string,
  toCommand: (actor: Actor) => Command,
  now: Date,
): Saved {
  if (staff === "none") return refuse("not-staff");
  const decided = decide(from, toCommand({ kind: "staff", memberId }), now);
  if (!decided.ok) return decided;
  if ((await save([decided])).length > 0 || from !== null) return done(id);
  // The same form was sent before: with the same words it is done, and other words are not thrown away.
  const there = await loadProgramme(id);
  return there && saysTheSame(there, decided.programme) ? done(id) : refuse("already-there");
}

function saysTheSame(one: Programme, other: Programme): boolean {
  const said = ({ name, forWhom, time, finding, needsApproval, own, ...rest }: Programme) => {
    const { opensAt, joinUntil, matchingAt, startsAt, endsAt } = rest;
    return { name, forWhom, time, finding, needsApproval, own, opensAt, joinUntil, matchingAt, startsAt, endsAt };
  };
  return isDeepStrictEqual(said(one), said(other));
}

async function change({ staff, memberId }: Viewer, { id, seen }: Seen, toCommand: (actor: Actor) => Command, now: Date): Saved {
  if (staff === "none") return refuse("not-staff");
  const found = await loadProgramme(id);
  if (!found) return refuse("not-there");
  if (found.version !== seen) return refuse("changed-meanwhile");
  // The date decides: what is due has happened before anybody presses a button.
  const due = dueMove(found, now);
  const turned = due && decide(found, { type: due, actor: { kind: "sweep" } }, now);
  const current = turned?.ok ? turned.programme : found;
  const decided = decide(current, toCommand({ kind: "staff", memberId }), now);
  if (!decided.ok) return decided.reason === "nothing-changed" ? done(id) : decided;
  if (turned?.ok) await save([turned]);
  return (await save([decided])).length > 0 ? done(id) : refuse("changed-meanwhile");
}
