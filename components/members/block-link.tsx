import { Link } from "@/components/ui/link";

/** The way to block somebody, from a page about them. */
export function BlockLink({ memberId, name }: { memberId: string; name: string }) {
  return (
    <p className="text-[0.92rem] text-soft">
      Do you want nothing more from {name}? <Link href={`/block/${memberId}`}>Block them</Link>. We do not tell them.
    </p>
  );
}
