import { Action, LinkLine, Paragraph } from "@/lib/notify/letters/parts";
import { defineNotices, isTooLate } from "@/lib/notify/notices/define";
import type { Facts } from "@/lib/notify/notices/letter";
import { ANSWERS, sayAnswer } from "./still-available";

/** What mentors are asked and told who have not replied. */
export const STILL_AVAILABLE_NOTICES = defineNotices({
  "still-available": {
    group: "account",
    to: "mentor",
    needs: ["availability"],
    sentence: () => "A proposal to you has expired without a reply. Are you still available?",
    settled: isTooLate,
    leadsTo: () => "/",
    letter: (facts) => ({
      subject: `Are you still available on ${facts.product}?`,
      preview: "One press is enough to tell us, and you need not sign in.",
      body: (
        <>
          <Paragraph>
            A proposal to you has expired without a reply. That can happen to anybody. We only ask so that {facts.words.mentees}{" "}
            do not wait for somebody who has no time at present.
          </Paragraph>
          <ThreeAnswers facts={facts} />
        </>
      ),
      because: "a proposal to you has expired without a reply",
    }),
  },

  // After a year without a visit or a reply, as the society has set it.
  "still-there": {
    group: "account",
    to: "mentor",
    needs: ["availability"],
    label: "Still available, after a year?",
    sentence: ({ words }) => `We have not seen you for a while. Are you still available to ${words.mentees}?`,
    settled: isTooLate,
    leadsTo: () => "/",
    letter: (facts) => ({
      subject: `Are you still available to ${facts.words.mentees} on ${facts.product}?`,
      preview: "We have not seen you for a while. One press is enough to tell us.",
      body: (
        <>
          <Paragraph>
            We have not seen you on {facts.product} for a while, and {facts.words.mentees} can still find you there. If that is
            right, one press is enough, and you need not sign in.
          </Paragraph>
          <ThreeAnswers facts={facts} />
        </>
      ),
      because: `you have a profile as ${facts.words.mentor}`,
    }),
  },

  "stood-down": {
    group: "account",
    to: "mentor",
    needs: ["availability"],
    label: "Made unavailable after expired proposals",
    sentence: ({ words }) =>
      `Proposals to you have expired one after the other, so ${words.mentees} cannot find you for now. You can return at any time.`,
    leadsTo: () => "/account",
    letter: (facts) => ({
      subject: `You are unavailable on ${facts.product} for now`,
      preview: "One press makes you available again, whenever it suits you.",
      body: (
        <>
          <Paragraph>
            Proposals to you have expired one after the other without a reply, so we take it that you have no time at present.
            New {facts.words.mentees} cannot find you for now. Your other proposals and your relationships carry on.
          </Paragraph>
          <Paragraph>Thank you for the time you give. One press makes you available again, whenever it suits you.</Paragraph>
          <Action to={facts.toAnswer("yes")}>Make Available</Action>
        </>
      ),
      because: "proposals to you have expired without a reply",
    }),
  },
});
export type StillAvailableNotice = keyof typeof STILL_AVAILABLE_NOTICES;

function ThreeAnswers({ facts }: { facts: Facts }) {
  return ANSWERS.map((answer) => (
    <LinkLine key={answer} to={facts.toAnswer(answer)}>
      {sayAnswer(answer)}
    </LinkLine>
  ));
}
