import { DateField, SelectField, TextField } from "@/components/ui/field";
import { dayOf } from "@/lib/foundation/dates";
import { capital } from "@/lib/foundation/wording";
import { ROOM, type Survey } from "@/lib/mentoring/surveys/survey";
import type { Programme } from "@/lib/pairing/programmes/programme";
import type { Settings } from "@/lib/society/settings/settings";

interface DescriptionFieldsProps {
  /** As it is; null for a new one. */
  survey: Survey | null;
  /** Those that members can have joined. With none, nothing is asked about them. */
  programmes: readonly Programme[];
  settings: Settings;
}

/** What a survey is called, whom it asks and when. */
export function DescriptionFields({ survey, programmes, settings }: DescriptionFieldsProps) {
  const { words, society } = settings;
  const first = survey && dayOf(survey.startsAt, society.timeZone);
  const last = survey && dayOf(new Date(survey.endsAt.getTime() - 1), society.timeZone);
  return (
    <>
      <TextField
        name="title"
        label="Title"
        hint="Members read it in the e-mail and above the questions."
        initial={survey?.title}
        maxLength={ROOM.title}
      />
      <SelectField
        name="role"
        label="Who is asked"
        none="All members with a profile"
        options={[
          { value: "mentor", label: capital(words.mentors) },
          { value: "mentee", label: capital(words.mentees) },
        ]}
        initial={survey?.role}
      />
      <SelectField
        name="pairing"
        label="Of these"
        none="All of them"
        options={[
          { value: "with", label: "Those in a relationship" },
          { value: "without", label: "Those without a relationship" },
        ]}
        initial={survey?.pairing}
      />
      {programmes.length > 0 && (
        <SelectField
          name="programmeId"
          label="Programme"
          none="In any programme or none"
          options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
          initial={survey?.programmeId}
        />
      )}
      <DateField name="from" label="First day" initial={first} />
      <DateField name="to" label="Last day" initial={last} />
    </>
  );
}
