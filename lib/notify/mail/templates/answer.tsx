import { mailto } from "./layout";
import type { Facts, Letter } from "./letter";
import { Action, capitalise, Paragraph, Quote, Subheading, Suggestions, TextLink } from "./parts";

/** To the mentee: yes. Only here does an address of the other go out. */
export function proposalAccepted(facts: Facts): Letter {
  const { partner, words, settings } = facts;
  const { accent } = settings.society;
  const isTheOnly = settings.relationships.mentorsPerMentee === 1;
  return {
    subject: `${partner.name} has accepted your proposal`,
    preview: "You can now arrange your first conversation.",
    heading: `${partner.name} is now your ${words.mentor}`,
    body: (
      <>
        <Paragraph>{partner.name} has accepted your proposal.</Paragraph>
        {partner.email && (
          <Paragraph>
            You can write to {partner.name} at{" "}
            <TextLink href={mailto(partner.email)} accent={accent}>
              {partner.email}
            </TextLink>
            . {partner.name} can see your e-mail address, too.
          </Paragraph>
        )}
        <Subheading>The next step</Subheading>
        <Paragraph>
          Say hello, and suggest two or three times for a first conversation. Arranging it usually falls to you, the{" "}
          {words.mentee}.
        </Paragraph>
        <Action href={facts.href} accent={accent}>
          Open your relationship
        </Action>
        {isTheOnly && (
          <Paragraph isSoft>
            Any other proposals of yours that were still open are withdrawn, and those {words.mentors} are told.
          </Paragraph>
        )}
      </>
    ),
    because: `${partner.name} accepted your proposal`,
  };
}

/** To the mentee: no, and whom to ask next. */
export function proposalRejected(facts: Facts): Letter {
  const { partner, words, settings, proposal } = facts;
  const reason = proposal?.rejectionReason?.trim();
  return {
    subject: `${partner.name} cannot take up your proposal`,
    preview: `Other ${words.mentors} may well be able to.`,
    heading: `${partner.name} cannot take up your proposal`,
    body: (
      <>
        <Paragraph>
          {partner.name} has read your proposal and cannot be your {words.mentor} this time. That says nothing about you or your
          aims: {words.mentors} have little time to give, and most can take on only a few people.
        </Paragraph>
        {reason && (
          <>
            <Subheading>{`What ${partner.name} writes`}</Subheading>
            <Quote accent={settings.society.accent}>{reason}</Quote>
          </>
        )}
        <Suggestions facts={facts} />
        <Action href={facts.mentorsHref} accent={settings.society.accent}>
          {`See all ${words.mentors}`}
        </Action>
        <Paragraph isSoft>
          Your words are kept:{" "}
          <TextLink href={facts.href} accent={settings.society.accent}>
            your proposal
          </TextLink>{" "}
          can serve as a start for the next. {capitalise(words.mentors)} can also reopen what they have rejected; we would tell
          you.
        </Paragraph>
      </>
    ),
    because: `${partner.name} answered your proposal`,
  };
}
