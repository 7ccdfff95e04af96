import { db } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { retry } from "@/lib/foundation/retry";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import type { Answer } from "@/lib/people/profile-questions/answers";
import { savedAnswers } from "@/lib/people/profile-questions/answers-sql";
import { decide } from "./decide";
import type { Command, Decision, RefusalReason } from "./joining";
import { type Loaded, loadJoinings, type Who } from "./load";
import { save } from "./save";

export type JoiningRefusal = RefusalReason | "not-found" | "not-staff" | "changed-meanwhile" | "busy";

/**
 * The viewer joins a programme in one of their roles, with their answers to what it asks; where staff approve everybody, they apply.
 */
export function join(
  viewer: Viewer,
  programmeId: string,
  role: Role,
  now: Date,
  answers: readonly Answer[] = [],
): Promise<Result<"joined" | "applied", JoiningRefusal>> {
  const toValue = ({ joining }: Decision) => (joining.status === "applied" ? "applied" : "joined");
  return act(viewer, programmeId, role, { type: "join", answers }, now, toValue);
}

/** Other answers of somebody who has joined or applied. */
export async function saveAnswers(
  { memberId }: Viewer,
  programmeId: string,
  role: Role,
  answers: readonly Answer[],
  now: Date,
): Promise<Result<null, JoiningRefusal>> {
  if (!isId(programmeId)) return refuse("not-found");
  const [found] = await db().$queryRaw<{ count: number }[]>`
    WITH saved AS MATERIALIZED (
      SELECT j."memberId" FROM "programme_members" j JOIN "programmes" p ON p."id" = j."programmeId"
      WHERE j."programmeId" = ${programmeId}::uuid AND j."memberId" = ${memberId}::uuid AND j."role" = ${role}
        AND j."status" IN ('joined', 'applied') AND p."status" NOT IN ('draft', 'archived')
    ), ${savedAnswers(memberId, role, answers, now, programmeId)}
    SELECT count(*)::integer AS "count" FROM saved`;
  return (found?.count ?? 0) > 0 ? done(null) : refuse("not-in");
}

/** They leave it, or take back their application. What they have agreed with others stays. */
export function leave(viewer: Viewer, programmeId: string, role: Role, now: Date): Promise<Result<null, JoiningRefusal>> {
  return act(viewer, programmeId, role, { type: "leave" }, now, () => null);
}

/** A mentor takes at most so many mentees at once in this programme; null: as many as in all. */
export async function limit(
  viewer: Viewer,
  programmeId: string,
  places: number | null,
  now: Date,
): Promise<Result<null, JoiningRefusal>> {
  const limited = await act(viewer, programmeId, "mentor", { type: "limit", places }, now, () => null);
  return !limited.ok && limited.reason === "nothing-changed" ? done(null) : limited;
}

type Own =
  | { type: "join"; answers: readonly Answer[] }
  | { type: "leave" }
  /** Null: as many as in all. */
  | { type: "limit"; places: number | null };

/** One of their own commands, decided again while somebody else is quicker. */
async function act<Value>(
  { memberId }: Viewer,
  programmeId: string,
  role: Role,
  own: Own,
  now: Date,
  toValue: (decision: Decision) => Value,
): Promise<Result<Value, JoiningRefusal>> {
  if (!isId(programmeId)) return refuse("not-found");
  const actor = { kind: "member", memberId } as const;
  const { type } = own;
  const command: Command = type === "limit" ? { type, actor, places: own.places } : { type, actor };
  const answered = type === "join" ? savedAnswers(memberId, role, own.answers, now, programmeId) : null;
  const outcome = await retry<Result<Value, JoiningRefusal>>(async () => {
    const [loaded] = await loadJoinings(programmeId, [{ memberId, role }], now);
    if (!loaded) return refuse("not-found");
    const decided = decide(loaded.joining, command, loaded.circumstances, now);
    if (!decided.ok) return decided;
    return (await save([decided], answered)) > 0 ? done(toValue(decided)) : null;
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
