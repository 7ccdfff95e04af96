import { NumberField, TextField } from "@/components/ui/field";
import { capital, withArticle } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { saveRelationships } from "../actions";
import { SectionPage } from "../section";

export default async function RelationshipSettingsPage() {
  await requireStaff("admin");
  const { settings } = await readRequest();
  const { mentors, mentee } = settings.words;
  return (
    <SectionPage
      settings={settings}
      name="relationships"
      heading="Relationships"
      lede="How long two people work together, and how many relationships somebody may have at once."
      action={saveRelationships}
    >
      {(set) => (
        <>
          <NumberField
            name="months"
            label="A relationship lasts"
            hint="Relationships that have started keep their agreed end. Partners can always extend it or end earlier."
            initial={set.months ?? ""}
            unit="months"
          />
          <NumberField
            name="mentorsPerMentee"
            label={`${capital(mentors)} that ${withArticle(mentee)} may have at once`}
            hint="Members who already have more keep them."
            initial={set.mentorsPerMentee ?? ""}
          />
          <TextField
            name="askIfMetOnDays"
            label="Days on which both are asked whether they have met (optional)"
            hint="Days after it began, separated by commas, while no meeting has been accepted or held. Leave this empty to ask nobody."
            initial={set.askIfMetOnDays ?? ""}
            maxLength={80}
          />
          <NumberField
            name="tellStaffAfterDays"
            label="Staff are told of a partner who does not reply"
            hint="We count from the day on which we ask that partner ourselves. 0 means never."
            initial={set.tellStaffAfterDays ?? ""}
            unit="days later"
          />
          <NumberField
            name="askIfStillMeetingAfterDays"
            label="Both are asked whether they still meet"
            hint="0 means never."
            initial={set.askIfStillMeetingAfterDays ?? ""}
            unit="days without a meeting or message"
          />
        </>
      )}
    </SectionPage>
  );
}
