import { Action, Paragraph } from "@/lib/notify/letters/parts";
import { type About, defineNotices } from "@/lib/notify/notices/define";
import type { NoticeData } from "@/lib/notify/notices/notice";

/** They carry the reference and the way there, and no words: a mail is kept and passed on where a complaint should not be. */
export const SUPPORT_NOTICES = defineNotices({
  "support-received": {
    group: "support",
    to: "member",
    sentence: ({ data }) => `We have your request${reference(data)}, and will answer you here and by e-mail.`,
    leadsTo: toRequest,
    settled: ({ request }) => request !== null && request.state !== "open",
    letter: ({ product, data, here }) => ({
      subject: `${product} has your request${reference(data)}`,
      preview: "Somebody will read it and answer you.",
      heading: `We have your request${reference(data)}`,
      body: (
        <>
          <Paragraph>
            Thank you for telling us. Somebody who runs {product} will read it and answer. We will write to you again when there
            is an answer.
          </Paragraph>
          <Paragraph>If you call or write about it in the meantime, please quote the reference{reference(data)}.</Paragraph>
          <Action to={here}>Open your request</Action>
        </>
      ),
      because: `you asked for help on ${product}`,
    }),
  },

  "support-answered": {
    group: "support",
    to: "member",
    sentence: ({ data }) => `Your request${reference(data)} has an answer.`,
    leadsTo: toRequest,
    settled: ({ request }) => request !== null && request.state !== "waiting",
    letter: ({ product, data, here }) => ({
      subject: `${product} has answered your request${reference(data)}`,
      preview: "Read it, and write back if you need to.",
      heading: `Your request${reference(data)} has an answer`,
      body: (
        <>
          <Paragraph>
            You can read it on {product}. What you and we write about your request is only shown there, so it is not in this
            mail.
          </Paragraph>
          <Action to={here}>Open your request</Action>
          <Paragraph isSoft>Please answer there rather than to this mail, so that everything stays in one place.</Paragraph>
        </>
      ),
      because: `you asked for help on ${product}`,
    }),
  },

  "support-solved": {
    group: "support",
    to: "member",
    sentence: ({ data }) => `Your request${reference(data)} is marked as solved. If it is not, write to us there.`,
    leadsTo: toRequest,
    settled: ({ request }) => request !== null && request.state !== "solved",
    letter: ({ product, data, here }) => ({
      subject: `Your request${reference(data)} on ${product} is marked as solved`,
      preview: "If it is not, write to us there.",
      heading: `Your request${reference(data)} is marked as solved`,
      body: (
        <>
          <Paragraph>You can see on {product} what was done, and read any answer.</Paragraph>
          <Action to={here}>Open your request</Action>
          <Paragraph>If it is not solved, write to us there, and we will open it again.</Paragraph>
        </>
      ),
      because: `you asked for help on ${product}`,
    }),
  },
});
export type SupportNotice = keyof typeof SUPPORT_NOTICES;

function toRequest({ data: { requestId } }: About): string {
  return requestId ? `/support/${requestId}` : "/support";
}

function reference(data: NoticeData): string {
  return data.reference ? ` ${data.reference}` : "";
}
