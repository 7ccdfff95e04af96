import type { Facts, Letter } from "./letter";
import { Action, Paragraph, TextLink } from "./parts";

/** To the address of a registration, whoever filled in Create account: prove that it is yours, and choose a password. */
export function verifyEmail(facts: Facts): Letter {
  const { product, settings } = facts;
  return {
    subject: `Confirm your e-mail address for ${product}`,
    preview: "One more step, and your account is ready.",
    heading: "Confirm your e-mail address",
    body: (
      <>
        <Paragraph>
          Somebody, we hope you, has registered on {product} with your membership number. Open this page, choose a password and
          press the button there; then your account is ready. The link works once, within three days.
        </Paragraph>
        <Action href={facts.linkHref("/verify")} accent={settings.society.accent}>
          Confirm my e-mail address
        </Action>
        <Paragraph isSoft>
          If it was not you, do nothing: without this link there will be no account, and the registration is deleted.
        </Paragraph>
      </>
    ),
    because: `somebody registered on ${product} with this address, or with the membership number that it belongs to`,
  };
}

/** To the holder of an account, when somebody wants another one with their number or address. */
export function accountExists(facts: Facts): Letter {
  const { product, settings } = facts;
  return {
    subject: `You already have an account on ${product}`,
    preview: "Nothing has changed.",
    heading: "You already have an account",
    body: (
      <>
        <Paragraph>
          Somebody, perhaps you, wanted to use your membership number or your e-mail address for an account on {product}. You
          have one already, so nothing was done.
        </Paragraph>
        <Paragraph>If it was you, log in as before. If you have forgotten your password, choose a new one:</Paragraph>
        <Action href={facts.pageHref("/forgotten-password")} accent={settings.society.accent}>
          Choose a new password
        </Action>
        <Paragraph isSoft>If it was not you, you need do nothing. Nobody has got into your account.</Paragraph>
      </>
    ),
    because: `somebody gave your details on ${product}`,
  };
}

/** To whoever has forgotten their password. */
export function resetPassword(facts: Facts): Letter {
  const { product, settings } = facts;
  return {
    subject: `Choose a new password for ${product}`,
    preview: "The link works once, within an hour.",
    heading: "Choose a new password",
    body: (
      <>
        <Paragraph>
          Somebody, we hope you, has told us that you forgot your password. This link leads to a page where you choose a new
          one. It works once, within an hour, and logs you out wherever you are logged in.
        </Paragraph>
        <Action href={facts.linkHref("/reset-password")} accent={settings.society.accent}>
          Choose a new password
        </Action>
        <Paragraph isSoft>If it was not you, do nothing: your password stays as it is.</Paragraph>
      </>
    ),
    because: `somebody asked for a new password on ${product}`,
  };
}

/** To the member, once it is done. */
export function passwordChanged(facts: Facts): Letter {
  const { product, settings } = facts;
  return {
    subject: `Your password for ${product} is changed`,
    preview: "You are logged out everywhere else.",
    heading: "Your password is changed",
    body: (
      <>
        <Paragraph>
          From now on you log in with your new password. Wherever else you were logged in, you are logged out.
        </Paragraph>
        <Paragraph>
          If it was not you, <NewPassword facts={facts} accent={settings.society.accent} /> at once, and tell the society.
        </Paragraph>
      </>
    ),
    because: `your password on ${product} was changed`,
  };
}

/** To the new address: prove that it is yours. */
export function changeEmail(facts: Facts): Letter {
  const { product, settings } = facts;
  return {
    subject: `Confirm your new e-mail address for ${product}`,
    preview: "The link works once, within a day.",
    heading: "Confirm your new e-mail address",
    body: (
      <>
        <Paragraph>
          You would like to use this address on {product}. Open this page and press the button there; until then your old
          address stays in use. The link works once, within a day.
        </Paragraph>
        <Action href={facts.linkHref("/verify")} accent={settings.society.accent}>
          Confirm my e-mail address
        </Action>
        <Paragraph isSoft>If it was not you who asked for it, do nothing.</Paragraph>
      </>
    ),
    because: `a member of ${product} named this as their new address`,
  };
}

/** To the old address, once the new one is in use. */
export function emailChanged(facts: Facts): Letter {
  const { product, settings } = facts;
  const { email, phone } = settings.support;
  return {
    subject: `Your e-mail address on ${product} is changed`,
    preview: "From now on we write to your new address.",
    heading: "Your e-mail address is changed",
    body: (
      <>
        <Paragraph>
          This is the last mail to this address. From now on we write to the new one, and you log in with it or with your
          membership number. Wherever you were logged in, you are logged out.
        </Paragraph>
        <Paragraph>If it was not you, tell the society at once{email || phone ? ": the address is below" : ""}.</Paragraph>
      </>
    ),
    because: `this was your address on ${product}`,
  };
}

function NewPassword({ facts, accent }: { facts: Facts; accent: string }) {
  return (
    <TextLink href={facts.pageHref("/forgotten-password")} accent={accent}>
      choose a new one
    </TextLink>
  );
}
