import { Link } from "@/components/ui/link";
import type { Viewer } from "@/lib/foundation/viewer";
import { listOffered } from "@/lib/pairing/joining/queries";

/** The way to the programmes, for Home and Edit Account; nothing where there is nothing to choose. */
export async function ProgrammesLink({ viewer, now }: { viewer: Viewer; now: Date }) {
  if ((await listOffered(viewer, now)).length === 0) return null;
  return (
    <p>
      <Link href="/programmes" className="inline-block py-1">
        Programmes that you can take part in
      </Link>
    </p>
  );
}
