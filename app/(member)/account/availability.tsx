import { OpenProposalsChoice } from "@/components/queue/open-proposals-choice";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { titleOf } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { addDays, dayOf } from "@/lib/foundation/dates";
import type { Viewer } from "@/lib/foundation/viewer";
import { sayUnavailable } from "@/lib/pairing/availability/wording";
import type { OwnAccount } from "@/lib/pairing/edit-account/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { makeAvailable } from "../../actions";
import { pause } from "./actions";

interface AvailabilityProps {
  viewer: Viewer;
  account: OwnAccount;
  settings: Settings;
  now: Date;
}

/** Make Unavailable, with or without a day of return, and Make Available. */
export function Availability({ viewer, account: { availableAgainAt, openProposals }, settings, now }: AvailabilityProps) {
  const { timeZone } = settings.society;
  const { isAvailable } = viewer;
  return (
    <section aria-labelledby="availability" className="grid content-start gap-5 border-t border-rule pt-6">
      <h2 id="availability">Availability</h2>
      {isAvailable ? (
        <p>
          New {settings.words.mentees} can find you while you have a place free. If you need a break, make yourself unavailable.
          Your current proposals and relationships carry on.
        </p>
      ) : (
        <>
          <p>
            <strong>{sayUnavailable(settings)}</strong>
            {availableAgainAt ? (
              <>
                . We will make you available again on <Time at={availableAgainAt} now={now} timeZone={timeZone} /> and let you
                know.
              </>
            ) : (
              ", until you choose Make Available."
            )}
          </p>
          <form action={makeAvailable}>
            <Button>Make Available</Button>
          </form>
        </>
      )}
      <Form
        action={pause}
        submit={isAvailable ? "Make Unavailable" : "Save the day"}
        kind="quiet"
        title={titleOf("Edit Account", settings)}
        isOneOfSeveral
      >
        <DateField
          name="day"
          label="Available again from (optional)"
          hint="Leave this empty to stay unavailable until you choose Make Available."
          initial={availableAgainAt ? dayOf(availableAgainAt, timeZone) : null}
          earliest={dayOf(addDays(now, 1, timeZone), timeZone)}
        />
        <OpenProposalsChoice count={openProposals} settings={settings} />
      </Form>
    </section>
  );
}
