import { Link } from "@/components/ui/link";
import type { FoundMember } from "@/lib/staff/matching/pair/queries";

interface FoundProps {
  /** "Mentee" */
  role: string;
  typed: string;
  people: readonly FoundMember[];
  hrefOf: (id: string) => string;
}

/** Whom a name or a number may mean; nothing where it means one person. */
export function Found({ role, typed, people, hrefOf }: FoundProps) {
  if (typed === "" || people.length === 1) return null;
  if (people.length === 0)
    return (
      <p>
        {role}: nobody with a profile is called “<span className="wrap-anywhere">{typed}</span>”, or has that number.
      </p>
    );
  return (
    <nav aria-label={`${role}: whom do you mean?`} className="grid gap-2">
      <p>{role}: whom do you mean?</p>
      <ul className="grid gap-1">
        {people.map(({ id, name, number }) => (
          <li key={id}>
            <Link href={hrefOf(id)} className="inline-block py-1 wrap-anywhere">
              {name}, {number}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
