import { Link } from "@/components/ui/link";
import type { SuggestedMentor } from "@/lib/pairing/matching/mentor";
import { Reasons } from "./reasons";

interface SuggestedMentorsProps {
  heading: string;
  mentors: readonly SuggestedMentor[];
}

/** Mentors to ask instead, each with what speaks for them. */
export function SuggestedMentors({ heading, mentors }: SuggestedMentorsProps) {
  if (mentors.length === 0) return null;
  return (
    <section aria-labelledby="suggested" className="grid gap-4">
      <h2 id="suggested">{heading}</h2>
      <ul className="grid gap-5">
        {mentors.map(({ memberId, name, headline, reasons }) => (
          <li key={memberId} className="grid max-w-none gap-1 border-t border-rule pt-4">
            <h3 className="prose-plain">
              <Link href={`/mentors/${memberId}`}>{name}</Link>
            </h3>
            <p className="prose-plain text-soft">{headline}</p>
            <Reasons reasons={reasons.filter(({ isFor }) => isFor)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
