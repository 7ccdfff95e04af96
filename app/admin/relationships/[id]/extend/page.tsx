import { AskPage } from "@/components/ui/ask-page";
import { SelectField } from "@/components/ui/field";
import { Time } from "@/components/ui/time";
import { capital, sayMonths } from "@/lib/foundation/wording";
import { EXTENSION_MONTHS } from "@/lib/pairing/relationships/relationship";
import { extend } from "../actions";
import { requireOpenRelationship } from "../require-open-relationship";

export default async function ExtendPage({ params }: PageProps<"/admin/relationships/[id]/extend">) {
  const { id, relationship, back, settings, when } = await requireOpenRelationship(params);
  return (
    <AskPage
      settings={settings}
      heading={`Extend the mentoring of ${back.label}?`}
      title="Extend relationship"
      back={back}
      consequences={
        <p>
          The agreed end is <Time at={relationship.agreedUntil} {...when} />. We tell both of them the new date. Either of them
          can still end it at any time.
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
