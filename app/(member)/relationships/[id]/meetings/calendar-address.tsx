import { Form } from "@/components/ui/form";
import { env } from "@/lib/foundation/env";
import type { Opened } from "@/lib/foundation/sealing/seal-and-open";
import { renewAddress } from "./actions";

interface CalendarAddressProps {
  relationshipId: string;
  /** Its token, or the sentence in its place; null before the member asks for one. */
  feed: Opened<string> | null;
}

/** Shows the member's private calendar address, and a button that replaces it. */
export function CalendarAddress({ relationshipId, feed }: CalendarAddressProps) {
  const form = (submit: string) => (
    <Form action={renewAddress} submit={submit} kind="quiet">
      <input type="hidden" name="relationshipId" value={relationshipId} />
    </Form>
  );
  return (
    <section id="calendar" aria-labelledby="calendar-heading" className="grid gap-4 border-t border-rule pt-6">
      <h2 id="calendar-heading">In your own calendar</h2>
      {feed === null ? (
        <>
          <p>
            With an address of your own, your calendar shows the meetings of all your relationships and keeps up with every
            change. It shows a meeting’s title and details only if “Send details” was ticked.
          </p>
          {form("Make a calendar address")}
        </>
      ) : (
        <>
          <p>
            Subscribe to this address in your calendar. Keep it to yourself: anybody who has it can see when you meet and with
            whom.
          </p>
          <p>
            <code className="block rounded-[0.35rem] border border-rule bg-sheet px-4 py-3 [overflow-wrap:anywhere]">
              {feed.isReadable ? `${env().APP_URL}/calendar/${feed.words}.ics` : feed.instead}
            </code>
          </p>
          <p className="text-soft">Has somebody else seen it? Make a new one, and the old one stops working at once.</p>
          {form("Make a new address")}
        </>
      )}
    </section>
  );
}
