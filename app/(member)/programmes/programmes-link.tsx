import { Link } from "@/components/ui/link";

/** The way to the programmes, for Home and Edit Account of somebody to whom one is open. */
export function ProgrammesLink() {
  return (
    <p>
      <Link href="/programmes" className="inline-block py-1">
        Programmes that you can take part in
      </Link>
    </p>
  );
}
