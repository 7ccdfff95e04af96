import { Action, LinkLine, Paragraph, Quote } from "@/lib/notify/letters/parts";
import { defineNotices, relationshipPage } from "@/lib/notify/notices/define";
import { answerBy, hasGoneOn, isAnswered } from "./unanswered";

/** What staff do to a proposal, to both. */
export const STAFF = defineNotices({
  "proposal-extended": {
    group: "proposals",
    to: "either",
    sentence: (told) => {
      const { name, role, data, day } = told;
      if (role !== "mentee") return `The society has given you more time to answer the proposal from ${name}.${answerBy(told)}`;
      const until = day(data.expiresAt);
      return `The society has given ${name} more time to answer your proposal${until === null ? "" : `, until ${until}`}.`;
    },
    leadsTo: relationshipPage("details"),
    settled: isAnswered,
    letter: ({ name, role, society, deadline, here }) => {
      const until = deadline ? `until ${deadline}` : "for some more days";
      const preview = `${society} has moved the deadline.`;
      if (role === "mentee")
        return {
          subject: `${name} has more time to answer your proposal`,
          preview,
          body: (
            <>
              <Paragraph>
                {society} has given {name} {until} to answer. We have told {name} the same.
              </Paragraph>
              <Paragraph>You do not have to wait: until then you can withdraw your proposal at any time.</Paragraph>
              <LinkLine to={here}>See the proposal</LinkLine>
            </>
          ),
          because: `you sent ${name} a proposal`,
        };
      return {
        subject: `You have more time to answer ${name}`,
        preview,
        body: (
          <>
            <Paragraph>
              {society} has given you {until} to answer. We have told {name} the same. It is fine to say no, too.
            </Paragraph>
            <Action to={here}>Read and answer</Action>
          </>
        ),
        because: `${name} sent you a proposal`,
      };
    },
  },

  "proposal-withdrawn-staff": {
    group: "proposals",
    to: "either",
    sentence: ({ name, role }) =>
      `The society has withdrawn ${role === "mentee" ? `your proposal to ${name}` : `the proposal from ${name}`}, and says why.`,
    leadsTo: relationshipPage("details"),
    settled: hasGoneOn("withdrawn"),
    letter: ({ name, role, society, proposal, words, accent, here, mentors }) => {
      const isMentee = role === "mentee";
      return {
        subject: isMentee ? `Your proposal to ${name} has been withdrawn` : `The proposal from ${name} has been withdrawn`,
        preview: `${society} has withdrawn it, and says why.`,
        body: (
          <>
            <Paragraph>
              {society} has withdrawn it, and has sent this explanation to you and {name}:
            </Paragraph>
            {proposal?.withdrawnWords && <Quote accent={accent}>{proposal.withdrawnWords}</Quote>}
            {isMentee ? (
              <Action to={mentors}>{`Choose another ${words.mentor}`}</Action>
            ) : (
              <Paragraph>There is nothing you need to do.</Paragraph>
            )}
            <LinkLine to={here}>See the proposal</LinkLine>
          </>
        ),
        because: isMentee ? `you had sent ${name} a proposal` : `${name} had sent you a proposal`,
      };
    },
  },
});
