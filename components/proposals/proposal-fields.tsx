import { CheckboxGroup } from "@/components/ui/choices";
import { TextArea } from "@/components/ui/field";
import { WhoReads } from "@/components/ui/who-reads";
import { sayNumber } from "@/lib/foundation/wording";
import { ROOM } from "@/lib/pairing/proposals/input";
import type { ProposalWords } from "@/lib/pairing/proposals/proposal";
import { type ListEntry, offered, type Settings } from "@/lib/society/settings/settings";

interface ProposalFieldsProps {
  mentorName: string;
  /** Whether the same words may go to somebody else. */
  hasChoices: boolean;
  initial: Partial<ProposalWords>;
  settings: Settings;
}

/** The fields of a proposal, for sending and for editing. */
export function ProposalFields({ mentorName, hasChoices, initial, settings }: ProposalFieldsProps) {
  return (
    <>
      <WhoReads>
        Only you and {mentorName} can read what you write here
        {hasChoices && ", and a further choice of yours if we ask them with the same words"}.
      </WhoReads>
      <TextArea
        name="objectives"
        label="Objectives"
        hint={`What would you like to achieve together? Up to ${sayNumber(ROOM.objectives)} characters.`}
        initial={initial.objectives}
        room="long"
      />
      <CheckboxGroup
        name="topics"
        legend="Topics"
        hint="What would you like to talk about?"
        options={optionsOf(settings.topics, initial.topics)}
        initial={initial.topics}
        columns="long"
      />
      <CheckboxGroup
        name="methods"
        legend="How you would like to meet"
        options={optionsOf(settings.methods, initial.methods)}
        initial={initial.methods}
        columns="short"
      />
      <TextArea
        name="meeting"
        label="When and how often (optional)"
        hint={`For example: an hour once a month, in the evening. Up to ${sayNumber(ROOM.meeting)} characters.`}
        initial={initial.meeting}
        room="short"
      />
      <TextArea
        name="contribution"
        label="What you bring (optional)"
        hint={`Say what you can offer in return: experience, questions, time to prepare. Up to ${sayNumber(ROOM.contribution)} characters.`}
        initial={initial.contribution}
        room="short"
      />
    </>
  );
}

function optionsOf(list: readonly ListEntry[], chosen: readonly number[] = []) {
  return offered(list, chosen).map(({ id, label }) => ({ value: id, label }));
}
