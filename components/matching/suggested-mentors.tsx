import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Portrait } from "@/components/ui/portrait";
import { withField } from "@/lib/foundation/destination";
import type { SuggestedMentor } from "@/lib/pairing/matching/mentor";
import { Reasons } from "./reasons";

interface SuggestedMentorsProps {
  mentors: readonly SuggestedMentor[];
  /** The proposal whose words the next one begins with. */
  from?: string | null;
  /** In which they are suggested; null: the society's own scheme. */
  programmeId?: string | null;
}

/** Whom to ask instead and why; after a proposal each with a link to the form, which is filled in already. */
export function SuggestedMentors({ mentors, from, programmeId = null }: SuggestedMentorsProps) {
  const inProgramme = (path: string) => withField(path, "programme", programmeId);
  return (
    <ul className="grid gap-5">
      {mentors.map((mentor) => (
        <li key={mentor.memberId} className="grid max-w-none grid-cols-[auto_1fr] items-start gap-x-4 gap-y-2">
          <Portrait of={mentor} />
          <div className="grid min-w-0 gap-1.5">
            <h3 className="prose-plain">
              <Link href={inProgramme(`/mentors/${mentor.memberId}`)}>{mentor.name}</Link>
            </h3>
            <p className="prose-plain text-soft">{mentor.headline}</p>
            <Reasons reasons={mentor.reasons.filter(({ isFor }) => isFor)} />
            {from && (
              <p>
                <LinkButton href={inProgramme(`/mentors/${mentor.memberId}/proposal?from=${from}`)} kind="quiet">
                  Send the same proposal<span className="sr-only"> to {mentor.name}</span>
                </LinkButton>
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
