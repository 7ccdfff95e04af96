import type { Facts, Letter } from "./letter";
import { Action, Paragraph, Suggestions, TextLink } from "./parts";

/** To the mentor, on the days of the schedule: somebody still waits. */
export function proposalReminder(facts: Facts): Letter {
  const { partner, words, data, settings } = facts;
  const { accent } = settings.society;
  const days = data.day === undefined ? "Some days" : data.day === 1 ? "One day" : `${data.day} days`;
  return {
    subject: `${partner.name} is waiting for your answer`,
    preview: facts.deadline ? `You can still answer until ${facts.deadline}.` : "You can still answer.",
    heading: `${partner.name} is waiting for your answer`,
    body: (
      <>
        <Paragraph>
          {days} ago {partner.name} asked you to be their {words.mentor}. Either answer is a good one: with a yes you begin, and
          with a no {partner.name} can ask somebody else.
        </Paragraph>
        <Action href={facts.href} accent={accent}>
          Accept or reject
        </Action>
        {facts.deadline && (
          <Paragraph>
            Your answer counts until {facts.deadline}. After that the proposal is withdrawn, and {partner.name} is asked to
            choose another {words.mentor}.
          </Paragraph>
        )}
        <Paragraph isSoft>
          Not a good time at all? Choose “Make Unavailable” in{" "}
          <TextLink href={facts.accountHref} accent={accent}>
            Edit Account
          </TextLink>
          , and nobody new can ask you until you switch it back.
        </Paragraph>
      </>
    ),
    because: `you have not answered the proposal from ${partner.name} yet`,
  };
}

/** To the mentee: no answer came; whom to ask next. */
export function expiredForMentee(facts: Facts): Letter {
  const { partner, words, settings } = facts;
  return {
    subject: `Please choose another ${words.mentor}: ${partner.name} did not answer`,
    preview: `Your proposal is withdrawn, and you are free to ask another ${words.mentor}.`,
    heading: `Please choose another ${words.mentor}`,
    body: (
      <>
        <Paragraph>
          {partner.name} did not answer your proposal {facts.expireDays}, so we have withdrawn it for you. Silence mostly means
          that somebody is busy; it says nothing about you or your aims.
        </Paragraph>
        <Suggestions facts={facts} />
        <Action href={facts.mentorsHref} accent={settings.society.accent}>
          {`Choose another ${words.mentor}`}
        </Action>
        <Paragraph isSoft>
          What you wrote is kept in{" "}
          <TextLink href={facts.href} accent={settings.society.accent}>
            your proposal
          </TextLink>{" "}
          and can serve as a start for the next. Should {partner.name} reopen it, we will tell you.
        </Paragraph>
      </>
    ),
    because: `your proposal to ${partner.name} had no answer`,
  };
}

/** To the mentor: it is too late to answer, and what can still be done. */
export function expiredForMentor(facts: Facts): Letter {
  const { partner, words, settings } = facts;
  const { accent } = settings.society;
  return {
    subject: `The proposal from ${partner.name} is withdrawn`,
    preview: `There was no answer ${facts.expireDays}.`,
    heading: `The proposal from ${partner.name} is withdrawn`,
    body: (
      <>
        <Paragraph>
          There was no answer {facts.expireDays}, so the proposal is withdrawn, and {partner.name} is asked to choose another{" "}
          {words.mentor}.
        </Paragraph>
        <Paragraph>
          If you would still like to take it up, choose “Reopen Request” on the page of the proposal. {partner.name} is then
          told, and you can accept.
        </Paragraph>
        <Action href={facts.href} accent={accent}>
          Open the proposal
        </Action>
        <Paragraph isSoft>
          If you have no time at present, choose “Make Unavailable” in{" "}
          <TextLink href={facts.accountHref} accent={accent}>
            Edit Account
          </TextLink>
          , and nobody new can ask you until you switch it back.
        </Paragraph>
      </>
    ),
    because: `${partner.name} had sent you a proposal`,
  };
}
