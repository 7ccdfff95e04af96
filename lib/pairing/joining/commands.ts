import { isId } from "@/lib/foundation/id";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { retry } from "@/lib/foundation/retry";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import { decide } from "./decide";
import type { Command, Decision, RefusalReason } from "./joining";
import { type Loaded, loadJoinings, type Who } from "./load";
import { save } from "./save";

export type JoiningRefusal = RefusalReason | "not-found" | "not-staff" | "changed-meanwhile" | "busy";

/** The viewer joins a programme in one of their roles; where staff approve everybody, they apply. */
export function join(
  viewer: Viewer,
  programmeId: string,
  role: Role,
  now: Date,
): Promise<Result<"joined" | "applied", JoiningRefusal>> {
  return act(viewer, programmeId, role, "join", now, ({ joining }) => (joining.status === "applied" ? "applied" : "joined"));
}

/** They leave it, or take back their application. What they have agreed with others stays. */
export function leave(viewer: Viewer, programmeId: string, role: Role, now: Date): Promise<Result<null, JoiningRefusal>> {
  return act(viewer, programmeId, role, "leave", now, () => null);
}

/** A mentor takes at most so many mentees at once in this programme; null: as many as in all. */
export async function limit(
  viewer: Viewer,
  programmeId: string,
  places: number | null,
  now: Date,
): Promise<Result<null, JoiningRefusal>> {
  const limited = await act(viewer, programmeId, "mentor", "limit", now, () => null, places);
  return !limited.ok && limited.reason === "nothing-changed" ? done(null) : limited;
}

/** One of their own commands, decided again while somebody else is quicker. */
async function act<Value>(
  { memberId }: Viewer,
  programmeId: string,
  role: Role,
  type: "join" | "leave" | "limit",
  now: Date,
  toValue: (decision: Decision) => Value,
  places: number | null = null,
): Promise<Result<Value, JoiningRefusal>> {
  if (!isId(programmeId)) return refuse("not-found");
  const actor = { kind: "member", memberId } as const;
  const command: Command = type === "limit" ? { type, actor, places } : { type, actor };
  const outcome = await retry<Result<Value, JoiningRefusal>>(async () => {
    const [loaded] = await loadJoinings(programmeId, [{ memberId, role }], now);
    if (!loaded) return refuse("not-found");
    const decided = decide(loaded.joining, command, loaded.circumstances, now);
    if (!decided.ok) return decided;
    return (await save([decided])) > 0 ? done(toValue(decided)) : null;
  });
  return outcome ?? refuse("busy");
}

/** Those of a list that staff ticked, each with the version that they saw. */
export interface Seen extends Who {
  seen: number;
}

/** Staff take members into a programme, or do not. What was changed since they saw it is left alone. Returns how many. */
export async function answer(
  { staff, memberId }: Viewer,
  type: "approve" | "decline",
  programmeId: string,
  which: readonly Seen[],
  now: Date,
): Promise<Result<number, "not-staff" | "changed-meanwhile">> {
  if (staff === "none") return refuse("not-staff");
  const actor = { kind: "staff", memberId } as const;
  const loaded = await loadJoinings(programmeId, which, now);
  const decisions = loaded.flatMap((one, i): Decision[] => {
    if (!one || !isAsSeen(one, which[i]?.seen)) return [];
    const decided = decide(one.joining, { type, actor }, one.circumstances, now);
    return decided.ok ? [decided] : [];
  });
  const count = decisions.length === 0 ? 0 : await save(decisions);
  return count === 0 ? refuse("changed-meanwhile") : done(count);
}

function isAsSeen({ joining }: Loaded, seen: number | undefined): boolean {
  return joining?.version === seen;
}
