import { withArticle } from "@/lib/foundation/wording";
import { Action, Paragraph, Suggestions, TextLink } from "@/lib/notify/letters/parts";
import { defineNotices } from "@/lib/notify/notices/define";
import { conversationPage } from "@/lib/pairing/conversations/notices";

export const QUESTION_NOTICES = defineNotices({
  // Who asks, and until when; never what.
  "question-asked": {
    group: "proposals",
    to: "mentor",
    sentence: ({ name, data, day }) => {
      const until = day(data.expiresAt);
      return `${name} has a question for you${data.programme ? ` in ${data.programme}` : ""}.${until === null ? "" : ` You can reply until ${until}.`}`;
    },
    leadsTo: conversationPage,
    // A reply, and whatever else closes it, marks the notice as read in the same statement; past its day it is closed already.
    settled: ({ data }, now) => data.expiresAt !== undefined && new Date(data.expiresAt) <= now,
    letter: ({ name, words, product, data, deadline, here, toPage }) => ({
      subject: `${name} has a question for you`,
      preview: `You can read it on ${product}.`,
      body: (
        <>
          <Paragraph>
            {name} is looking for {withArticle(words.mentor)} and would like to ask you something before sending a proposal. A
            line or two is enough, and it commits you to nothing. Neither of you sees the other’s e-mail address.
          </Paragraph>
          {data.programme && <Paragraph>You are both in {data.programme}, and the question is asked there.</Paragraph>}
          {deadline && (
            <Paragraph>
              You can reply until {deadline}. After that the question closes, and we tell {name}.
            </Paragraph>
          )}
          <Action to={here}>Read and reply</Action>
          <Paragraph isSoft>
            What you write to each other is only for you two, so it is not in this mail. If you would rather not be asked
            questions, you can say so in <TextLink to={toPage("/profile")}>your profile</TextLink>.
          </Paragraph>
        </>
      ),
      because: `${name} asked you a question`,
    }),
  },

  "question-unanswered": {
    group: "proposals",
    to: "mentee",
    sentence: ({ name, words }) =>
      `${name} did not answer your question, so it is closed. You can ask another ${words.mentor}, or send a proposal.`,
    leadsTo: conversationPage,
    needs: ["suggestions"],
    letter: (facts) => ({
      subject: `${facts.name} did not answer your question`,
      preview: `You are free to ask another ${facts.words.mentor}.`,
      body: (
        <>
          <Paragraph>
            Your question to {facts.name} had no answer, so we have closed it. Usually this only means that somebody is busy; it
            says nothing about you or your question. You can still send {facts.name} a proposal, or ask somebody else.
          </Paragraph>
          <Suggestions facts={facts} />
          <Action to={facts.mentors}>{`See all ${facts.words.mentors}`}</Action>
        </>
      ),
      because: `you asked ${facts.name} a question`,
    }),
  },
});
export type QuestionNotice = keyof typeof QUESTION_NOTICES;
