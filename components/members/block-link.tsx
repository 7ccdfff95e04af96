/** The way to block somebody, from a page about them. */
export function BlockLink({ memberId, name }: { memberId: string; name: string }) {
  return (
    <p className="text-[0.92rem] text-soft">
      Do you want nothing more from {name}? <a href={`/block/${memberId}`}>Block them</a>. We do not tell them.
    </p>
  );
}
