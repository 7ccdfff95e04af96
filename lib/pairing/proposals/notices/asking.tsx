import { listInWords } from "@/lib/foundation/wording";
import { Action, Paragraph, Quote, Subheading } from "@/lib/notify/letters/parts";
import { defineNotices, relationshipPage } from "@/lib/notify/notices/define";
import type { Facts } from "@/lib/notify/notices/letter";
import { answerBy, isAnswered, whyNotAsked } from "./unanswered";

/** A mentee asks, changes what they ask, or asks again; and a mentor thinks again. */
export const ASKING = defineNotices({
  "proposal-sent": {
    group: "proposals",
    to: "mentor",
    sentence: (told) => `${told.name} has sent you a proposal.${answerBy(told)}`,
    leadsTo: relationshipPage("details"),
    needs: ["words"],
    overtaken: whyNotAsked,
    settled: isAnswered,
    letter: (facts) => ({
      subject: `${facts.name} asks you to be their ${facts.words.mentor}`,
      preview: facts.deadline ? `Please answer by ${facts.deadline}.` : "Please read it and answer.",
      body: (
        <>
          {facts.partner.headline && (
            <Paragraph>
              {facts.name}, in their own words: {facts.partner.headline}
            </Paragraph>
          )}
          <Wishes facts={facts} />
          <Action to={facts.here}>Read and answer</Action>
          <HowLong facts={facts} />
        </>
      ),
      because: `${facts.name} sent you a proposal`,
    }),
  },

  "proposal-edited": {
    group: "proposals",
    to: "mentor",
    sentence: (told) => `${told.name} has changed the proposal to you.${answerBy(told)}`,
    leadsTo: relationshipPage("details"),
    needs: ["words"],
    overtaken: whyNotAsked,
    settled: isAnswered,
    letter: (facts) => ({
      subject: `${facts.name} has changed the proposal to you`,
      preview: "Here is the new text.",
      body: (
        <>
          <Paragraph>Here is the new text. You can still read the earlier one on the page of the proposal.</Paragraph>
          <Wishes facts={facts} />
          <Action to={facts.here}>Read and answer</Action>
          {facts.deadline && <Paragraph>The deadline has not changed: please answer by {facts.deadline}.</Paragraph>}
        </>
      ),
      because: `${facts.name} changed the proposal that you have not answered yet`,
    }),
  },

  "proposal-reopened-mentor": {
    group: "proposals",
    to: "mentor",
    label: "Proposal open again (to the recipient)",
    sentence: (told) => `${told.name} has reopened the proposal to you.${answerBy(told)}`,
    leadsTo: relationshipPage("details"),
    needs: ["words"],
    overtaken: whyNotAsked,
    settled: isAnswered,
    letter: (facts) => ({
      subject: `${facts.name} has reopened the proposal to you`,
      preview: `${facts.name} would still like you as their ${facts.words.mentor}.`,
      body: (
        <>
          <Paragraph>
            {facts.name} had withdrawn it, and would now like you as their {facts.words.mentor} after all.
          </Paragraph>
          <Wishes facts={facts} />
          <Action to={facts.here}>Read and answer</Action>
          <HowLong facts={facts} />
        </>
      ),
      because: `${facts.name} reopened a proposal to you`,
    }),
  },

  "proposal-reopened-mentee": {
    group: "proposals",
    to: "mentee",
    label: "Proposal open again (to the sender)",
    sentence: ({ name }) => `${name} has reopened your proposal and can now accept it.`,
    leadsTo: relationshipPage("details"),
    settled: isAnswered,
    letter: ({ name, deadline, here }) => ({
      subject: `${name} has reopened your proposal`,
      preview: `${name} can now accept it.`,
      body: (
        <>
          <Paragraph>Your proposal is open again, and {name} can now accept it. There is nothing you need to do.</Paragraph>
          {deadline && (
            <Paragraph>
              If {name} has not answered by {deadline}, we will let you know.
            </Paragraph>
          )}
          <Action to={here}>See your proposal</Action>
          <Paragraph isSoft>If you would rather not go ahead, you can withdraw it there.</Paragraph>
        </>
      ),
      because: `${name} reopened your proposal`,
    }),
  },
});

/** What the mentee wrote, and chose. */
export function Wishes({ facts: { proposal, topicLabels, accent, say } }: { facts: Facts }) {
  if (!proposal) return null;
  return (
    <>
      <Subheading>What they would like to achieve</Subheading>
      <Quote accent={accent}>{proposal.objectives}</Quote>
      {topicLabels.length > 0 && <Paragraph>Topics: {say("topics", listInWords(topicLabels))}.</Paragraph>}
    </>
  );
}

/** The schedule, said beforehand, so that nothing later is a surprise. */
function HowLong({ facts: { proposal, deadline, words, say } }: { facts: Facts }) {
  if (!proposal || !deadline) return null;
  const days = proposal.remindDays;
  return (
    <>
      <Paragraph>
        Please answer by {deadline}. You can accept or reject. You may give a reason, but you do not have to.
      </Paragraph>
      <Paragraph isSoft>
        {days.length > 0 &&
          `Until then we will remind you after ${say("days", `${listInWords(days.map(String))} ${days.at(-1) === 1 ? "day" : "days"}`)}. `}
        If you have not answered by then, we withdraw the proposal, so that another {words.mentor} can be asked.
      </Paragraph>
    </>
  );
}
