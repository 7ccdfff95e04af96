import { Link } from "@/components/ui/link";

/** The way to the people who help, from a relationship: with it, the member can show them messages of their choice. */
export function TellTheSociety({ id }: { id: string }) {
  return (
    <p className="border-t border-rule pt-4 text-[0.92rem] text-soft">
      Something is not right? <Link href={`/support?relationship=${id}`}>Tell the society</Link>. We do not tell your partner.
    </p>
  );
}
