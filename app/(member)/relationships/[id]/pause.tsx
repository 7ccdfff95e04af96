import { DateField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { titleOf } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { addDays, dayOf } from "@/lib/foundation/dates";
import type { CheckInView } from "@/lib/mentoring/check-ins/queries";
import type { RelationshipView } from "@/lib/pairing/relationships/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { agreePause, askPause, dropPause } from "../../check-ins/actions";

interface PauseProps {
  relationship: RelationshipView;
  checkIn: CheckInView;
  settings: Settings;
  now: Date;
  timeZone: string;
}

/** A pause, on which both have to agree, and which either may end. */
export function Pause({ relationship, checkIn, settings, now, timeZone }: PauseProps) {
  return (
    <section aria-labelledby="pause" className="grid gap-4 border-t border-rule pt-6">
      <h2 id="pause">Pause</h2>
      <Content relationship={relationship} checkIn={checkIn} settings={settings} now={now} timeZone={timeZone} />
    </section>
  );
}

function Content({ relationship: { id, partner, viewerIs }, checkIn, settings, now, timeZone }: PauseProps) {
  const title = titleOf(`You and ${partner.name}`, settings);
  const on = (at: Date) => <Time at={at} now={now} timeZone={timeZone} />;
  const { pausedUntil, suggested } = checkIn;
  const drop = (label: string, kind: "quiet" | "plain") => (
    <Form action={dropPause} submit={label} kind={kind} title={title} isOneOfSeveral>
      <input type="hidden" name="id" value={id} />
    </Form>
  );
  if (pausedUntil) {
    return (
      <>
        <p>Your mentoring is paused until {on(pausedUntil)}. Until then, we do not ask whether you are meeting.</p>
        {drop("Carry on now", "quiet")}
      </>
    );
  }
  if (suggested && suggested.by !== viewerIs) {
    return (
      <>
        <p>
          <strong>{partner.name}</strong> suggests a pause until {on(suggested.until)}.
        </p>
        <div className="flex flex-wrap gap-x-6 gap-y-3">
          <Form action={agreePause} submit="Agree to the pause" title={title} isOneOfSeveral>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="until" value={suggested.until.toISOString()} />
          </Form>
          {drop("No pause", "plain")}
        </div>
      </>
    );
  }
  if (suggested) {
    return (
      <>
        <p>
          You have suggested a pause until {on(suggested.until)}, and {partner.name} has not answered yet.
        </p>
        {drop("Withdraw your suggestion", "plain")}
      </>
    );
  }
  return (
    <>
      <p>If one of you needs a break, suggest a pause. The agreed end stays as it is.</p>
      <Form action={askPause} submit="Suggest a pause" kind="quiet" title={title} isOneOfSeveral>
        <input type="hidden" name="id" value={id} />
        <DateField
          name="day"
          label="Carry on again from"
          earliest={dayOf(addDays(now, 1, settings.society.timeZone), settings.society.timeZone)}
        />
      </Form>
    </>
  );
}
