import { LinkLine, Paragraph } from "@/lib/notify/letters/parts";
import { defineNotices, isTooLate, type NoticeDefinition, relationshipPage } from "@/lib/notify/notices/define";
import type { Facts } from "@/lib/notify/notices/letter";
import { hasEnded } from "@/lib/pairing/relationships/notices/course";
import { ANSWERS, type Question, sayAnswer, sayQuestion } from "../question";

/** An answer, and the next question, mark it as read in the same statement. */
const isOver: NonNullable<NoticeDefinition["settled"]> = (matter, now) =>
  hasEnded(matter.relationship) || isTooLate(matter, now);

/** The questions to both partners, which one press answers. */
export const QUESTIONS_ASKED = defineNotices({
  "have-you-met": {
    group: "relationships",
    to: "either",
    sentence: ({ name }) => `Have you and ${name} met? One press is enough to tell us.`,
    leadsTo: relationshipPage(),
    settled: isOver,
    needs: ["answer"],
    letter: (facts) => ({
      subject: sayQuestion("met", facts.name),
      preview: "One press is enough to tell us, and you need not sign in.",
      body: (
        <>
          <Paragraph>
            You and {facts.name} agreed to work together, and so far we know of no meeting. How is it going? You need not sign
            in to answer.
          </Paragraph>
          <FourAnswers facts={facts} question="met" />
        </>
      ),
      because: `your mentoring with ${facts.name} has just begun`,
    }),
  },

  "still-meeting": {
    group: "relationships",
    to: "either",
    sentence: ({ name }) => `Are you and ${name} still meeting? One press is enough to tell us.`,
    leadsTo: relationshipPage(),
    settled: isOver,
    needs: ["answer"],
    letter: (facts) => ({
      subject: sayQuestion("still", facts.name),
      preview: "One press is enough to tell us, and you need not sign in.",
      body: (
        <>
          <Paragraph>
            It has been quiet between you and {facts.name} for a while: we know of no meeting and no message. That may be just
            right. How is it going? You need not sign in to answer.
          </Paragraph>
          <FourAnswers facts={facts} question="still" />
          <LinkLine to={facts.here}>If you both need a break, suggest a pause</LinkLine>
        </>
      ),
      because: `you are in a mentoring relationship with ${facts.name}`,
    }),
  },

  // To the one from whom the other has heard nothing.
  "partner-waits": {
    group: "relationships",
    to: "either",
    sentence: ({ name }) => `${name} is hoping to hear from you. One press is enough to tell us how it is going.`,
    leadsTo: relationshipPage(),
    settled: isOver,
    needs: ["answer"],
    letter: (facts) => ({
      subject: `${facts.name} is hoping to hear from you`,
      preview: "Perhaps a message went astray. One press is enough to tell us how it is going.",
      body: (
        <>
          <Paragraph>
            {facts.name} has told us that no reply has come from you so far. Perhaps a message went astray, or it has been a
            busy time. A short line from you is enough, and so is an honest “not now”.
          </Paragraph>
          <FourAnswers facts={facts} question={facts.data.isStill ? "still" : "met"} />
          <LinkLine
            to={facts.toPage(`/relationships/${facts.proposal?.id ?? ""}/messages`)}
          >{`Write to ${facts.name}`}</LinkLine>
        </>
      ),
      because: `you are in a mentoring relationship with ${facts.name}`,
    }),
  },
});

function FourAnswers({ facts, question }: { facts: Facts; question: Question }) {
  return ANSWERS.map((answer) => (
    <LinkLine key={answer} to={facts.toAnswer(answer)}>
      {sayAnswer(answer, question)}
    </LinkLine>
  ));
}
