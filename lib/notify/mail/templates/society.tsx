import { oneLine } from "@/lib/notify/mail/mail";
import type { Facts, Letter } from "./letter";
import { Action, Lines, Paragraph, Quote, TextLink } from "./parts";

/** To both: staff have given the mentor more days to answer. */
export function proposalExtended(facts: Facts): Letter {
  const { partner, role, deadline, settings } = facts;
  const isMentee = role === "mentee";
  const subject = isMentee
    ? `${partner.name} has more time to answer your proposal`
    : `You have more time to answer ${partner.name}`;
  const until = deadline ? `until ${deadline}` : "for some days more";
  return {
    subject,
    preview: `${settings.society.name} has moved the last day.`,
    heading: subject,
    body: isMentee ? (
      <>
        <Paragraph>
          {settings.society.name} has given {partner.name} time to answer {until}. We have told {partner.name} the same.
        </Paragraph>
        <Paragraph>You need not wait: until then you can withdraw your proposal whenever you like.</Paragraph>
        <SeeProposal facts={facts} />
      </>
    ) : (
      <>
        <Paragraph>
          {settings.society.name} has given you time to answer {until}. We have told {partner.name} the same. A no is a good
          answer too.
        </Paragraph>
        <Action href={facts.href} accent={settings.society.accent}>
          Read and answer
        </Action>
      </>
    ),
    because: isMentee ? `you sent ${partner.name} a proposal` : `${partner.name} sent you a proposal`,
  };
}

/** To both: staff have withdrawn it, and say why. */
export function proposalWithdrawnByStaff(facts: Facts): Letter {
  const { partner, role, proposal, settings, words } = facts;
  const isMentee = role === "mentee";
  const subject = isMentee ? `Your proposal to ${partner.name} is withdrawn` : `The proposal from ${partner.name} is withdrawn`;
  return {
    subject,
    preview: `${settings.society.name} has withdrawn it, and says why.`,
    heading: subject,
    body: (
      <>
        <Paragraph>
          {settings.society.name} has withdrawn it. You and {partner.name} both read this:
        </Paragraph>
        {proposal?.withdrawnWords && <Quote accent={settings.society.accent}>{proposal.withdrawnWords}</Quote>}
        {isMentee ? (
          <Action href={facts.mentorsHref} accent={settings.society.accent}>
            {`Choose another ${words.mentor}`}
          </Action>
        ) : (
          <Paragraph>There is nothing you need to do.</Paragraph>
        )}
        <SeeProposal facts={facts} />
      </>
    ),
    because: isMentee ? `you had sent ${partner.name} a proposal` : `${partner.name} had sent you a proposal`,
  };
}

/** To both: staff have ended it, with their reason where they share it. */
export function relationshipEndedByStaff(facts: Facts): Letter {
  const { partner, role, proposal, settings, words } = facts;
  return {
    subject: `Your mentoring with ${partner.name} has ended`,
    preview: `${settings.society.name} has ended it.`,
    heading: `Your mentoring with ${partner.name} has ended`,
    body: (
      <>
        <Paragraph>
          {settings.society.name} has ended it, and tells you both the same. Meetings that lay ahead are cancelled. What the two
          of you wrote stays readable to both of you.
        </Paragraph>
        {proposal?.endReason && <Quote accent={settings.society.accent}>{proposal.endReason}</Quote>}
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
    because: inRelationship(facts),
  };
}

/** To both: staff have moved the agreed end. */
export function relationshipExtendedByStaff(facts: Facts): Letter {
  const { partner, settings, endDate } = facts;
  return {
    subject: `You and ${partner.name}: now agreed until ${endDate}`,
    preview: `${settings.society.name} has extended your mentoring.`,
    heading: `Your mentoring with ${partner.name} is agreed until ${endDate}`,
    body: (
      <>
        <Paragraph>
          {settings.society.name} has extended it, and tells you both the same. Either of you can still end it whenever you
          like.
        </Paragraph>
        <OpenIt facts={facts} />
      </>
    ),
    because: inRelationship(facts),
  };
}

/** To both: what somebody at the society has written to them. */
export function societyLetter(facts: Facts): Letter {
  const { partner, letter, role, settings } = facts;
  const society = settings.society.name;
  const subject = oneLine(letter?.subject ?? "") || `${society} has written to you and ${partner.name}`;
  const isOwn = letter?.behalfOf === role;
  return {
    subject,
    preview: `To you and ${partner.name}`,
    heading: subject,
    greetsItself: true,
    body: (
      <>
        {letter?.behalfOf && (
          <Paragraph isSoft>
            {isOwn ? `${society} writes this on your behalf.` : `${society} writes this on behalf of ${partner.name}.`}
          </Paragraph>
        )}
        {letter?.words.split(/\n{2,}/).map((paragraph, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text that never changes
          <Paragraph key={i}>
            <Lines words={paragraph} />
          </Paragraph>
        ))}
        <Paragraph isSoft>
          {society} has sent the same to you and {partner.name}. An answer to this mail goes to {society}, and not to{" "}
          {partner.name}.
        </Paragraph>
        <Paragraph>
          <TextLink href={facts.href} accent={settings.society.accent}>
            {`Read it on ${facts.product}`}
          </TextLink>
        </Paragraph>
      </>
    ),
    because: `${society} has written to you and ${partner.name}`,
  };
}

function SeeProposal({ facts }: { facts: Facts }) {
  return (
    <Paragraph>
      <TextLink href={facts.href} accent={facts.settings.society.accent}>
        See the proposal
      </TextLink>
    </Paragraph>
  );
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

function inRelationship({ partner }: Facts): string {
  return `you are or were in a mentoring relationship with ${partner.name}`;
}
