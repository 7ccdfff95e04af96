import { SuggestedMentors } from "@/components/matching/suggested-mentors";
import type { Viewer } from "@/lib/foundation/viewer";
import { findAlternatives } from "@/lib/pairing/alternatives/queries";
import type { Wanted } from "@/lib/pairing/matching/score";
import { labelOf, type Settings } from "@/lib/society/settings/settings";

interface WhomToAskInsteadProps {
  viewer: Viewer;
  /** The mentee's profile. */
  wanted: Wanted | null;
  settings: Settings;
  now: Date;
}

/** On Home, after a no or a deadline that passed: whom to ask with the same words. Nothing where there was neither. */
export async function WhomToAskInstead({ viewer, wanted, settings, now }: WhomToAskInsteadProps) {
  const found = await findAlternatives(viewer, wanted, settings, now);
  if (!found) return null;
  const { proposalId, mentorName, isRejected, mentors } = found;
  const because = labelOf(settings.rejectionReasons, found.because);
  return (
    <section aria-labelledby="instead" className="grid gap-4">
      <h2 id="instead">
        {isRejected ? `${mentorName} cannot take up your proposal` : `${mentorName} did not reply to your proposal`}
      </h2>
      <p>
        {because && `The reason: ${because}. `}
        <a href={`/relationships/${proposalId}/details`}>See your proposal</a>
        {mentors.length > 0 ? ", or send it to somebody else who fits. You can change it before you send it." : "."}
      </p>
      {mentors.length > 0 ? (
        <SuggestedMentors mentors={mentors} from={proposalId} />
      ) : (
        <p>
          <a href="/mentors">See all {settings.words.mentors}</a>
        </p>
      )}
    </section>
  );
}
