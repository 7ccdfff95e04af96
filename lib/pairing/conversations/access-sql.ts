import { Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";

/** The id of the conversation in question, by that id or by the id of a relationship of the same two. */
export function conversationOf(id: string): Prisma.Sql {
  return Prisma.sql`coalesce(conversation_of(${id}::uuid), ${id}::uuid)`;
}

/** A join: `pair` has "menteeId" and "mentorId", and `conversation` is what these two have written to each other. */
export function isConversationOf(conversation: string, pair: string): Prisma.Sql {
  return Prisma.raw(
    `${conversation}."lowerId" = least(${pair}."menteeId", ${pair}."mentorId") AND ${conversation}."higherId" = greatest(${pair}."menteeId", ${pair}."mentorId")`,
  );
}

/**
 * The condition under which a conversation, and every word in it, exists for somebody: they are one of the two who write it. For
 * statements that call the conversation `c`.
 */
export function isOneOfTheTwo({ memberId }: Pick<Viewer, "memberId">): Prisma.Sql {
  return Prisma.sql`${memberId}::uuid IN (c."lowerId", c."higherId")`;
}
