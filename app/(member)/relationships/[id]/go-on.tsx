import { SelectField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { titleOf } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { addMonths } from "@/lib/foundation/dates";
import { sayMonths } from "@/lib/foundation/wording";
import type { RelationshipView } from "@/lib/pairing/relationships/queries";
import { EXTENSION_MONTHS } from "@/lib/pairing/relationships/relationship";
import type { Settings } from "@/lib/society/settings/settings";
import { agreeExtension, askExtension, dropExtension } from "./actions";

interface GoOnProps {
  relationship: RelationshipView;
  settings: Settings;
  now: Date;
  timeZone: string;
}

/** Going on beyond the agreed end, which takes both, and ending it, which takes one. */
export function GoOn({ relationship, settings, now, timeZone }: GoOnProps) {
  const { id, partner, agreedUntil } = relationship;
  return (
    <section id="go-on" aria-labelledby="go-on-heading" className="grid gap-5 border-t border-rule pt-6">
      <h2 id="go-on-heading">Carry on, or end it</h2>
      <p>
        Your mentoring is agreed until <Time at={agreedUntil} now={now} timeZone={timeZone} />. You both have to agree to carry
        on after that. Either of you can end it sooner.
      </p>
      <Extension relationship={relationship} settings={settings} now={now} timeZone={timeZone} />
      <p>
        <LinkButton href={`/relationships/${id}/end`} kind="danger">
          End relationship
          <span className="sr-only"> with {partner.name}</span>
        </LinkButton>
      </p>
    </section>
  );
}

function Extension({ relationship, settings, now, timeZone }: GoOnProps) {
  const { id, partner, agreedUntil, viewerIs, extensionMonths, extensionAskedBy } = relationship;
  const title = titleOf(`You and ${partner.name}`, settings);
  if (!extensionMonths || !extensionAskedBy) {
    return (
      <Form action={askExtension} submit={`Ask ${partner.name}`} kind="quiet" title={title} isOneOfSeveral>
        <input type="hidden" name="id" value={id} />
        <SelectField
          name="months"
          label="Carry on for"
          options={EXTENSION_MONTHS.map((months) => ({ value: months, label: sayMonths(months) }))}
          initial={6}
        />
      </Form>
    );
  }
  const until = <Time at={addMonths(agreedUntil, extensionMonths, settings.society.timeZone)} now={now} timeZone={timeZone} />;
  if (extensionAskedBy === viewerIs) {
    return (
      <div className="grid gap-3">
        <p>
          You have asked {partner.name} to carry on until {until}.
        </p>
        <Form action={dropExtension} submit="Take it back" kind="plain" title={title} isOneOfSeveral>
          <input type="hidden" name="id" value={id} />
        </Form>
      </div>
    );
  }
  return (
    <div className="grid gap-3">
      <p>
        <strong>{partner.name}</strong> would like to carry on for {sayMonths(extensionMonths)}, until {until}.
      </p>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <Form action={agreeExtension} submit="Carry on" title={title} isOneOfSeveral>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="months" value={extensionMonths} />
        </Form>
        <Form action={dropExtension} submit="Not this time" kind="plain" title={title} isOneOfSeveral>
          <input type="hidden" name="id" value={id} />
        </Form>
      </div>
    </div>
  );
}
