import { Action, Paragraph, TextLink, whomToAsk } from "@/lib/notify/letters/parts";
import { defineNotices } from "@/lib/notify/notices/define";

/** What lib/people/auth/local says by mail alone. That wing stands below this one, so its notices are here. */
export const CREDENTIAL_NOTICES = defineNotices({
  // To the address of a registration, whoever filled in Create account: prove that it is yours, and choose a password.
  "verify-email": {
    group: "security",
    to: "member",
    label: "Link to confirm an address",
    sentence: () => "We have sent you a link to confirm your e-mail address.",
    leadsTo: () => "/account",
    letter: ({ product, toOneTimePage }) => ({
      subject: `Confirm your e-mail address for ${product}`,
      preview: "One more step, and your account is ready.",
      heading: "Confirm your e-mail address",
      body: (
        <>
          <Paragraph>
            Somebody, we hope you, has registered on {product} with your membership number. Open this page, choose a password
            and press the button there; then your account is ready. The link works once, within three days.
          </Paragraph>
          <Action to={toOneTimePage("/verify")}>Confirm my e-mail address</Action>
          <Paragraph isSoft stays>
            If it was not you, do nothing: unless somebody opens this link, no account is created and the registration is
            deleted.
          </Paragraph>
        </>
      ),
      because: `somebody registered on ${product} with this address, or with the membership number that it belongs to`,
    }),
  },

  // To the holder of an account, when somebody wants another one with their number or address.
  "account-exists": {
    group: "security",
    to: "member",
    label: "An account is there already",
    sentence: ({ product }) => `Somebody tried to open another account on ${product} with your details.`,
    leadsTo: () => "/account",
    letter: ({ product, toPage }) => ({
      subject: `You already have an account on ${product}`,
      preview: "Nothing has changed.",
      heading: "You already have an account",
      body: (
        <>
          <Paragraph>
            Somebody, perhaps you, tried to use your membership number or your e-mail address for an account on {product}. You
            have one already, so nothing has changed.
          </Paragraph>
          <Paragraph>If it was you, sign in as before. If you have forgotten your password, choose a new one:</Paragraph>
          <Action to={toPage("/forgotten-password")}>Choose a new password</Action>
          <Paragraph isSoft stays>
            If it was not you, you need do nothing. Nobody has got into your account.
          </Paragraph>
        </>
      ),
      because: `somebody gave your details on ${product}`,
    }),
  },

  "reset-password": {
    group: "security",
    to: "member",
    label: "Link for a new password",
    sentence: () => "We have sent you a link to choose a new password.",
    leadsTo: () => "/account",
    letter: ({ product, toOneTimePage }) => ({
      subject: `Choose a new password for ${product}`,
      preview: "The link works once, within an hour.",
      heading: "Choose a new password",
      body: (
        <>
          <Paragraph>
            Somebody, we hope you, has told us that you forgot your password. This link leads to a page where you choose a new
            one. It works once, within an hour, and signs you out wherever you are signed in.
          </Paragraph>
          <Action to={toOneTimePage("/reset-password")}>Choose a new password</Action>
          <Paragraph isSoft stays>
            If it was not you, do nothing: your password stays as it is.
          </Paragraph>
        </>
      ),
      because: `somebody asked for a new password on ${product}`,
    }),
  },

  "password-changed": {
    group: "security",
    to: "member",
    sentence: () => "Your password has been changed.",
    leadsTo: () => "/account",
    letter: ({ product, toPage }) => ({
      subject: `Your password for ${product} has been changed`,
      preview: "You have been signed out everywhere else.",
      heading: "Your password has been changed",
      body: (
        <>
          <Paragraph>From now on, sign in with your new password. You have been signed out everywhere else.</Paragraph>
          <Paragraph stays>
            If it was not you, <TextLink to={toPage("/forgotten-password")}>choose a new one</TextLink> at once, and tell the
            society.
          </Paragraph>
        </>
      ),
      because: `your password on ${product} was changed`,
    }),
  },

  "second-step-added": {
    group: "security",
    to: "member",
    sentence: () => "A second step was added to your sign-in.",
    leadsTo: () => "/account/security",
    letter: ({ product, toPage }) => ({
      subject: `A second step was added to your sign-in on ${product}`,
      preview: "A passkey or an authenticator app.",
      heading: "A second step was added to your sign-in",
      body: (
        <>
          <Paragraph>
            A passkey or an authenticator app was added to your account on {product}. From now on, signing in takes your
            password and one of your second steps. Keep your recovery codes somewhere safe.
          </Paragraph>
          <Paragraph stays>
            If it was not you, <TextLink to={toPage("/forgotten-password")}>choose a new password</TextLink> at once, and tell
            the society.
          </Paragraph>
        </>
      ),
      because: `a second step was added to your account on ${product}`,
    }),
  },

  "second-step-removed": {
    group: "security",
    to: "member",
    sentence: () => "A second step was removed from your sign-in.",
    leadsTo: () => "/account/security",
    letter: ({ product, toPage }) => ({
      subject: `A second step was removed from your sign-in on ${product}`,
      preview: "A passkey or an authenticator app.",
      heading: "A second step was removed from your sign-in",
      body: (
        <>
          <Paragraph>
            A passkey or an authenticator app was removed from your account on {product}.{" "}
            <TextLink to={toPage("/account/security")}>See what is left</TextLink>. Without any, your password alone opens your
            account.
          </Paragraph>
          <Paragraph stays>
            If it was not you, <TextLink to={toPage("/forgotten-password")}>choose a new password</TextLink> at once, and tell
            the society.
          </Paragraph>
        </>
      ),
      because: `a second step was removed from your account on ${product}`,
    }),
  },

  "sign-in-moved": {
    group: "security",
    to: "member",
    sentence: () => "Your account now belongs to the society’s new sign-in.",
    leadsTo: () => "/account",
    letter: (facts) => ({
      subject: `You have moved to the new sign-in on ${facts.product}`,
      preview: "Your account came with you.",
      heading: "You have moved to the new sign-in",
      body: (
        <>
          <Paragraph>
            The society has changed how its members sign in. You have just come to {facts.product} from the new sign-in for the
            first time, and your account came with you. You have been signed out everywhere else, and nothing else has changed.
          </Paragraph>
          <Paragraph stays>If that was not you, {whomToAsk(facts)} at once: staff can undo it.</Paragraph>
        </>
      ),
      because: `somebody signed in to ${facts.product} with your membership number and e-mail address`,
    }),
  },

  // To the new address: prove that it is yours.
  "change-email": {
    group: "security",
    to: "member",
    label: "Link for another address",
    sentence: () => "We have sent a link to your new e-mail address.",
    leadsTo: () => "/account",
    letter: ({ product, toOneTimePage }) => ({
      subject: `Confirm your new e-mail address for ${product}`,
      preview: "The link works once, within a day.",
      heading: "Confirm your new e-mail address",
      body: (
        <>
          <Paragraph>
            You would like to use this address on {product}. Open this page and press the button there; until then we keep using
            your old address. The link works once, within a day.
          </Paragraph>
          <Action to={toOneTimePage("/verify")}>Confirm my e-mail address</Action>
          <Paragraph isSoft stays>
            If it was not you who asked for it, do nothing.
          </Paragraph>
        </>
      ),
      because: `a member of ${product} named this as their new address`,
    }),
  },

  // To the old address, once the new one is in use.
  "email-changed": {
    group: "security",
    to: "member",
    sentence: () => "Your e-mail address has been changed.",
    leadsTo: () => "/account",
    letter: ({ product, settings: { support } }) => ({
      subject: `Your e-mail address on ${product} has been changed`,
      preview: "From now on we write to your new address.",
      heading: "Your e-mail address has been changed",
      body: (
        <>
          <Paragraph>
            This is the last mail to this address. From now on we write to the new one, and you sign in with it or with your
            membership number. You have been signed out everywhere.
          </Paragraph>
          <Paragraph stays>
            If it was not you, tell the society at once{support.email || support.phone ? ": the address is below" : ""}.
          </Paragraph>
        </>
      ),
      because: `this was your address on ${product}`,
    }),
  },
});
