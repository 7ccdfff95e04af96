import { Action, LinkLine, Paragraph, whomToAsk } from "@/lib/notify/letters/parts";
import { defineNotices, relationshipPage } from "@/lib/notify/notices/define";

/** What staff do to an account: to the member, and to the partners of one who is suspended. */
export const MEMBER_NOTICES = defineNotices({
  // Why is between the other person and the society.
  "partner-unreachable": {
    group: "relationships",
    to: "either",
    sentence: ({ name, product }) => `${name} cannot be reached on ${product} at present. Your relationship stays as it is.`,
    leadsTo: relationshipPage(),
    letter: (facts) => ({
      subject: `${facts.name} cannot be reached on ${facts.product} at present`,
      preview: "Your relationship stays as it is, and we will tell you when they are back.",
      heading: `${facts.name} cannot be reached at present`,
      body: (
        <>
          <Paragraph>
            {facts.name} cannot use {facts.product} at present, so messages and invitations there will stay unread for now. This
            has nothing to do with you.
          </Paragraph>
          <Paragraph>
            Your relationship stays as it is, with everything in it. We will tell you when {facts.name} can be reached again. If
            you have questions in the meantime, {whomToAsk(facts)}.
          </Paragraph>
          <LinkLine to={facts.here}>Open the relationship</LinkLine>
        </>
      ),
      because: `you are in a mentoring relationship with ${facts.name}`,
    }),
  },

  "partner-back": {
    group: "relationships",
    to: "either",
    sentence: ({ name, product }) => `${name} can be reached on ${product} again.`,
    leadsTo: relationshipPage(),
    letter: ({ name, product, here }) => ({
      subject: `${name} can be reached on ${product} again`,
      preview: "You can carry on where you left off.",
      heading: `${name} can be reached again`,
      body: (
        <>
          <Paragraph>
            {name} can use {product} again. Everything in your relationship is as you left it, so you can simply carry on.
          </Paragraph>
          <LinkLine to={here}>Open the relationship</LinkLine>
        </>
      ),
      because: `you are in a mentoring relationship with ${name}`,
    }),
  },

  "account-suspended": {
    group: "security",
    to: "member",
    sentence: () => "Staff of the society suspended your account.",
    leadsTo: () => "/account",
    letter: (facts) => ({
      subject: `Your account on ${facts.product} has been suspended`,
      preview: "You cannot sign in at present.",
      heading: "Your account has been suspended",
      body: (
        <>
          <Paragraph>
            Staff of the society have suspended your account on {facts.product}. You have been signed out everywhere and cannot
            sign in, nobody can find you, and your open proposals have been withdrawn. Your relationships stay; your partners
            know only that you cannot be reached at present.
          </Paragraph>
          <Paragraph>To find out why, and what happens next, {whomToAsk(facts)}.</Paragraph>
        </>
      ),
      because: `your account on ${facts.product} was suspended`,
    }),
  },

  "account-reactivated": {
    group: "security",
    to: "member",
    sentence: () => "Your account is active again.",
    leadsTo: () => "/account",
    letter: ({ product, words, home }) => ({
      subject: `Your account on ${product} is active again`,
      preview: "You can sign in as before.",
      heading: "Your account is active again",
      body: (
        <>
          <Paragraph>
            You can sign in as before. Your profile and your relationships are as you left them, and we have told your partners
            that you are back. If a proposal was withdrawn in the meantime, the {words.mentee} who sent it can reopen it.
          </Paragraph>
          <Action to={home}>{`Open ${product}`}</Action>
        </>
      ),
      because: `your account on ${product} was suspended and is active again`,
    }),
  },

  "account-approved": {
    group: "security",
    to: "member",
    sentence: () => "The society has approved your account.",
    leadsTo: () => "/account",
    letter: ({ product, home }) => ({
      subject: `Your account on ${product} has been approved`,
      preview: "You can sign in now.",
      heading: "Your account has been approved",
      body: (
        <>
          <Paragraph>
            Thank you for your patience. The society has approved your account on {product}. You can sign in with your e-mail
            address or membership number, and the password that you chose.
          </Paragraph>
          <Action to={home}>Sign in</Action>
        </>
      ),
      because: `you created an account on ${product}`,
    }),
  },

  "sessions-ended": {
    group: "security",
    to: "member",
    sentence: () => "Staff of the society signed you out everywhere.",
    leadsTo: () => "/account",
    letter: (facts) => ({
      subject: `You have been signed out of ${facts.product} everywhere`,
      preview: "You can sign in again straight away.",
      heading: "You have been signed out everywhere",
      body: (
        <>
          <Paragraph>
            Staff of the society have ended all your sessions on {facts.product}, on every computer and phone. Nothing else has
            changed, and you can sign in again straight away.
          </Paragraph>
          <Action to={facts.home}>{`Open ${facts.product}`}</Action>
          <Paragraph isSoft stays>
            If you did not ask for this and wonder why, {whomToAsk(facts)}.
          </Paragraph>
        </>
      ),
      because: `your sessions on ${facts.product} were ended`,
    }),
  },

  "sign-in-restored": {
    group: "security",
    to: "member",
    sentence: () => "Staff of the society restored your earlier sign-in.",
    leadsTo: () => "/account",
    letter: (facts) => ({
      subject: `Your earlier sign-in on ${facts.product} counts again`,
      preview: "You have been signed out everywhere.",
      heading: "Your earlier sign-in counts again",
      body: (
        <>
          <Paragraph>
            Staff of the society have undone your account’s move to the new sign-in, and ended all its sessions. Sign in the way
            you did before the move.
          </Paragraph>
          <Paragraph isSoft stays>
            If you wonder why, {whomToAsk(facts)}.
          </Paragraph>
        </>
      ),
      because: `the sign-in of your account on ${facts.product} was changed`,
    }),
  },

  "second-step-taken-away": {
    group: "security",
    to: "member",
    sentence: () => "The society took away the second step of your sign-in.",
    leadsTo: () => "/account",
    letter: (facts) => ({
      subject: `The second step of your sign-in on ${facts.product} was taken away`,
      preview: "Your password alone opens your account again.",
      heading: "The second step of your sign-in was taken away",
      body: (
        <>
          <Paragraph>
            The society has removed the passkeys, the authenticator app and the recovery codes of your account on{" "}
            {facts.product}, and signed you out everywhere. You can now sign in with your password alone, and add a second step
            again under Edit Account.
          </Paragraph>
          <Paragraph stays>If you did not ask for this, {whomToAsk(facts)} at once.</Paragraph>
        </>
      ),
      because: `the second step of your account on ${facts.product} was taken away`,
    }),
  },

  "staff-changed": {
    group: "security",
    to: "member",
    sentence: ({ product }) => `Your rights as staff on ${product} have been changed.`,
    leadsTo: () => "/account",
    letter: (facts) => ({
      subject: `Your rights as staff on ${facts.product} have changed`,
      preview: "An administrator of the society changed them.",
      heading: "Your rights as staff have changed",
      body: (
        <>
          <Paragraph>
            An administrator of the society has changed what you may do as staff on {facts.product}. The change has already
            taken effect: if you are still staff, the staff pages show what you may do.
          </Paragraph>
          <Action to={facts.home}>{`Open ${facts.product}`}</Action>
          <Paragraph isSoft stays>
            If you did not expect this, {whomToAsk(facts)}.
          </Paragraph>
        </>
      ),
      because: `your rights as staff on ${facts.product} were changed`,
    }),
  },
});
export type MemberNotice = keyof typeof MEMBER_NOTICES;
