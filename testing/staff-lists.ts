import type { Viewer } from "@/lib/foundation/viewer";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { readFilters } from "@/lib/staff/members/input";
import { listMembers } from "@/lib/staff/members/queries";
import { ProposalFilter, RelationshipFilter } from "@/lib/staff/relationships/input";
import { listProposals } from "@/lib/staff/relationships/proposals/queries";
import { listRelationships } from "@/lib/staff/relationships/queries";

/** How many the list has to which a number leads, page after page. */
export async function countAt(viewer: Viewer, lead: string, now: Date): Promise<number> {
  const { pathname, searchParams } = new URL(lead, "http://localhost");
  const asked = Object.fromEntries(searchParams);
  const look = async (after: string | null) => {
    if (pathname === "/admin/members") {
      const { members, next } = await listMembers(viewer, { ...readFilters(asked), after }, DEFAULT_SETTINGS, now);
      return { count: members.length, next };
    }
    const page = { ...asked, ...(after ? { after } : {}) };
    if (pathname === "/admin/proposals") {
      const { proposals, next } = await listProposals("all", ProposalFilter.parse(page), DEFAULT_SETTINGS, now);
      return { count: proposals.length, next };
    }
    const { relationships, next } = await listRelationships("all", RelationshipFilter.parse(page), DEFAULT_SETTINGS, now);
    return { count: relationships.length, next };
  };
  let all = 0;
  for (let after: string | null = null; ; ) {
    const { count, next }: { count: number; next: string | null } = await look(after);
    all += count;
    if (next === null) return all;
    after = next;
  }
}
