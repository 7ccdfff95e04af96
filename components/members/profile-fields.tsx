import { CheckboxGroup } from "@/components/ui/choices";
import { NumberField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { TickBox } from "@/components/ui/tick-box";
import { WhoReads } from "@/components/ui/who-reads";
import { sayNumber } from "@/lib/foundation/wording";
import { LIMITS } from "@/lib/people/members/input";
import type { MenteeProfile, MentorProfile } from "@/lib/people/members/member";
import { sayProfileReaders } from "@/lib/people/members/wording";
import { type ListEntry, offered, type Settings } from "@/lib/society/settings/settings";

/** The form of what a member offers as a mentor. */
export function MentorFields({ profile, settings }: { profile: MentorProfile | null; settings: Settings }) {
  const { mentee, mentees } = settings.words;
  return (
    <>
      <Fieldset legend="About you">
        <WhoReads>{sayProfileReaders("mentor", settings.words)}</WhoReads>
        <TextField name="headline" label="Headline" hint="One line: what you do, and where." initial={profile?.headline} />
        <TextArea
          name="about"
          label="About"
          hint={`What you have done, what you enjoy talking about, and what ${mentees} can expect of you. Up to ${sayNumber(LIMITS.about)} characters.`}
          initial={profile?.about}
          room="long"
        />
        <NumberField name="yearsOfExperience" label="Years of experience" unit="years" initial={profile?.yearsOfExperience} />
      </Fieldset>
      <Fieldset legend="What you offer">
        <CheckboxGroup
          name="topics"
          legend="Topics you offer"
          hint={`We show you first to ${mentees} who ask for these.`}
          options={optionsOf(settings.topics, profile?.topics)}
          initial={profile?.topics}
          columns="long"
        />
        <NumberField
          name="capacity"
          label={`How many ${mentees} at once`}
          hint={`When all your places are taken, no ${mentee} can find you until one is free again.`}
          initial={profile?.capacity ?? 1}
        />
        <TickBox
          name="takesNoQuestions"
          value="yes"
          label="I would rather not be asked questions before a proposal"
          hint={`Otherwise ${mentees} can ask you something short before they decide to send you one.`}
          isTicked={profile?.takesNoQuestions ?? false}
        />
      </Fieldset>
      <Background profile={profile} settings={settings} />
    </>
  );
}

/** The form of what a member looks for as a mentee. */
export function MenteeFields({ profile, settings }: { profile: MenteeProfile | null; settings: Settings }) {
  const { mentor, mentors } = settings.words;
  return (
    <>
      <Fieldset legend="About you">
        <WhoReads>{sayProfileReaders("mentee", settings.words)}</WhoReads>
        <TextField name="headline" label="Headline" hint="One line: what you do, and where." initial={profile?.headline} />
        <TextArea
          name="about"
          label="About"
          hint={`Where you are now and how you got there. Up to ${sayNumber(LIMITS.about)} characters.`}
          initial={profile?.about}
          room="long"
        />
        <SelectField
          name="careerStage"
          label="Career stage (optional)"
          none="I would rather not say"
          options={optionsOf(settings.careerStages, [profile?.careerStage])}
          initial={profile?.careerStage}
        />
      </Fieldset>
      <Fieldset legend="What you are looking for">
        <CheckboxGroup
          name="topics"
          legend="Topics you want to work on"
          hint={`We show you first the ${mentors} who offer these.`}
          options={optionsOf(settings.topics, profile?.topics)}
          initial={profile?.topics}
          columns="long"
        />
        <TextArea
          name="aims"
          label="Aims"
          hint={`What would be different after a year with a good ${mentor}? Up to ${sayNumber(LIMITS.aims)} characters.`}
          initial={profile?.aims}
          room="medium"
        />
      </Fieldset>
      <Background profile={profile} settings={settings} />
    </>
  );
}

/** What both roles tell of themselves. */
function Background({ profile, settings }: { profile: MentorProfile | MenteeProfile | null; settings: Settings }) {
  return (
    <Fieldset legend="Where and how">
      <SelectField
        name="sector"
        label="Sector (optional)"
        none="I would rather not say"
        options={optionsOf(settings.sectors, [profile?.sector])}
        initial={profile?.sector}
      />
      <SelectField
        name="region"
        label="Region (optional)"
        none="I would rather not say"
        options={optionsOf(settings.regions, [profile?.region])}
        initial={profile?.region}
      />
      <CheckboxGroup
        name="languages"
        legend="Languages you speak"
        options={optionsOf(settings.languages, profile?.languages)}
        initial={profile?.languages}
        columns="short"
      />
      <CheckboxGroup
        name="methods"
        legend="How you would like to meet"
        options={optionsOf(settings.methods, profile?.methods)}
        initial={profile?.methods}
        columns="short"
      />
    </Fieldset>
  );
}

function optionsOf(list: readonly ListEntry[], chosen: readonly (number | null | undefined)[] = []) {
  const kept = chosen.filter((id) => typeof id === "number");
  return offered(list, kept).map(({ id, label }) => ({ value: id, label }));
}
