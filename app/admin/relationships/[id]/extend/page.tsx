import { AskPage } from "@/components/ui/ask-page";
import { SelectField } from "@/components/ui/field";
import { Time } from "@/components/ui/time";
import { capital, sayMonths } from "@/lib/foundation/wording";
import { EXTENSION_MONTHS } from "@/lib/pairing/relationships/relationship";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { extend } from "../actions";
import { findOpenRelationship } from "../find-open-relationship";

export default async function ExtendPage({ params }: PageProps<"/admin/relationships/[id]/extend">) {
  const viewer = await requireStaff();
  const [{ settings, now }, { id }] = await Promise.all([readRequest(), params]);
  const { relationship, mentee, mentor } = await findOpenRelationship(viewer, id, settings, now);
  const names = `${mentee.name} and ${mentor.name}`;
  return (
    <AskPage
      settings={settings}
      heading={`Extend the mentoring of ${names}?`}
      title="Extend relationship"
      back={{ href: `/admin/relationships/${id}`, label: names }}
      consequences={
        <p>
          The agreed end is <Time at={relationship.agreedUntil} now={now} timeZone={viewer.timeZone} />. We tell both of them
          the new date. Either of them can still end it at any time.
        </p>
      }
      action={extend}
      submit="Extend it"
      kind="main"
      no="Do not extend it"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={relationship.version} />
      <SelectField
        name="months"
        label="By how long?"
        options={EXTENSION_MONTHS.map((value) => ({ value, label: capital(sayMonths(value)) }))}
        initial={EXTENSION_MONTHS[0]}
      />
    </AskPage>
  );
}
