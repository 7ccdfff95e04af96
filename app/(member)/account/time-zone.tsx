import { SelectField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { titleOf } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { listZones, sayZoneName } from "@/lib/foundation/time-zones";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";
import { chooseTimeZone } from "./actions";

/** The zone in which the viewer reads times; the society's unless they choose another. */
export function TimeZone({ viewer, settings, now }: { viewer: Viewer; settings: Settings; now: Date }) {
  const { society } = settings;
  return (
    <section aria-labelledby="times" className="grid content-start gap-5 border-t border-rule pt-6">
      <h2 id="times">Your time zone</h2>
      <p>
        Your local time is <Time at={now} now={now} timeZone={viewer.timeZone} as="date-time" />.
      </p>
      <Form
        action={chooseTimeZone}
        submit="Save time zone"
        kind="quiet"
        title={titleOf("Edit Account", settings)}
        isOneOfSeveral
      >
        <SelectField
          name="timeZone"
          label="Time zone"
          none={`${sayZoneName(society.timeZone)} (the society's)`}
          options={listZones(viewer.timeZone)}
          initial={viewer.timeZone === society.timeZone ? "" : viewer.timeZone}
        />
      </Form>
    </section>
  );
}
