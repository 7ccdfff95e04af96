import type { Matter } from "@/lib/people/auth/news";
import { definitionOf, type Notices, needs } from "./define";
import type { Notice, NoticeData } from "./notice";

interface Unopened {
  kind: string;
  data: NoticeData;
  matter: Matter;
}

/**
 * Whether what a notice says has been dealt with, or is no longer so: then it is not new any more, though nobody has opened it. What
 * only tells something is new until its reader has seen it, or the page that it leads to.
 */
export function isSettled(notices: Notices, { kind, data, matter }: Unopened, now: Date): boolean {
  const definition = definitionOf(notices, kind);
  if (!definition) return false;
  const { proposal, meeting } = matter;
  const since = {
    data,
    proposal,
    meeting: meeting && { isCancelled: meeting.status === "cancelled", startsAt: meeting.startsAt },
  };
  return (definition.overtaken?.(since, now) ?? null) !== null || (definition.settled?.({ ...matter, data }, now) ?? false);
}

/**
 * Of these, the ones that lead to this page: whoever opens the page has seen what they tell. What concerns the safety of an account
 * stands on no page, so it stays new until somebody opens it; what tells of messages is read when they are.
 */
export function leadingTo<One extends Pick<Notice, "kind" | "proposalId"> & { data: object }>(
  notices: Notices,
  news: readonly One[],
  address: string | null,
): One[] {
  const page = pathOf(address ?? "");
  return news.filter(({ kind, proposalId, data }) => {
    const definition = definitionOf(notices, kind);
    if (!definition || definition.group === "security" || needs(notices, kind, "unread")) return false;
    return pathOf(definition.leadsTo({ proposalId, data })) === page;
  });
}

function pathOf(address: string): string {
  return address.replace(/[?#].*$/, "");
}
