import { Link } from "@/components/ui/link";
import type { Viewer } from "@/lib/foundation/viewer";
import { countBlocked } from "@/lib/pairing/blocks/queries";

/** The way to the blocked members, for Edit Account; nothing for somebody who has blocked nobody. */
export async function BlockedLink({ viewer }: { viewer: Viewer }) {
  const count = await countBlocked(viewer);
  if (count === 0) return null;
  return (
    <p>
      <Link href="/account/blocked" className="py-1">
        Blocked members ({count})
      </Link>
    </p>
  );
}
