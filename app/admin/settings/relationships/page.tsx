import { NumberField } from "@/components/ui/field";
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
      lede="For how long two people work together, and how many may at once."
      action={saveRelationships}
    >
      {(set) => (
        <>
          <NumberField
            name="months"
            label="A relationship is meant for"
            hint="Those that have begun keep the end that the two agreed on. Partners may always go on or end earlier."
            initial={set.months ?? ""}
            unit="months"
          />
          <NumberField
            name="mentorsPerMentee"
            label={`${capital(mentors)} that ${withArticle(mentee)} may have at once`}
            hint="Whoever has more already keeps them."
            initial={set.mentorsPerMentee ?? ""}
          />
        </>
      )}
    </SectionPage>
  );
}
