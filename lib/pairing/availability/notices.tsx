import { Action, Paragraph } from "@/lib/notify/letters/parts";
import { defineNotices } from "@/lib/notify/notices/define";

export const AVAILABILITY_NOTICES = defineNotices({
  "available-again": {
    group: "account",
    to: "mentor",
    sentence: ({ words }) => `You are available to ${words.mentees} again, as you asked.`,
    leadsTo: () => "/account",
    letter: ({ product, words, account }) => ({
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
          <Action to={account}>Open Edit Account</Action>
        </>
      ),
      because: "you asked us to make you available again on this day",
    }),
  },
});
export type AvailabilityNotice = keyof typeof AVAILABILITY_NOTICES;
