import { RadioGroup } from "@/components/ui/choices";
import type { Settings } from "@/lib/society/settings/settings";

interface OpenProposalsChoiceProps {
  /** How many wait for the mentor's reply, besides one that is answered on the same page. */
  count: number;
  settings: Settings;
}

/** Where a mentor pauses: what becomes of the proposals that wait for a reply. Nothing where there is none. */
export function OpenProposalsChoice({ count, settings: { words } }: OpenProposalsChoiceProps) {
  if (count === 0) return null;
  return (
    <RadioGroup
      name="others"
      legend={count === 1 ? "One proposal is waiting for your reply" : `${count} proposals are waiting for your reply`}
      hint={`${count === 1 ? `The ${words.mentee} sees` : `The ${words.mentees} see`} the day on which you are back, if you give one.`}
      initial={["answer"]}
      options={[
        { value: "answer", label: "I reply before the deadline", hint: "We go on reminding you." },
        {
          value: "close",
          label: count === 1 ? "Close it" : "Close them all",
          hint: `We tell ${count === 1 ? `the ${words.mentee}` : `each ${words.mentee}`} at once and suggest other ${words.mentors}. They can keep a place for when you are back.`,
        },
      ]}
    />
  );
}
