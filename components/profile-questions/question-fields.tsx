import { TextArea, TextField } from "@/components/ui/field";
import { TickBox } from "@/components/ui/tick-box";
import { writeOptions } from "@/lib/people/profile-questions/options";
import { MOST_OFFERED, ROOM, type Wording } from "@/lib/people/profile-questions/profile-question";

interface QuestionFieldsProps {
  wording: Wording | null;
  options?: string;
  /** When people can be found by it; left out where they never can. */
  filter?: string;
  /** Whether the society answers it, so that nobody can be required to. */
  isFilled?: boolean;
}

/** What staff can change about a question later. `options` says how its choices are written down; without it there are none. */
export function QuestionFields({ wording, options, filter, isFilled = false }: QuestionFieldsProps) {
  return (
    <>
      <TextField
        name="question"
        label="Question"
        hint="As a member reads it, beside its box."
        initial={wording?.question}
        maxLength={ROOM.question}
      />
      <TextField
        name="help"
        label="Help (optional)"
        hint="A line below the question: what the answer is for, or an example."
        initial={wording?.help}
        maxLength={ROOM.help}
      />
      {options !== undefined && (
        <TextArea
          name="options"
          label="Choices"
          hint={`${options} Each in a line of its own, up to ${MOST_OFFERED}.`}
          initial={writeOptions(wording?.options ?? [])}
          room="short"
        />
      )}
      {!isFilled && (
        <TickBox
          name="isRequired"
          value="yes"
          label="It has to be answered"
          hint="Members who have a profile already are asked the next time they save it. Nobody is locked out until then."
          isTicked={wording?.isRequired ?? false}
        />
      )}
      {filter !== undefined && (
        <TickBox
          name="isFilter"
          value="yes"
          label="Members can filter the list by it"
          hint={filter}
          isTicked={wording?.isFilter ?? false}
        />
      )}
    </>
  );
}
