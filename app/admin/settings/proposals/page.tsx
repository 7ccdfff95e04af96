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
