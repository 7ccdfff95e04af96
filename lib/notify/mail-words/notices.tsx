import { Paragraph } from "@/lib/notify/letters/parts";
import { defineNotices } from "@/lib/notify/notices/define";

/** What staff send to themselves. */
export const MAIL_WORDS_NOTICES = defineNotices({
  // It is written as it is asked for, as the mail that it tries; this letter stands in for one that could not be kept.
  "mail-test": {
    group: "letters",
    to: "member",
    label: "Test of a mail",
    sentence: () => "The test e-mail that you asked for is on its way to your address.",
    leadsTo: () => "/admin/mails",
    letter: ({ product }) => ({
      subject: `The test of a mail on ${product}`,
      preview: "We could not keep the test that you asked for.",
      body: <Paragraph>We could not keep the test that you asked for. Please ask for it again.</Paragraph>,
      because: "you asked for a test of an e-mail, which went to nobody else",
    }),
  },
});
