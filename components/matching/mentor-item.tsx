import { type Asked, mayAsk, type Possible } from "@/lib/pairing/asking/asking";
import { sayAsked } from "@/lib/pairing/asking/wording";
import type { MentorCard } from "@/lib/pairing/matching/mentor";
import { sayExperience, sayPlaces, sayReplies, sayWaiting } from "@/lib/people/members/wording";
import { labelOf, labelsOf, type Settings } from "@/lib/society/settings/settings";
import { MentorView } from "./mentor-view";

interface MentorItemProps {
  mentor: MentorCard;
  /** What is between the viewer and them already. */
  asked: Asked | null;
  /** What the viewer can do now, whoever it is. */
  possible: Possible;
  isSaved: boolean;
  /** In which the viewer looks; null: the society's own scheme. */
  programmeId: string | null;
  settings: Settings;
}

/** A mentor in the list: who, why they fit, what they do not cover, and the way to them. */
export function MentorItem({ mentor, asked, possible, isSaved, programmeId, settings }: MentorItemProps) {
  const { memberId, name, picture, headline, placesFree, capacity, reasons } = mentor;
  return (
    <MentorView
      {...{ memberId, name, picture, headline, reasons }}
      background={backgroundOf(mentor, settings)}
      offers={reasons.length > 0 ? "" : labelsOf(settings.topics, mentor.topics).join(", ")}
      standing={[sayPlaces(placesFree, capacity), sayWaiting(mentor.waiting), sayReplies(mentor)]}
      asked={asked && sayAsked(asked, settings)}
      mayAsk={mayAsk(possible, asked)}
      isSaved={isSaved}
      programme={programmeId}
    />
  );
}

/** "Public sector · North · 12 years of experience" */
function backgroundOf(mentor: Pick<MentorCard, "sector" | "region" | "yearsOfExperience">, settings: Settings): string {
  const { sectors, regions } = settings;
  return [labelOf(sectors, mentor.sector), labelOf(regions, mentor.region), sayExperience(mentor.yearsOfExperience)]
    .filter(Boolean)
    .join(" · ");
}
