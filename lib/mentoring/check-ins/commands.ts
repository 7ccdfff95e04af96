import { Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { retry } from "@/lib/foundation/retry";
import type { Viewer } from "@/lib/foundation/viewer";
import { cancelAhead } from "@/lib/mentoring/meetings/sweep-step";
import { partOf } from "@/lib/pairing/relationships/access";
import * as relationships from "@/lib/pairing/relationships/commands";
import type { Settings } from "@/lib/society/settings/settings";
import type { Command, RefusalReason } from "./check-in";
import { decide } from "./decide";
import { selectCases } from "./load";
import type { Answer } from "./question";
import { save } from "./save";

export type CommandRefusal = RefusalReason | "not-found" | "changed-meanwhile";
type Answered = Promise<Result<null, CommandRefusal>>;
/** A mail's link names the member, who need not be signed in: so there is no viewer. */
type Member = Pick<Viewer, "memberId">;

export interface Said {
  id: string;
  round: number;
  answer: Answer;
}

/**
 * One of the two says how it goes. "We have met" is noted as their first conversation, and "It is not going ahead" ends the
 * relationship: both are the relationship's own commands, under which saying it again changes nothing.
 */
export async function answer(member: Member, { id, round, answer }: Said, settings: Settings, now: Date): Answered {
  const said = await act(member, id, { type: "answer", round, answer }, settings, now);
  // Said again, it finishes what an interruption may have left.
  if (!said.ok && said.reason !== "nothing-changed") return said;
  if (answer === "not-going") {
    const ended = await relationships.end(member, id, null, settings, now);
    if (!ended.ok && ended.reason !== "already-ended") return refuse("changed-meanwhile");
    await cancelAhead([id], now);
  }
  if (answer === "met") await relationships.holdFirstConversation(member, id, now, settings, now);
  return done(null);
}

/** Suggests a pause to the partner. */
export function askPause(member: Member, id: string, until: Date, settings: Settings, now: Date): Answered {
  return act(member, id, { type: "ask-pause", until }, settings, now);
}

/** A yes to the partner's suggestion, with the day that the member saw. */
export function agreePause(member: Member, id: string, until: Date, settings: Settings, now: Date): Answered {
  return act(member, id, { type: "agree-pause", until }, settings, now);
}

/** A no to a suggestion, the end of one's own, or of the pause itself. */
export function dropPause(member: Member, id: string, settings: Settings, now: Date): Answered {
  return act(member, id, { type: "drop-pause" }, settings, now);
}

/** Load, allow, decide, save. A relationship that the member may not see is `not-found`, and so is any to a member who may not sign in. */
async function act(member: Member, id: string, command: Command, settings: Settings, now: Date): Answered {
  if (!isId(id)) return refuse("not-found");
  const result = await retry<Awaited<Answered>>(
    async () => {
      const isTheirs = Prisma.sql`c."relationshipId" = ${id}::uuid AND ${maySignIn(member.memberId)}`;
      const [one] = await selectCases(isTheirs, Prisma.sql`c."relationshipId"`);
      const kind = one && partOf(member, one);
      if (!one || !kind) return refuse("not-found");
      const decided = decide(one, { kind, memberId: member.memberId }, command, settings, now);
      if (!decided.ok) return decided;
      return (await save([decided], now)).length > 0 ? done(null) : null;
    },
    { pauseMs: 20 },
  );
  return result ?? refuse("changed-meanwhile");
}

/** A mail's link outlives a suspension, so the account is asked each time. */
function maySignIn(memberId: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM "members" me WHERE me."id" = ${memberId}::uuid AND me."status" = 'active' AND me."standing" = 'current')`;
}
