import { CheckboxGroup, RadioGroup } from "@/components/ui/choices";
import { DateField, NumberField, TextArea, TextField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { TickBox } from "@/components/ui/tick-box";
import { capital, withArticle } from "@/lib/foundation/wording";
import { ROOM } from "@/lib/pairing/programmes/input";
import { FINDINGS, TIMES, TOOLS } from "@/lib/pairing/programmes/programme";
import { sayFinding, sayTime, TOOL_WORDS } from "@/lib/pairing/programmes/wording";
import { offered, type Settings } from "@/lib/society/settings/settings";

interface ProgrammeFieldsProps {
  settings: Settings;
  initial: Readonly<Record<string, string>>;
  topics: readonly number[];
  withoutTools?: readonly string[];
  /** Of the society's own scheme, only its words are to be changed. */
  hasWordsOnly?: boolean;
}

/** The form of a programme. */
export function ProgrammeFields({ settings, initial, topics, withoutTools = [], hasWordsOnly = false }: ProgrammeFieldsProps) {
  return (
    <>
      <TextField name="name" label="Name" initial={initial.name} maxLength={ROOM.name} />
      <TextArea
        name="forWhom"
        label="For whom it is"
        hint={`Members read this before they join. There is room for ${ROOM.forWhom} characters.`}
        initial={initial.forWhom}
        room="short"
      />
      {hasWordsOnly ? (
        <Unchanged initial={initial} />
      ) : (
        <>
          <Joining settings={settings} initial={initial} />
          <Days initial={initial} />
          <Own settings={settings} initial={initial} topics={topics} withoutTools={withoutTools} />
        </>
      )}
    </>
  );
}

/** What goes with the form of the society's scheme, as it is. */
function Unchanged({ initial }: Pick<ProgrammeFieldsProps, "initial">) {
  return (
    <>
      <input type="hidden" name="time" value={initial.time} />
      <input type="hidden" name="finding" value={initial.finding} />
    </>
  );
}

function Joining({ settings, initial }: Pick<ProgrammeFieldsProps, "settings" | "initial">) {
  return (
    <>
      <RadioGroup
        name="finding"
        legend="How people find each other"
        options={FINDINGS.map((value) => ({ value, label: sayFinding(value, settings.words) }))}
        initial={[initial.finding ?? "members"]}
      />
      <TickBox
        name="needsApproval"
        value="yes"
        label="Staff approve everybody who would like to join"
        hint="Members apply, and staff answer on the programme’s page."
        isTicked={initial.needsApproval === "yes"}
      />
      <RadioGroup
        name="time"
        legend="Its time"
        options={TIMES.map((value) => ({ value, label: sayTime(value) }))}
        initial={[initial.time ?? "always"]}
      />
    </>
  );
}

function Days({ initial }: Pick<ProgrammeFieldsProps, "initial">) {
  return (
    <Fieldset
      legend="Dates of an intake"
      hint="Each step happens by itself on its day. Leave a day empty to press the button yourself. A programme that is always open has none of them."
    >
      <DateField name="opensOn" label="Opens to members (optional)" initial={initial.opensOn} />
      <DateField name="lastDayToJoin" label="Last day to join (optional)" initial={initial.lastDayToJoin} />
      <DateField name="matchingOn" label="Matching begins (optional)" initial={initial.matchingOn} />
      <DateField name="startsOn" label="Starts (optional)" initial={initial.startsOn} />
      <DateField name="lastDay" label="Last day (optional)" initial={initial.lastDay} />
    </Fieldset>
  );
}

function Own({ settings, initial, topics, withoutTools = [] }: ProgrammeFieldsProps) {
  const { proposals, relationships, words } = settings;
  const society = (value: number | string) => `The society’s setting is ${value}.`;
  return (
    <Fieldset
      legend="Different from the society’s settings"
      hint="Leave a box empty to use the society’s setting, also when that is changed later."
    >
      <TextField
        name="remindAfterDays"
        label="Days on which a reminder of a proposal is sent (optional)"
        hint={society(proposals.remindAfterDays.join(", ") || "no reminder")}
        initial={initial.remindAfterDays}
        maxLength={80}
      />
      <NumberField
        name="expireAfterDays"
        label="A proposal expires (optional)"
        hint={society(proposals.expireAfterDays)}
        initial={initial.expireAfterDays}
        unit="days after it was sent"
      />
      <NumberField
        name="openPerMentee"
        label={`Open proposals that ${withArticle(words.mentee)} may have at once (optional)`}
        hint={society(proposals.openPerMentee)}
        initial={initial.openPerMentee}
      />
      <NumberField
        name="openQuestions"
        label={`Questions before a proposal that ${withArticle(words.mentee)} may have waiting at once (optional)`}
        hint={`${society(proposals.openQuestions)} Enter 0 to offer none.`}
        initial={initial.openQuestions}
      />
      <NumberField
        name="questionDays"
        label="A question closes (optional)"
        hint={society(proposals.questionDays)}
        initial={initial.questionDays}
        unit="days after it was asked"
      />
      <NumberField
        name="mentorsPerMentee"
        label={`${capital(words.mentors)} that ${withArticle(words.mentee)} may have at once (optional)`}
        hint={society(relationships.mentorsPerMentee)}
        initial={initial.mentorsPerMentee}
      />
      <NumberField
        name="months"
        label="A relationship lasts (optional)"
        hint={society(relationships.months)}
        initial={initial.months}
        unit="months"
      />
      <TextField
        name="askIfMetOnDays"
        label="Days on which both partners are asked whether they have met (optional)"
        hint={`${society(relationships.askIfMetOnDays.join(", ") || "no day")} Enter 0 to ask on no day.`}
        initial={initial.askIfMetOnDays}
        maxLength={80}
      />
      <NumberField
        name="askIfStillMeetingAfterDays"
        label="Both partners are asked whether they are still meeting (optional)"
        hint={`${society(relationships.askIfStillMeetingAfterDays)} Enter 0 to ask never.`}
        initial={initial.askIfStillMeetingAfterDays}
        unit="days without a meeting or a message"
      />
      <TickBox
        name="beginsAtOnce"
        label="When staff publish a match, the relationship begins at once and neither member is asked first"
        value="yes"
        isTicked={initial.beginsAtOnce === "yes"}
      />
      <CheckboxGroup
        name="withoutTools"
        legend="Tools that its relationships do without (optional)"
        hint="Tick none to offer all. Partners who have already begun with one keep it."
        options={TOOLS.map((value) => ({ value, label: TOOL_WORDS[value] }))}
        initial={withoutTools}
      />
      <CheckboxGroup
        name="topics"
        legend="Topics (optional)"
        hint="Tick none to offer all of the society’s topics."
        options={offered(settings.topics, topics).map(({ id, label }) => ({ value: id, label }))}
        initial={topics}
        columns="long"
      />
    </Fieldset>
  );
}
