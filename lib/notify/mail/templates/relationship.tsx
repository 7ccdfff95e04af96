import type { Facts, Letter } from "./letter";
import { Action, Paragraph, TextLink } from "./parts";

/** To the partner of the one who ended it. */
export function relationshipEnded(facts: Facts): Letter {
  const { partner, role, settings, words } = facts;
  return {
    subject: `${partner.name} has ended your mentoring relationship`,
    preview: "It needs no reason, and nobody is to blame.",
    heading: `${partner.name} has ended your mentoring relationship`,
    body: (
      <>
        <Paragraph>
          Either of you could end it at any time, without giving a reason. Meetings that lay ahead are cancelled. You are free
          to stay in touch.
        </Paragraph>
        <Paragraph>What the two of you wrote stays readable to both of you.</Paragraph>
        {role === "mentee" ? (
          <Action href={facts.mentorsHref} accent={settings.society.accent}>
            {`Find another ${words.mentor}`}
          </Action>
        ) : (
          <Paragraph>The place is free again for another {words.mentee}.</Paragraph>
        )}
        <OpenIt facts={facts} />
      </>
    ),
    because: because(facts),
  };
}

/** To both: the agreed end is near. */
export function relationshipEnding(facts: Facts): Letter {
  const { partner, settings, endDate } = facts;
  return {
    subject: `You and ${partner.name}: agreed until ${endDate}`,
    preview: "Would you like to go on, or end it then?",
    heading: `Your mentoring with ${partner.name} is agreed until ${endDate}`,
    body: (
      <>
        <Paragraph>Would you like to go on? Then ask {partner.name} to extend it: it takes a yes from both of you.</Paragraph>
        <Paragraph>
          If you are content to end then, there is nothing you need to do. A last meeting, to look back at what you have
          reached, is a good way to close.
        </Paragraph>
        <Action href={facts.href} accent={settings.society.accent}>
          Go on, or end it
        </Action>
      </>
    ),
    because: because(facts),
  };
}

/** To both: it has come to its agreed end. */
export function relationshipCompleted(facts: Facts): Letter {
  const { partner, role, settings, words } = facts;
  return {
    subject: `Your mentoring with ${partner.name} is complete`,
    preview: "It has come to the end that you had agreed.",
    heading: `Your mentoring with ${partner.name} is complete`,
    body: (
      <>
        <Paragraph>
          It has come to the end that you had agreed. Thank you for the time you gave each other. You are free to stay in touch,
          and everything you wrote stays readable to both of you.
        </Paragraph>
        {role === "mentee" && (
          <Action href={facts.mentorsHref} accent={settings.society.accent}>
            {`Find another ${words.mentor}`}
          </Action>
        )}
        <OpenIt facts={facts} />
      </>
    ),
    because: because(facts),
  };
}

/** To the one who is asked to go on. */
export function extensionAsked(facts: Facts): Letter {
  const { partner, settings, endDate } = facts;
  return {
    subject: `${partner.name} would like to go on until ${endDate}`,
    preview: "Please say whether you would too.",
    heading: `${partner.name} would like to go on until ${endDate}`,
    body: (
      <>
        <Paragraph>It takes a yes from both of you. If you would rather not, say so: that is a good answer too.</Paragraph>
        <Action href={facts.href} accent={settings.society.accent}>
          {`Answer ${partner.name}`}
        </Action>
      </>
    ),
    because: because(facts),
  };
}

/** To the one who asked: yes. */
export function extensionAgreed(facts: Facts): Letter {
  const { partner, endDate } = facts;
  return {
    subject: `You and ${partner.name} go on until ${endDate}`,
    preview: `${partner.name} has agreed.`,
    heading: `You and ${partner.name} go on until ${endDate}`,
    body: (
      <>
        <Paragraph>
          {partner.name} has agreed to extend your mentoring. It might be a good moment to look at your goals.
        </Paragraph>
        <OpenIt facts={facts} />
      </>
    ),
    because: because(facts),
  };
}

/** To the one who asked: no. */
export function extensionDeclined(facts: Facts): Letter {
  const { partner, endDate } = facts;
  return {
    subject: `Your mentoring with ${partner.name} stays agreed until ${endDate}`,
    preview: `${partner.name} would rather not extend it.`,
    heading: `Your mentoring with ${partner.name} stays agreed until ${endDate}`,
    body: (
      <>
        <Paragraph>
          {partner.name} would rather not extend it. That says nothing about you. There is still time to use well until then.
        </Paragraph>
        <OpenIt facts={facts} />
      </>
    ),
    because: because(facts),
  };
}

/** To the partner of the one who noted it. */
export function firstConversationHeld(facts: Facts): Letter {
  const { partner, settings } = facts;
  return {
    subject: `You and ${partner.name} have held your first conversation`,
    preview: "What would you like to work on next?",
    heading: "A good beginning",
    body: (
      <>
        <Paragraph>
          {partner.name} has noted that you held your first conversation. Next, many pairs sign the contract, arrange a second
          meeting, and write down two or three goals.
        </Paragraph>
        <Action href={facts.href} accent={settings.society.accent}>
          See where you stand
        </Action>
      </>
    ),
    because: because(facts),
  };
}

function OpenIt({ facts }: { facts: Facts }) {
  return (
    <Paragraph>
      <TextLink href={facts.href} accent={facts.settings.society.accent}>
        Open the relationship
      </TextLink>
    </Paragraph>
  );
}

function because({ partner }: Facts): string {
  return `you are or were in a mentoring relationship with ${partner.name}`;
}
