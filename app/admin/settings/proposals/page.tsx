import { NumberField, TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { withArticle } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { saveProposals } from "../actions";
import { SectionPage } from "../section";

export default async function ProposalSettingsPage() {
  await requireStaff("admin");
  const { settings } = await readRequest();
  const { mentors, mentee } = settings.words;
  return (
    <SectionPage
      settings={settings}
      name="proposals"
      heading="Proposals"
      lede={`How long ${mentors} have to answer, when they are reminded, and how many proposals may wait at once.`}
      action={saveProposals}
    >
      {(set) => (
        <>
          <Note kind="plain">
            <p>
              This counts for proposals that are sent or opened again from now on. Those that wait for an answer keep the days
              that both people were told.
            </p>
          </Note>
          <TextField
            name="remindAfterDays"
            label="Days on which a reminder is sent (optional)"
            hint="Counted from the day of sending, one after the other, with commas between them. Leave it empty to send none."
            initial={set.remindAfterDays ?? ""}
            maxLength={80}
          />
          <NumberField
            name="expireAfterDays"
            label="Expires"
            hint={`Without an answer by then the proposal ends, and the ${mentee} is free to ask somebody else.`}
            initial={set.expireAfterDays ?? ""}
            unit="days after it was sent"
          />
          <NumberField
            name="openPerMentee"
            label={`Proposals that ${withArticle(mentee)} may have waiting at once`}
            hint="Whoever has more already keeps them."
            initial={set.openPerMentee ?? ""}
          />
        </>
      )}
    </SectionPage>
  );
}
