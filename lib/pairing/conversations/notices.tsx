import { Action, Paragraph } from "@/lib/notify/letters/parts";
import { type About, defineNotices, relationshipPage } from "@/lib/notify/notices/define";

export const MESSAGE_NOTICES = defineNotices({
  // Who wrote, and where to read it; never what.
  "messages-waiting": {
    group: "messages",
    to: "either",
    sentence: ({ name }) => `${name} has written to you.`,
    leadsTo: conversationPage,
    needs: ["unread"],
    letter: ({ name, product, here }) => ({
      subject: `${name} has written to you`,
      preview: `You can read it on ${product}.`,
      body: (
        <>
          <Paragraph>
            You can read it on {product}. What the two of you write to each other is only for you two, so it is not in this
            mail.
          </Paragraph>
          <Action to={here}>Read and answer</Action>
          <Paragraph isSoft>If more messages come before you look, we will not send another mail.</Paragraph>
        </>
      ),
      because: `${name} wrote to you and you had not read it yet`,
    }),
  },
});
export type MessageNotice = keyof typeof MESSAGE_NOTICES;

/** The page where the two write to each other: of their relationship, or before there is one. */
export function conversationPage(about: About): string {
  const { conversationId } = about.data;
  return conversationId === undefined ? relationshipPage("messages")(about) : `/questions/${conversationId}`;
}
