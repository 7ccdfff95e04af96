import { Link } from "@/components/ui/link";
import type { Viewer } from "@/lib/foundation/viewer";
import { AVOIDED_HEADING } from "@/lib/pairing/avoided/wording";

/** The way to the viewer's private list, for Edit Account; nothing for somebody who takes no part. */
export function AvoidedLink({ viewer }: { viewer: Viewer }) {
  if (!viewer.isMentor && !viewer.isMentee) return null;
  return (
    <p>
      <Link href="/account/avoided" className="py-1">
        {AVOIDED_HEADING}
      </Link>
    </p>
  );
}
