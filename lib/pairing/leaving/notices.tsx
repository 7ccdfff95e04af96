import { sayWholeDate } from "@/lib/foundation/dates";
import { Paragraph, TextLink, whomToAsk } from "@/lib/notify/letters/parts";
import { defineNotices } from "@/lib/notify/notices/define";

export const LEAVING_NOTICES = defineNotices({
  "account-deleted": {
    group: "security",
    to: "member",
    sentence: ({ product }) => `You deleted your account on ${product}.`,
    leadsTo: () => "/account",
    letter: (facts) => ({
      subject: `Your account on ${facts.product} has been deleted`,
      preview: "You can come back whenever you like.",
      heading: "Your account has been deleted",
      body: (
        <>
          <Paragraph>
            You have left {facts.product}. Your relationships have ended, your open proposals have been withdrawn, and we have
            told everybody concerned. Nobody can find you any more.
          </Paragraph>
          <Paragraph>
            Your partners can still read what you wrote to them. If you want all your personal data erased for good, sign in
            again and choose “Erase everything”.
          </Paragraph>
          <Paragraph>
            If you change your mind, sign in again and we will offer to restore your account, with your profile as it was:{" "}
            <TextLink to={facts.home}>{facts.product}</TextLink>.
          </Paragraph>
          <Paragraph isSoft stays>
            If it was not you who did this, please tell the society at once.
          </Paragraph>
        </>
      ),
      because: `your account on ${facts.product} was deleted`,
    }),
  },

  "erasure-asked": {
    group: "security",
    to: "member",
    sentence: ({ product }) => `You asked for all your data on ${product} to be erased.`,
    leadsTo: () => "/account",
    letter: ({ product, home, data, timeZone, say }) => ({
      subject: `Your data on ${product} will be erased`,
      preview: "Until then you can still change your mind.",
      heading: "Your data will be erased",
      body: (
        <>
          <Paragraph>
            You have left {product}. Your relationships have ended, your open proposals have been withdrawn, and we have told
            everybody concerned. Nobody can find you any more.
          </Paragraph>
          {data.eraseAt && (
            <Paragraph>
              On {say("day", sayWholeDate(new Date(data.eraseAt), timeZone))} we begin to erase all your personal data: your
              name, address and number, your profiles, and what you wrote. That cannot be undone. We will write to you once more
              when it is done.
            </Paragraph>
          )}
          <Paragraph>
            If you change your mind before then, sign in and choose “Come back”: <TextLink to={home}>{product}</TextLink>. There
            you can also get a copy of your data, or have it erased at once.
          </Paragraph>
          <Paragraph isSoft stays>
            If it was not you who asked for this, sign in and come back, then tell the society at once.
          </Paragraph>
        </>
      ),
      because: `you asked for your data on ${product} to be erased`,
    }),
  },

  "erasure-due": {
    group: "security",
    to: "member",
    sentence: ({ product }) => `Your deleted account on ${product} will be erased soon.`,
    leadsTo: () => "/account",
    letter: ({ product, home, data, timeZone, say }) => ({
      subject: `Your deleted account on ${product} will be erased`,
      preview: "If you would like to keep it, come back before then.",
      heading: "Your deleted account will be erased",
      body: (
        <>
          <Paragraph>
            You deleted your account on {product} some time ago. We keep deleted accounts for a limited time, so that their
            owners can come back.
          </Paragraph>
          {data.eraseAt && (
            <Paragraph>
              On {say("day", sayWholeDate(new Date(data.eraseAt), timeZone))} we begin to erase all personal data in it for
              good. There is nothing you need to do.
            </Paragraph>
          )}
          <Paragraph>
            If you would rather keep it, sign in before then and choose “Come back”: <TextLink to={home}>{product}</TextLink>.
          </Paragraph>
        </>
      ),
      because: `you had an account on ${product}`,
    }),
  },

  // The last two are written without a name, since they stay when their reader is erased; the address is forgotten once they are sent.
  "account-erased": {
    group: "security",
    to: "member",
    sentence: ({ product }) => `Your data on ${product} has been erased.`,
    leadsTo: () => "/account",
    letter: ({ product }) => ({
      subject: `Your data on ${product} has been erased`,
      preview: "Nothing is left that could be traced to you.",
      heading: "Your data has been erased",
      body: (
        <>
          <Paragraph>
            Your personal data on {product} has been erased for good: your name, address and number, your profiles, and what you
            wrote. Your relationships have ended, and we have told everybody concerned. Your partners keep their own words; to
            them you are “a former member”.
          </Paragraph>
          <Paragraph>
            This cannot be undone. It does not affect your membership of the society. If you ever come back to {product}, you
            will start afresh.
          </Paragraph>
          <Paragraph isSoft stays>
            This is the last mail from us: we forget your address once it is sent. If it was not you who asked for this, please
            tell the society at once.
          </Paragraph>
        </>
      ),
      because: `your data on ${product} was erased`,
    }),
  },

  "account-refused": {
    group: "security",
    to: "member",
    sentence: () => "The society could not approve your account.",
    leadsTo: () => "/account",
    letter: (facts) => ({
      subject: `Your account on ${facts.product} was not approved`,
      preview: "We have erased the details you gave us.",
      heading: "Your account was not approved",
      body: (
        <>
          <Paragraph>
            {facts.product} is for members of the society, and its staff could not match your details with a membership. So your
            account has not been created, and we have erased the details you gave us for it.
          </Paragraph>
          <Paragraph>
            If you think this is a mistake, {whomToAsk(facts)}. You can also create an account again, with your membership
            number and your name exactly as the society knows them.
          </Paragraph>
        </>
      ),
      because: `you created an account on ${facts.product}`,
    }),
  },
});
export type LeavingNotice = keyof typeof LEAVING_NOTICES;
