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
            label={`More ${mentors} to name with a proposal`}
            hint="They are asked one after the other if it comes to nothing, and it counts as one open proposal. Enter 0 to switch this off."
            initial={set.furtherChoices ?? ""}
          />
          <NumberField
            name="askAfterExpired"
            label={`${capital(withArticle(words.mentor))} is asked whether they are still available`}
            hint="Counted are proposals that expired one after the other without a reply. 0 means never."
            initial={set.askAfterExpired ?? ""}
            unit="expired proposals"
          />
          <NumberField
            name="standDownAfterExpired"
            label={`${capital(withArticle(words.mentor))} is made unavailable`}
            hint="We tell them, and they are back with one press. 0 means never."
            initial={set.standDownAfterExpired ?? ""}
            unit="expired proposals in a row"
          />
          <NumberField
            name="askAfterSilentMonths"
            label={`${capital(withArticle(words.mentor))} who has not been seen is asked the same`}
            hint="Counted from their last visit or reply. 0 means never."
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
            hint={`Before a proposal, ${withArticle(mentee)} can ask ${mentors} a question. 0 switches this off.`}
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
