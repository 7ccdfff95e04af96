import { Facts } from "@/components/ui/facts";
import type { MenteeProfile, MentorProfile } from "@/lib/people/members/member";
import { sayExperience, sayReplies } from "@/lib/people/members/wording";
import { labelOf, labelsOf, type Settings } from "@/lib/society/settings/settings";

type Shown<Profile> = Omit<Profile, "memberId" | "isAvailable" | "capacity" | "takesNoQuestions">;

/** The short facts of a mentor's profile, as mentees see them. */
export function MentorFacts({ profile, settings }: { profile: Shown<MentorProfile>; settings: Settings }) {
  return (
    <Facts
      facts={[
        ["Topics", labelsOf(settings.topics, profile.topics).join("; ")],
        ["Experience", sayExperience(profile.yearsOfExperience)],
        ...sharedFacts(profile, settings),
        ["Replies", sayReplies(profile)],
      ]}
    />
  );
}

/** The short facts of a mentee's profile, as the mentors they write to see them. */
export function MenteeFacts({ profile, settings }: { profile: Shown<MenteeProfile>; settings: Settings }) {
  return (
    <Facts
      facts={[
        ["Aims", profile.aims],
        ["Wants to work on", labelsOf(settings.topics, profile.topics).join("; ")],
        ["Career stage", labelOf(settings.careerStages, profile.careerStage)],
        ...sharedFacts(profile, settings),
      ]}
    />
  );
}

function sharedFacts(profile: Shown<MentorProfile> | Shown<MenteeProfile>, settings: Settings) {
  return [
    ["Sector", labelOf(settings.sectors, profile.sector)],
    ["Region", labelOf(settings.regions, profile.region)],
    ["Languages", labelsOf(settings.languages, profile.languages).join(", ")],
    ["Meets", labelsOf(settings.methods, profile.methods).join(", ")],
  ] as const;
}
