import { Link } from "@/components/ui/link";

/** The way to the blocked members, for Edit Account; nothing for somebody who has blocked nobody. */
export function BlockedLink({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p>
      <Link href="/account/blocked" className="py-1">
        Blocked members ({count})
      </Link>
    </p>
  );
}
