import { dayOf } from "@/lib/foundation/dates";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Notice } from "@/lib/notify/notices/notice";
import type { Fact } from "@/lib/society/audit/fact";
import type { RelationshipView } from "./queries";

/**
 * What follows when one of the two has worked on a tool: a line in the audit trail, and a quiet notice for the partner, at
 * most one a day of each kind however much is done. No words of theirs. `timeZone` is the society's, whose days count.
 */
export function newsOf<Kind extends string>(
  { memberId }: Pick<Viewer, "memberId">,
  { id, viewerIs, partner }: Pick<RelationshipView, "id" | "viewerIs" | "partner">,
  kind: Kind,
  fact: string,
  timeZone: string,
  now: Date,
): { facts: Fact[]; notices: Notice<Kind>[] } {
  return {
    facts: [{ at: now, actor: "member", actorId: memberId, fact, subject: "relationship", subjectId: id, data: {} }],
    notices: [
      {
        key: `relationship:${id}:${kind}:${dayOf(now, timeZone)}:${partner.memberId}`,
        to: partner.memberId,
        role: viewerIs === "mentee" ? "mentor" : "mentee",
        kind,
        proposalId: id,
        aboutId: memberId,
        data: {},
      },
    ],
  };
}
