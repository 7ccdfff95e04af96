import { NOTICES } from "@/lib/entrypoints/notices";
import { definitionOf } from "@/lib/notify/notices/define";

/** Everything that anybody may be told. */
export const NOTICE_KINDS = Object.keys(NOTICES) as (keyof typeof NOTICES)[];

/** Whether it is the mentor who is told; of what either may be told, it is. */
export function isForMentor(kind: string): boolean {
  return definitionOf(NOTICES, kind)?.to !== "mentee";
}

/** Whether it concerns a member alone, and names nobody: it does not lead to a relationship, and is no alert about a mentor. */
export function isAlone(kind: keyof typeof NOTICES): boolean {
  return (
    NOTICES[kind].group !== "alerts" && !NOTICES[kind].leadsTo({ proposalId: "an-id", data: {} }).startsWith("/relationships")
  );
}
