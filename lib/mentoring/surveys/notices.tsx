import { asSentence } from "@/lib/foundation/wording";
import { LinkLine, Paragraph } from "@/lib/notify/letters/parts";
import { defineNotices, isTooLate, type NoticeDefinition, relationshipPage } from "@/lib/notify/notices/define";
import type { Facts, Letter } from "@/lib/notify/notices/letter";
import { standingSurvey } from "./standing";
import { SCALE, type Standing } from "./survey";
import { sayScore, sayWhoReads } from "./wording";

type LeadsTo = NoticeDefinition["leadsTo"];
const leadsTo: LeadsTo = ({ data }) => (data.surveyAskingId ? `/surveys/${data.surveyAskingId}` : "/");
const aboutPair: LeadsTo = ({ proposalId, data }) =>
  data.surveyAskingId ? leadsTo({ proposalId, data }) : relationshipPage()({ proposalId, data });

const REMINDER = {
  to: "member",
  needs: ["survey"],
  settled: isTooLate,
  sentence: ({ data }) => `You can still answer: ${asSentence(data.survey || "a short survey")} We will not ask again.`,
  leadsTo,
  letter: (facts) => ({
    subject: `${facts.product}: you can still answer “${facts.data.survey || "a short survey"}”`,
    preview: "It takes a minute, and we will not ask again.",
    body: (
      <>
        <Paragraph>
          We asked you a week ago, and would still like to hear from you. If you would rather not answer, there is nothing you
          need to do: we will not ask again.
        </Paragraph>
        <Paragraph isSoft>{sayWhoReads(facts.society)}</Paragraph>
        <LinkLine to={facts.toAnswer("")}>Answer now</LinkLine>
      </>
    ),
    because: "you have not answered a survey yet",
  }),
} satisfies Omit<NoticeDefinition, "group">;

/** The surveys, which are answered from the mail without signing in. */
export const SURVEY_NOTICES = defineNotices({
  "survey-meeting": {
    group: "relationships",
    to: "either",
    needs: ["survey"],
    settled: isTooLate,
    label: "Survey after a meeting",
    sentence: ({ name }) => `How was your meeting with ${name}? One press is enough to tell us.`,
    leadsTo: aboutPair,
    letter: (facts) => standing(facts, "meeting", `How was your meeting with ${facts.name}?`, "you have held a meeting"),
  },
  "survey-pulse": {
    group: "relationships",
    to: "either",
    needs: ["survey"],
    settled: isTooLate,
    label: "Survey during a relationship",
    sentence: ({ name }) => `How is your mentoring with ${name} going? One press is enough to tell us.`,
    leadsTo: aboutPair,
    letter: (facts) =>
      standing(facts, "pulse", `How is your mentoring with ${facts.name} going?`, "you are in a mentoring relationship"),
  },
  "survey-closing": {
    group: "relationships",
    to: "either",
    needs: ["survey"],
    settled: isTooLate,
    label: "Survey at the end of a relationship",
    sentence: ({ name }) => `Your mentoring with ${name} is over. How was it, all in all?`,
    leadsTo: aboutPair,
    letter: (facts) =>
      standing(facts, "closing", `How was your mentoring with ${facts.name}?`, "your mentoring relationship has ended"),
  },
  // A survey of the society's own.
  "survey-own": {
    group: "news",
    to: "member",
    needs: ["survey"],
    settled: isTooLate,
    label: "Survey of the society",
    sentence: ({ data }) => `The society would like to hear from you: ${asSentence(data.survey ?? "a survey")}`,
    leadsTo,
    letter: (facts) => ({
      subject: `${facts.product}: ${facts.data.survey ?? "a few questions"}`,
      preview: "A few questions, and you need not sign in.",
      body: (
        <>
          <Paragraph>{facts.society} would like to hear from you. You need not sign in to answer.</Paragraph>
          <Paragraph isSoft>{sayWhoReads(facts.society)}</Paragraph>
          <LinkLine to={facts.toAnswer("")}>Answer the questions</LinkLine>
        </>
      ),
      because: `you are a member of ${facts.product}`,
    }),
  },
  // Once, and only to members who have not answered: of a survey of the society's own, and of one about a relationship, which stands in
  // the group in which it was asked, so that whoever switches one off hears of neither.
  "survey-reminder": { group: "news", label: "Reminder of a survey of the society", ...REMINDER },
  "survey-pair-reminder": { group: "relationships", label: "Reminder of a survey about a relationship", ...REMINDER },
});
export type SurveyNotice = keyof typeof SURVEY_NOTICES;

function standing(facts: Facts, survey: Standing, subject: string, because: string): Letter {
  const [first] = standingSurvey(survey).questions;
  return {
    subject,
    preview: "One press is enough, and you need not sign in.",
    body: (
      <>
        <Paragraph isSoft>{sayWhoReads(facts.society)}</Paragraph>
        <Paragraph>{first?.question} Choose one of the five; you need not sign in.</Paragraph>
        {SCALE.map((score) => (
          <LinkLine key={score} to={facts.toAnswer(String(score))}>
            {sayScore(score)}
          </LinkLine>
        ))}
      </>
    ),
    because,
  };
}
