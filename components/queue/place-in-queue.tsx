import { Form } from "@/components/ui/form";
import { Time } from "@/components/ui/time";
import type { FormState } from "@/lib/entrypoints/form-state";
import type { MyPlace } from "@/lib/pairing/queue/queue";
import { sayPosition, sayWait } from "@/lib/pairing/queue/wording";

interface PlaceInQueueProps {
  place: MyPlace;
  leave: (previous: FormState, form: FormData) => Promise<FormState>;
  timeZone: string;
  now: Date;
}

/** Where somebody stands in the queue of a mentor, until when nothing can happen, and the way out. */
export function PlaceInQueue({ place, leave, timeZone, now }: PlaceInQueueProps) {
  return (
    <>
      <p>
        <strong>{sayPosition(place.position)}</strong>
        {place.goesFirst && ", ahead of others because somebody you asked earlier did not reply"}. {sayWait(place)}
        {place.backAt && (
          <>
            {" "}
            They plan to be back on <Time at={place.backAt} now={now} timeZone={timeZone} />.
          </>
        )}
      </p>
      <Form
        action={leave}
        submit={
          <>
            Leave the queue<span className="sr-only"> for {place.mentorName}</span>
          </>
        }
        kind="quiet"
      >
        <input type="hidden" name="proposalId" value={place.proposalId} />
      </Form>
    </>
  );
}
