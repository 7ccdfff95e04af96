import type { Facts, Letter } from "./letter";
import { Action, Paragraph, TextLink } from "./parts";

/** To a partner: the other one cannot come in now. Why is between them and the society. */
export function partnerUnreachable(facts: Facts): Letter {
  const { partner, product } = facts;
  return {
    subject: `${partner.name} cannot be reached on ${product} at present`,
    preview: "Your relationship stays as it is, and we tell you when they are back.",
    heading: `${partner.name} cannot be reached at present`,
    body: (
      <>
        <Paragraph>
          {partner.name} cannot use {product} at present, so messages and invitations there stay unread for now. This has
          nothing to do with you.
        </Paragraph>
        <Paragraph>
          Your relationship stays as it is, with everything in it. We tell you when {partner.name} can be reached again. If you
          have questions meanwhile, {whomToAsk(facts)}.
        </Paragraph>
        <OpenIt facts={facts} />
      </>
    ),
    because: `you are in a mentoring relationship with ${partner.name}`,
  };
}

/** To a partner: the other one is back. */
export function partnerBack(facts: Facts): Letter {
  const { partner, product } = facts;
  return {
    subject: `${partner.name} can be reached on ${product} again`,
    preview: "You can go on where you left off.",
    heading: `${partner.name} can be reached again`,
    body: (
      <>
        <Paragraph>
          {partner.name} can use {product} again. Everything in your relationship is as you left it, so you can simply go on.
        </Paragraph>
        <OpenIt facts={facts} />
      </>
    ),
    because: `you are in a mentoring relationship with ${partner.name}`,
  };
}

/** To a member whom staff have suspended: what that means, and whom to ask. */
export function accountSuspended(facts: Facts): Letter {
  const { product } = facts;
  return {
    subject: `Your account on ${product} is suspended`,
    preview: "You cannot sign in at present.",
    heading: "Your account is suspended",
    body: (
      <>
        <Paragraph>
          Staff of the society have suspended your account on {product}. You are signed out everywhere and cannot sign in,
          nobody can find you, and your open proposals are withdrawn. Your relationships stay; your partners know only that you
          cannot be reached at present.
        </Paragraph>
        <Paragraph>To find out why, and what happens next, {whomToAsk(facts)}.</Paragraph>
      </>
    ),
    because: `your account on ${product} was suspended`,
  };
}

/** To a member who may come in again. */
export function accountReactivated(facts: Facts): Letter {
  const { product, settings } = facts;
  return {
    subject: `Your account on ${product} is active again`,
    preview: "You can sign in as before.",
    heading: "Your account is active again",
    body: (
      <>
        <Paragraph>
          You can sign in as before. Your profile and your relationships are as you left them, and your partners know that you
          are back. A proposal that was withdrawn meanwhile can be reopened by the {settings.words.mentee} who sent it.
        </Paragraph>
        <Action href={facts.homeHref} accent={settings.society.accent}>{`Open ${product}`}</Action>
      </>
    ),
    because: `your account on ${product} was suspended and is active again`,
  };
}

/** To somebody who has waited for staff to look at their new account. */
export function accountApproved(facts: Facts): Letter {
  const { product, settings } = facts;
  return {
    subject: `Your account on ${product} is approved`,
    preview: "You can log in now.",
    heading: "Your account is approved",
    body: (
      <>
        <Paragraph>
          Thank you for your patience. The society has approved your account on {product}, and you can log in with the address
          or number and the password that you chose.
        </Paragraph>
        <Action href={facts.homeHref} accent={settings.society.accent}>
          Log in
        </Action>
      </>
    ),
    because: `you created an account on ${product}`,
  };
}

/** To somebody whose new account was refused: the last mail, which knows no name any more. */
export function accountRefused(facts: Facts): Letter {
  const { product } = facts;
  return {
    subject: `Your account on ${product} was not approved`,
    preview: "What you gave us is erased.",
    heading: "Your account was not approved",
    body: (
      <>
        <Paragraph>
          {product} is for members of the society, and its staff could not match your details with a membership. So your account
          does not come about, and what you gave us for it is erased.
        </Paragraph>
        <Paragraph>
          If you think this is a mistake, {whomToAsk(facts)}. You can also create an account again, with your membership number
          and your name as the society knows them.
        </Paragraph>
      </>
    ),
    because: `you created an account on ${product}`,
  };
}

/** To a member whom staff have signed out everywhere. */
export function sessionsEnded(facts: Facts): Letter {
  const { product, settings } = facts;
  return {
    subject: `You are signed out of ${product} everywhere`,
    preview: "You can sign in again straight away.",
    heading: "You are signed out everywhere",
    body: (
      <>
        <Paragraph>
          Staff of the society have ended all your sessions on {product}, on every computer and phone. Nothing else has changed,
          and you can sign in again straight away.
        </Paragraph>
        <Action href={facts.homeHref} accent={settings.society.accent}>{`Open ${product}`}</Action>
        <Paragraph isSoft>If you had not asked for this and wonder why, {whomToAsk(facts)}.</Paragraph>
      </>
    ),
    because: `your sessions on ${product} were ended`,
  };
}

/** To a member who was made staff, or an administrator, or neither any more: the page itself shows which. */
export function staffChanged(facts: Facts): Letter {
  const { product, settings } = facts;
  return {
    subject: `Your rights as staff on ${product} have changed`,
    preview: "An administrator of the society changed them.",
    heading: "Your rights as staff have changed",
    body: (
      <>
        <Paragraph>
          An administrator of the society has changed what you may do as its staff on {product}. It applies from now on; the
          desk of staff shows what there is for you, if anything.
        </Paragraph>
        <Action href={facts.homeHref} accent={settings.society.accent}>{`Open ${product}`}</Action>
        <Paragraph isSoft>If you did not expect this, {whomToAsk(facts)}.</Paragraph>
      </>
    ),
    because: `your rights as staff on ${product} were changed`,
  };
}

/** The end of a sentence. Its address and telephone number are at the foot of every mail. */
function whomToAsk({ settings: { support } }: Facts): string {
  return support.email || support.phone ? "ask us: the address is below" : "ask the society";
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
