import { withArticle } from "@/lib/foundation/wording";
import { Action, LinkLine, Paragraph } from "@/lib/notify/letters/parts";
import { defineNotices, relationshipPage } from "@/lib/notify/notices/define";
import type { Facts } from "@/lib/notify/notices/letter";
import { PassedOn, whatNow } from "./passed-on";
import { hasGoneOn, isOpenAgain } from "./unanswered";

/** A proposal that is taken back, or falls away with something else. */
export const WITHDRAWALS = defineNotices({
  "proposal-withdrawn": {
    group: "proposals",
    to: "mentor",
    sentence: ({ name }) => `${name} has withdrawn the proposal to you. There is nothing you need to do.`,
    leadsTo: relationshipPage("details"),
    settled: isOpenAgain("withdrawn"),
    letter: ({ name, here }) => ({
      subject: `${name} has withdrawn the proposal to you`,
      preview: "There is nothing you need to do.",
      body: (
        <>
          <Paragraph>There is nothing you need to do. If {name} reopens it, we will tell you.</Paragraph>
          <LinkLine to={here}>See the proposal</LinkLine>
        </>
      ),
      because: `${name} withdrew a proposal to you`,
    }),
  },

  "proposal-withdrawn-matched": {
    group: "proposals",
    to: "mentor",
    sentence: ({ name, words }) => `${name} has found ${withArticle(words.mentor)}, so the proposal to you has been withdrawn.`,
    leadsTo: relationshipPage("details"),
    settled: isOpenAgain("withdrawn"),
    letter: ({ name, words, here }) => ({
      subject: `${name} has found ${withArticle(words.mentor)}`,
      preview: "The proposal to you has been withdrawn. There is nothing you need to do.",
      body: (
        <>
          <Paragraph>
            {name} had asked more than one {words.mentor}, and another has accepted. So the proposal to you has been withdrawn,
            and there is nothing you need to do.
          </Paragraph>
          <Paragraph>Thank you for being willing to help.</Paragraph>
          <LinkLine to={here}>See the proposal</LinkLine>
        </>
      ),
      because: `${name} had sent you a proposal`,
    }),
  },

  // The account of the other is gone, for whatever reason.
  "proposal-closed": {
    group: "proposals",
    to: "either",
    sentence: (told) =>
      `${told.name} is no longer on ${told.product}, so the proposal has been withdrawn. ${whatNow(told, "")}`.trimEnd(),
    leadsTo: relationshipPage("details"),
    settled: hasGoneOn("withdrawn"),
    letter: (facts) => {
      const { name, role, product, here } = facts;
      const isMentee = role === "mentee";
      return {
        subject: isMentee ? `Your proposal to ${name} has been withdrawn` : `The proposal from ${name} has been withdrawn`,
        preview: `${name} is no longer on ${product}.`,
        body: (
          <>
            <Paragraph>
              {name} is no longer on {product}, so the proposal between you has been withdrawn. This has nothing to do with you.
            </Paragraph>
            {isMentee ? (
              <AskAnother facts={facts} />
            ) : (
              <>
                <Paragraph>There is nothing you need to do.</Paragraph>
                <LinkLine to={here}>See the proposal</LinkLine>
              </>
            )}
          </>
        ),
        because: isMentee ? `you had sent ${name} a proposal` : `${name} had sent you a proposal`,
      };
    },
  },
});

/** To a mentee, who either has named somebody to ask next, or can ask whom they like. */
function AskAnother({ facts }: { facts: Facts }) {
  const { words, here, mentors, proposal } = facts;
  if (proposal?.isPassedOn) {
    return (
      <>
        <PassedOn facts={facts} />
        <Action to={here}>See your proposal</Action>
      </>
    );
  }
  return (
    <>
      <Paragraph>We have kept what you wrote, and you can ask another {words.mentor} straight away.</Paragraph>
      <Action to={mentors}>{`Choose another ${words.mentor}`}</Action>
    </>
  );
}
