import { NumberField, TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { capital, withArticle } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { saveProposals } from "../actions";
import { SectionPage } from "../section";

export default async function ProposalSettingsPage() {
  await requireStaff("admin");
  const { settings } = await readRequest();
  const { words } = settings;
  const { mentors, mentee } = words;
  return (
    <SectionPage
      settings={settings}
      name="proposals"
      heading="Proposals"
      lede={`How long ${mentors} have to reply, when they are reminded, and how many proposals can be open at once.`}
      action={saveProposals}
    >
      {(set) => (
        <>
          <Note kind="plain">
            <p>
              Changes apply to proposals that are sent or reopened from now on. Open proposals keep the dates that both people
              were told.
            </p>
          </Note>
          <TextField
            name="remindAfterDays"
            label="Days on which a reminder is sent (optional)"
            hint="Days after sending, separated by commas. Leave this empty to send no reminders."
            initial={set.remindAfterDays ?? ""}
            maxLength={80}
          />
          <NumberField
            name="expireAfterDays"
            label="Expires"
            hint={`Without a reply by then, the proposal expires and the ${mentee} is free to ask somebody else.`}
            initial={set.expireAfterDays ?? ""}
            unit="days after it was sent"
          />
          <NumberField
            name="openPerMentee"
            label={`Open proposals that ${withArticle(mentee)} may have at once`}
            hint="Members who already have more keep them."
            initial={set.openPerMentee ?? ""}
          />
          <NumberField
            name="furtherChoices"
            label={`Further ${mentors} that ${withArticle(mentee)} can name with a proposal`}
            hint="If the proposal comes to nothing, we ask them one after the other. It all counts as one open proposal. 0 switches this off."
            initial={set.furtherChoices ?? ""}
          />
          <NumberField
            name="askAfterExpired"
            label={`${capital(withArticle(words.mentor))} is asked whether they are still available`}
            hint="We count proposals that expired one after the other without a reply. 0 means never."
            initial={set.askAfterExpired ?? ""}
            unit="expired proposals"
          />
          <NumberField
            name="standDownAfterExpired"
            label={`${capital(withArticle(words.mentor))} is made unavailable`}
            hint="We tell them, and one press makes them available again. 0 means never."
            initial={set.standDownAfterExpired ?? ""}
            unit="expired proposals in a row"
          />
          <NumberField
            name="askAfterSilentMonths"
            label={`${capital(withArticle(words.mentor))} who has not signed in for a while is asked the same`}
            hint="We count from their last visit or reply. 0 means never."
            initial={set.askAfterSilentMonths ?? ""}
            unit="months"
          />
          <NumberField
            name="remindProfileOnDay"
            label="A member without a profile is reminded once"
            hint="0 means never."
            initial={set.remindProfileOnDay ?? ""}
            unit="days after registering"
          />
          <TextField
            name="remindFirstProposalOnDays"
            label={`Days on which ${withArticle(mentee)} who has asked nobody is reminded (optional)`}
            hint="Days after making a profile, separated by commas. Leave this empty to remind nobody."
            initial={set.remindFirstProposalOnDays ?? ""}
            maxLength={80}
          />
          <NumberField
            name="openQuestions"
            label={`Questions that ${withArticle(mentee)} may have waiting at once`}
            hint={`These are questions to ${mentors} before a proposal. 0 switches them off.`}
            initial={set.openQuestions ?? ""}
          />
          <NumberField
            name="questionDays"
            label="A question closes"
            hint={`Without a reply by then, the ${mentee} is told and can ask somebody else.`}
            initial={set.questionDays ?? ""}
            unit="days after it was asked"
          />
        </>
      )}
    </SectionPage>
  );
}
