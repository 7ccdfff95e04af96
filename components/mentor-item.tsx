import type { MentorCard } from "@/lib/matching/mentor";
import { sayExperience, sayPlaces } from "@/lib/members/wording";
import { labelOf, labelsOf, type Settings } from "@/lib/settings/settings";
import { Reasons } from "./reasons";
import { LinkButton } from "./ui/link-button";
import { Portrait } from "./ui/portrait";

/** A mentor in the list: who, why they fit, what they do not cover, and the way to them. */
export function MentorItem({ mentor, settings }: { mentor: MentorCard; settings: Settings }) {
  const { memberId, name, headline, placesFree, capacity, reasons } = mentor;
  return (
    <article className="grid grid-cols-[auto_1fr] items-start gap-x-5 gap-y-4 border-b border-rule py-6 full:grid-cols-[auto_1fr_auto]">
      <Portrait of={mentor} />
      <div className="grid min-w-0 gap-1.5">
        <h3 className="prose-plain text-2xl">
          <a href={`/mentors/${memberId}`}>{name}</a>
        </h3>
        <p className="prose-plain text-soft">{headline}</p>
        <p className="text-soft">{backgroundOf(mentor, settings)}</p>
        {reasons.length > 0 ? (
          <Reasons reasons={reasons} />
        ) : (
          <p>Offers: {labelsOf(settings.topics, mentor.topics).join(", ")}</p>
        )}
      </div>
      <div className="col-span-2 grid gap-2 full:col-span-1 full:justify-items-end">
        <LinkButton href={`/mentors/${memberId}/proposal`} kind="quiet">
          Send proposal<span className="sr-only"> to {name}</span>
        </LinkButton>
        <p className="text-[0.92rem] text-soft">{sayPlaces(placesFree, capacity)}</p>
      </div>
    </article>
  );
}

/** "Public sector · North · 12 years of experience" */
function backgroundOf(mentor: Pick<MentorCard, "sector" | "region" | "yearsOfExperience">, settings: Settings): string {
  const { sectors, regions } = settings;
  return [labelOf(sectors, mentor.sector), labelOf(regions, mentor.region), sayExperience(mentor.yearsOfExperience)]
    .filter(Boolean)
    .join(" · ");
}
