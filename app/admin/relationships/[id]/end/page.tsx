import { AskPage } from "@/components/ui/ask-page";
import { RadioGroup } from "@/components/ui/choices";
import { Draft } from "@/components/ui/draft";
import { TextArea } from "@/components/ui/field";
import { end } from "../actions";
import { requireOpenRelationship } from "../require-open-relationship";

export default async function EndPage({ params }: PageProps<"/admin/relationships/[id]/end">) {
  const { id, viewer, relationship, back, settings } = await requireOpenRelationship(params);
  return (
    <AskPage
      settings={settings}
      heading={`End the mentoring of ${back.label}?`}
      title="End relationship"
      back={back}
      consequences={
        <>
          <p>If you do:</p>
          <ul className="grid list-disc gap-1.5 pl-6 marker:text-soft">
            <li>we tell both straight away that the society has ended it;</li>
            <li>their upcoming meetings are cancelled, and removed from both calendars;</li>
            <li>both can still read everything they wrote, but cannot add anything.</li>
          </ul>
          <p>This cannot be undone.</p>
        </>
      }
      action={end}
      submit="End relationship"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={relationship.version} />
      <Draft memberId={viewer.memberId} place={`admin/relationships/${id}/end`} />
      <TextArea name="reason" label="Why are you ending it?" room="short" />
      <RadioGroup
        name="readers"
        legend="Who can read the reason?"
        options={[
          { value: "both", label: `${back.label}, and staff` },
          { value: "staff", label: "Staff only", hint: "The two are told that the society has ended it, but not why." },
        ]}
        initial={["both"]}
      />
    </AskPage>
  );
}
