import { Link } from "@/components/ui/link";
import { listOffered } from "@/lib/pairing/joining/queries";
import { readRequest } from "@/lib/people/auth/session";

/** The way to the programmes, for Home and Edit Account; nothing where there is nothing to choose. */
export async function ProgrammesLink() {
  const { viewer, now, hasProgrammes } = await readRequest();
  if (!viewer || !hasProgrammes || (await listOffered(viewer, now)).length === 0) return null;
  return (
    <p>
      <Link href="/programmes" className="inline-block py-1">
        Programmes that you can take part in
      </Link>
    </p>
  );
}
