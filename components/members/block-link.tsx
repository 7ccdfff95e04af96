import { Link } from "@/components/ui/link";

/** The way to block somebody, from a page about them. */
export function BlockLink({ memberId, name }: { memberId: string; name: string }) {
  return (
    <p className="text-[0.92rem] text-soft">
      Would you rather not hear from {name} again? <Link href={`/block/${memberId}`}>Block them</Link>. We do not tell them.
    </p>
  );
}
