import type { Facts, Letter } from "./letter";
import { Action, Paragraph, TextLink } from "./parts";

/** To a mentor: the day on which they wanted to be found again has come. */
export function availableAgain(facts: Facts): Letter {
  const { product, settings, words } = facts;
  return {
    subject: `You are available on ${product} again`,
    preview: `From today, ${words.mentees} can find you again.`,
    heading: `You are available to ${words.mentees} again`,
    body: (
      <>
        <Paragraph>
          You had made yourself unavailable until today. From now on {words.mentees} can find you on {product} and send you
          proposals, as long as you have a place free.
        </Paragraph>
        <Paragraph>If it is still too early, you can pause again: choose Make Unavailable in Edit Account.</Paragraph>
        <Action href={facts.accountHref} accent={settings.society.accent}>
          Open Edit Account
        </Action>
      </>
    ),
    because: "you asked us to make you available again on this day",
  };
}

/** To somebody who has gone: what was done, and that the door is open. */
export function accountDeleted(facts: Facts): Letter {
  const { product, settings } = facts;
  const { email, phone } = settings.support;
  return {
    subject: `Your account on ${product} is deleted`,
    preview: "You can come back whenever you like.",
    heading: "Your account is deleted",
    body: (
      <>
        <Paragraph>
          You have left {product}. Your relationships have ended, your open proposals are withdrawn, and everybody concerned has
          been told. Nobody can find you any more.
        </Paragraph>
        <Paragraph>
          What you wrote to a partner stays readable to them. If you want all your personal data erased for good,{" "}
          {email || phone ? "ask us: the address is below." : "ask the society."}
        </Paragraph>
        <Paragraph>
          If you change your mind, sign in again, and we offer to take you back, with your profile as it was:{" "}
          <TextLink href={facts.homeHref} accent={settings.society.accent}>
            {product}
          </TextLink>
          .
        </Paragraph>
        <Paragraph isSoft>If it was not you who did this, please tell the society at once.</Paragraph>
      </>
    ),
    because: `your account on ${product} was deleted`,
  };
}

/** The last mail of all: it knows no name any more, and its address is forgotten once it is sent. */
export function accountErased(facts: Facts): Letter {
  const { product } = facts;
  return {
    subject: `Your data on ${product} is erased`,
    preview: "Nothing is left that could be traced to you.",
    heading: "Your data is erased",
    body: (
      <>
        <Paragraph>
          Your personal data on {product} is erased, for good: your name, address and number, your profiles, and what you wrote.
          Your relationships have ended, and whoever was concerned has been told. Your partners keep their own words; to them
          you are “a former member”.
        </Paragraph>
        <Paragraph>
          This cannot be undone. Your membership of the society is not touched by it. Should you ever come back to {product},
          you begin anew.
        </Paragraph>
        <Paragraph isSoft>
          This mail is the last: we forget your address once it is sent. If it was not you who asked for this, please tell the
          society at once.
        </Paragraph>
      </>
    ),
    because: `your data on ${product} was erased`,
  };
}
