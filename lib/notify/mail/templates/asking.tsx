import { listInWords } from "@/lib/foundation/wording";
import type { Facts, Letter } from "./letter";
import { Action, Paragraph, Quote, Subheading } from "./parts";

/** To the mentor: somebody asks. */
export function proposalSent(facts: Facts): Letter {
  const { partner, words } = facts;
  return {
    subject: `${partner.name} asks you to be their ${words.mentor}`,
    preview: facts.deadline ? `Please answer by ${facts.deadline}.` : "Please read it and answer.",
    heading: `${partner.name} asks you to be their ${words.mentor}`,
    body: (
      <>
        {partner.headline && (
          <Paragraph>
            {partner.name}, in their own words: {partner.headline}
          </Paragraph>
        )}
        <Wishes facts={facts} />
        <Action href={facts.href} accent={facts.settings.society.accent}>
          Read and answer
        </Action>
        <HowLong facts={facts} />
      </>
    ),
    because: `${partner.name} sent you a proposal`,
  };
}

/** To the mentor: the text is another one now. */
export function proposalEdited(facts: Facts): Letter {
  const { partner } = facts;
  return {
    subject: `${partner.name} has changed the proposal to you`,
    preview: "This is how it reads now.",
    heading: `${partner.name} has changed the proposal to you`,
    body: (
      <>
        <Paragraph>This is how it reads now. The earlier text is kept beside it.</Paragraph>
        <Wishes facts={facts} />
        <Action href={facts.href} accent={facts.settings.society.accent}>
          Read and answer
        </Action>
        {facts.deadline && <Paragraph>The date has not changed: please answer by {facts.deadline}.</Paragraph>}
      </>
    ),
    because: `${partner.name} changed the proposal that you have not answered yet`,
  };
}

/** To the mentor: the mentee asks again after withdrawing. */
export function reopenedForMentor(facts: Facts): Letter {
  const { partner, words } = facts;
  return {
    subject: `${partner.name} has reopened the proposal to you`,
    preview: `${partner.name} would still like you as their ${words.mentor}.`,
    heading: `${partner.name} has reopened the proposal to you`,
    body: (
      <>
        <Paragraph>
          {partner.name} had withdrawn it, and would now like you as their {words.mentor} after all.
        </Paragraph>
        <Wishes facts={facts} />
        <Action href={facts.href} accent={facts.settings.society.accent}>
          Read and answer
        </Action>
        <HowLong facts={facts} />
      </>
    ),
    because: `${partner.name} reopened a proposal to you`,
  };
}

/** To the mentee: the mentor thought again. */
export function reopenedForMentee(facts: Facts): Letter {
  const { partner } = facts;
  return {
    subject: `${partner.name} has reopened your proposal`,
    preview: `${partner.name} can now accept it.`,
    heading: `${partner.name} has reopened your proposal`,
    body: (
      <>
        <Paragraph>
          Your proposal is open again, and {partner.name} can now accept it. There is nothing you need to do.
        </Paragraph>
        {facts.deadline && (
          <Paragraph>You will have an answer by {facts.deadline}, or we will tell you that there is none.</Paragraph>
        )}
        <Action href={facts.href} accent={facts.settings.society.accent}>
          See your proposal
        </Action>
        <Paragraph isSoft>If you would rather not go on with it, you can withdraw it there.</Paragraph>
      </>
    ),
    because: `${partner.name} reopened your proposal`,
  };
}

/** What the mentee wrote, and chose. */
function Wishes({ facts: { proposal, topicLabels, settings } }: { facts: Facts }) {
  if (!proposal) return null;
  return (
    <>
      <Subheading>What they would like to achieve</Subheading>
      <Quote accent={settings.society.accent}>{proposal.objectives}</Quote>
      {topicLabels.length > 0 && <Paragraph>Topics: {listInWords(topicLabels)}.</Paragraph>}
    </>
  );
}

/** The schedule, said beforehand, so that nothing later is a surprise. */
function HowLong({ facts: { proposal, deadline, partner, words } }: { facts: Facts }) {
  if (!proposal || !deadline) return null;
  const days = proposal.remindDays;
  return (
    <>
      <Paragraph>Please answer by {deadline}. You can accept or reject; a reason is welcome, and not needed.</Paragraph>
      <Paragraph isSoft>
        {days.length > 0 &&
          `Until then we will remind you after ${listInWords(days.map(String))} ${days.at(-1) === 1 ? "day" : "days"}. `}
        Without an answer by that date the proposal is withdrawn, and {partner.name} is asked to choose another {words.mentor}.
      </Paragraph>
    </>
  );
}
