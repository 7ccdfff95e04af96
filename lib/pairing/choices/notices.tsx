import { Action, Paragraph, Suggestions } from "@/lib/notify/letters/parts";
import { defineNotices, relationshipPage } from "@/lib/notify/notices/define";
import { isGoingOn } from "@/lib/pairing/proposals/notices/unanswered";

export const CHOICE_NOTICES = defineNotices({
  "choices-over": {
    group: "proposals",
    to: "mentee",
    label: "No further choice could be asked",
    sentence: ({ name, words }) =>
      `After ${name}, none of your further choices can take on somebody at present. Please choose another ${words.mentor}.`,
    leadsTo: relationshipPage("details"),
    settled: isGoingOn,
    needs: ["suggestions"],
    letter: (facts) => {
      const { name, words, here, mentors } = facts;
      return {
        subject: `After ${name}, none of your further choices has a place`,
        preview: "We have kept what you wrote.",
        heading: `Please choose another ${words.mentor}`,
        body: (
          <>
            <Paragraph>
              After your proposal to {name} we wanted to ask the {words.mentors} you had named next, but none of them can take
              on somebody at present. So your proposal is with nobody at the moment.
            </Paragraph>
            <Suggestions facts={facts} />
            <Action to={mentors}>{`Choose another ${words.mentor}`}</Action>
            <Action to={here}>See your proposal</Action>
          </>
        ),
        because: `you had named further choices with your proposal to ${name}`,
      };
    },
  },
});
export type ChoiceNotice = keyof typeof CHOICE_NOTICES;
