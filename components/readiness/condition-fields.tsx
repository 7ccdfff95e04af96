import { NumberField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { type ConditionKind, ROOM, type Wording } from "@/lib/pairing/readiness/conditions/condition";

interface ConditionFieldsProps {
  wording: Wording | null;
  /** Null while it is still to be chosen. */
  kind: ConditionKind | null;
  training: readonly { id: string; title: string }[];
}

/** What staff can change about a condition later. */
export function ConditionFields({ wording, kind, training }: ConditionFieldsProps) {
  const only = kind === null ? "Only for training: this, or the address below. " : "This, or the address below. ";
  return (
    <>
      <TextField
        name="name"
        label="Name"
        hint="As members read it in a list, such as Safeguarding declaration 2027."
        initial={wording?.name}
        maxLength={ROOM.name}
      />
      <TextArea
        name="text"
        label={kind === "declaration" ? "What members accept" : "What members read about it"}
        hint={
          kind === "declaration"
            ? "Every wording is kept, so that it can be seen what somebody accepted."
            : "Of a declaration, the words that they accept. Otherwise what it is, why you ask for it, and how to do it."
        }
        initial={wording?.text}
        room="long"
      />
      {(kind === null || kind === "training") && (
        <>
          <SelectField
            name="resourceId"
            label="Article or film (optional)"
            hint={`${only}It is shown on the page of the condition.`}
            none="None"
            initial={wording?.resourceId ?? ""}
            options={training.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <TextField
            name="link"
            label="Address of training elsewhere (optional)"
            initial={wording?.link ?? ""}
            maxLength={ROOM.link}
          />
          <NumberField
            name="validMonths"
            label="Expires after (optional)"
            hint={
              kind === null
                ? "Only for training: it has to be done again so many months after it was done. Leave it empty if once is enough."
                : "So many months after it was done, it has to be done again. We tell members 30 and 7 days before. Those who have done it already get at least 30 days. Leave it empty if once is enough."
            }
            unit="months"
            initial={wording?.validMonths}
          />
        </>
      )}
    </>
  );
}
