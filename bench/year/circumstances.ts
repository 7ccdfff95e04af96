import type { Circumstances } from "@/lib/pairing/proposals/proposal";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import type { Mentor } from "./mentor";
import type { Mentee } from "./records";

const { proposals, relationships } = DEFAULT_SETTINGS;

interface Beside {
  isAvailable: boolean;
  /** Whom an open proposal is to. */
  mentorOf: (proposalId: string) => string | undefined;
  /** The proposal in hand, which does not count. */
  besides: string;
}

/** What the rule of a proposal between these two depends on, under the settings that most societies keep. */
export function circumstancesOf(mentee: Mentee, mentor: Mentor, { isAvailable, mentorOf, besides }: Beside): Circumstances {
  const others = [...mentee.slots].filter(([id]) => id !== besides);
  return {
    timeZone: "UTC",
    ...proposals,
    mentorsPerMentee: relationships.mentorsPerMentee,
    relationshipMonths: relationships.months,
    mentor: { isActive: true, isAvailable, capacity: mentor.is.capacity, takenPlaces: [...mentor.places.values()] },
    mentee: {
      isActive: true,
      hasProfile: true,
      takenSlots: others.map(([, slot]) => slot),
      takenPlaces: [...mentee.places.values()],
    },
    areBlocked: false,
    hasOtherOpenProposal: others.some(([id]) => mentorOf(id) === mentor.is.id),
    arePartners: [...mentee.places.keys()].some((id) => mentor.places.has(id)),
  };
}
