import { SelectField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { CHOICE_FIELDS } from "@/lib/pairing/choices/input";
import { sayPlaceOfChoice } from "@/lib/pairing/choices/wording";
import type { SuggestedMentor } from "@/lib/pairing/matching/mentor";
import type { Settings } from "@/lib/society/settings/settings";

interface ChoiceFieldsProps {
  /** Whom to offer, best match first. */
  candidates: readonly Pick<SuggestedMentor, "memberId" | "name" | "headline">[];
  /** Who has been named so far, in order. */
  chosen?: readonly string[];
  settings: Settings;
}

/** Whom to ask if the first choice comes to nothing: nothing where the society has none, or there is nobody to offer. */
export function ChoiceFields({ candidates, chosen = [], settings }: ChoiceFieldsProps) {
  const { furtherChoices } = settings.proposals;
  if (furtherChoices === 0 || candidates.length === 0) return null;
  const options = candidates.map(({ memberId, name, headline }) => ({ value: memberId, label: `${name}: ${headline}` }));
  return (
    <Fieldset
      legend="If it comes to nothing"
      hint="We then send the same words to the first of these who has a place, and tell you. You can change your choices until then, and it all counts as one open proposal. We tell nobody that they were not your first choice."
    >
      {CHOICE_FIELDS.slice(0, furtherChoices).map((name, i) => (
        <SelectField
          key={name}
          name={name}
          label={`${sayPlaceOfChoice(i + 2)} (optional)`}
          none="Nobody"
          options={options}
          initial={chosen[i] ?? null}
        />
      ))}
    </Fieldset>
  );
}
