import type { Facts, Letter } from "./letter";
import { Action, Paragraph, TextLink } from "./parts";

/** To the mentor: the mentee took it back. */
export function proposalWithdrawn(facts: Facts): Letter {
  const { partner } = facts;
  return {
    subject: `${partner.name} has withdrawn the proposal to you`,
    preview: "There is nothing you need to do.",
    heading: `${partner.name} has withdrawn the proposal to you`,
    body: (
      <>
        <Paragraph>There is nothing you need to do. If {partner.name} reopens it, we will tell you.</Paragraph>
        <SeeIt facts={facts} />
      </>
    ),
    because: `${partner.name} withdrew a proposal to you`,
  };
}

/** To the mentor: another one was quicker. */
export function withdrawnSinceMatched(facts: Facts): Letter {
  const { partner, words } = facts;
  return {
    subject: `${partner.name} has found a ${words.mentor}`,
    preview: "The proposal to you is withdrawn. There is nothing you need to do.",
    heading: `${partner.name} has found a ${words.mentor}`,
    body: (
      <>
        <Paragraph>
          {partner.name} had asked more than one {words.mentor}, and another has accepted. So the proposal to you is withdrawn,
          and there is nothing you need to do.
        </Paragraph>
        <Paragraph>Thank you for being there to be asked.</Paragraph>
        <SeeIt facts={facts} />
      </>
    ),
    because: `${partner.name} had sent you a proposal`,
  };
}

/** To either: the account of the other is not there, for whatever reason. */
export function proposalClosed(facts: Facts): Letter {
  const { partner, product, role, words } = facts;
  const isMentee = role === "mentee";
  return {
    subject: isMentee ? `Your proposal to ${partner.name} is withdrawn` : `The proposal from ${partner.name} is withdrawn`,
    preview: `${partner.name} is not on ${product} any more.`,
    heading: isMentee ? `Your proposal to ${partner.name} is withdrawn` : `The proposal from ${partner.name} is withdrawn`,
    body: (
      <>
        <Paragraph>
          {partner.name} is not on {product} any more, so the proposal between you is withdrawn. This has nothing to do with
          you.
        </Paragraph>
        {isMentee ? (
          <>
            <Paragraph>What you wrote is kept, and you can ask another {words.mentor} straight away.</Paragraph>
            <Action href={facts.mentorsHref} accent={facts.settings.society.accent}>
              {`Choose another ${words.mentor}`}
            </Action>
          </>
        ) : (
          <>
            <Paragraph>There is nothing you need to do.</Paragraph>
            <SeeIt facts={facts} />
          </>
        )}
      </>
    ),
    because: isMentee ? `you had sent ${partner.name} a proposal` : `${partner.name} had sent you a proposal`,
  };
}

/** To either: the account of a partner is not there, for whatever reason. */
export function relationshipClosed(facts: Facts): Letter {
  const { partner, product, role, words } = facts;
  return {
    subject: `Your mentoring with ${partner.name} has ended`,
    preview: `${partner.name} is not on ${product} any more.`,
    heading: `Your mentoring with ${partner.name} has ended`,
    body: (
      <>
        <Paragraph>
          {partner.name} is not on {product} any more, so your relationship there has ended. This has nothing to do with you.
        </Paragraph>
        <Paragraph>What the two of you wrote is kept, and you can still read it.</Paragraph>
        {role === "mentee" ? (
          <Action href={facts.mentorsHref} accent={facts.settings.society.accent}>
            {`Find another ${words.mentor}`}
          </Action>
        ) : (
          <Paragraph>The place is free again for another {words.mentee}.</Paragraph>
        )}
        <Paragraph>
          <TextLink href={facts.href} accent={facts.settings.society.accent}>
            Open the relationship
          </TextLink>
        </Paragraph>
      </>
    ),
    because: `you were in a mentoring relationship with ${partner.name}`,
  };
}

function SeeIt({ facts }: { facts: Facts }) {
  return (
    <Paragraph>
      <TextLink href={facts.href} accent={facts.settings.society.accent}>
        See the proposal
      </TextLink>
    </Paragraph>
  );
}
