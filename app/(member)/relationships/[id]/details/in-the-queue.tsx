import { PlaceInQueue } from "@/components/queue/place-in-queue";
import { Form } from "@/components/ui/form";
import type { ProposalDetails } from "@/lib/pairing/proposals/queries";
import { findMyPlace } from "@/lib/pairing/queue/queries";
import { keepPlace, leaveQueue } from "./actions";

interface InTheQueueProps {
  found: ProposalDetails;
  viewer: Parameters<typeof findMyPlace>[0];
  now: Date;
}

/** For a mentee whose proposal was closed because the mentor is full or away: Keep my place, or where they stand by now. */
export async function InTheQueue({ found, viewer, now }: InTheQueueProps) {
  const { proposal, partner } = found;
  const place = await findMyPlace(viewer, proposal.id, now);
  if (place) return <PlaceInQueue place={place} leave={leaveQueue} timeZone={viewer.timeZone} now={now} />;
  const isFull = proposal.withdrawnBecause === "mentor-full";
  return (
    <>
      <p>
        {isFull ? `${partner.name} has no place left` : `${partner.name} is away for a while`}, so you need not wait for a
        reply. If you would still like to work with {partner.name}, keep your place: when it is your turn we ask again for you,
        with the same words. You can ask others while you wait.
      </p>
      <Form action={keepPlace} submit="Keep my place">
        <input type="hidden" name="proposalId" value={proposal.id} />
      </Form>
    </>
  );
}
