import { Action, Paragraph, whomToAsk } from "@/lib/notify/letters/parts";
import { defineNotices } from "@/lib/notify/notices/define";
import type { NoticeData } from "@/lib/notify/notices/notice";

/** What somebody hears who may now do something for a programme, or may not any more. */
export const COORDINATING_NOTICES = defineNotices({
  "coordinator-named": {
    group: "security",
    to: "member",
    sentence: ({ data }) => `The society named you a coordinator of ${programmeIn(data)}.`,
    leadsTo: () => "/admin",
    letter: (facts) => ({
      subject: `You are now a coordinator on ${facts.product}`,
      preview: `You look after ${programmeIn(facts.data)}.`,
      heading: "You are now a coordinator",
      body: (
        <>
          <Paragraph>
            The society has named you a coordinator of {programmeIn(facts.data)}. On the staff pages you find its members,
            proposals and relationships, and what needs attention there. Please use them only for this.
          </Paragraph>
          <Action to={facts.here}>Open the staff pages</Action>
          <Paragraph isSoft stays>
            If you did not expect this, {whomToAsk(facts)}.
          </Paragraph>
        </>
      ),
      because: BECAUSE,
    }),
  },

  "reader-named": {
    group: "security",
    to: "member",
    sentence: ({ data }) => `You can now read the figures of ${programmeIn(data)}.`,
    leadsTo: () => "/admin/reports",
    letter: (facts) => ({
      subject: `You can now read reports on ${facts.product}`,
      preview: `The figures of ${programmeIn(facts.data)} are open to you.`,
      heading: "Reports are open to you",
      body: (
        <>
          <Paragraph>
            The society has given you access to the figures of {programmeIn(facts.data)}. You will see only numbers: no report
            names anybody.
          </Paragraph>
          <Action to={facts.here}>Open the reports</Action>
          <Paragraph isSoft stays>
            If you did not expect this, {whomToAsk(facts)}.
          </Paragraph>
        </>
      ),
      because: BECAUSE,
    }),
  },

  "programme-right-removed": {
    group: "security",
    to: "member",
    sentence: ({ data }) => `You no longer have access to the staff pages of ${programmeIn(data)}.`,
    leadsTo: () => "/account",
    letter: (facts) => ({
      subject: `Your access to staff pages on ${facts.product} has changed`,
      preview: `It no longer includes ${programmeIn(facts.data)}.`,
      heading: "Your access to staff pages has changed",
      body: (
        <>
          <Paragraph>
            You no longer have access to the staff pages of {programmeIn(facts.data)}. Your own account, and everything you take
            part in, stays as it is.
          </Paragraph>
          <Paragraph isSoft stays>
            If you did not expect this, {whomToAsk(facts)}.
          </Paragraph>
        </>
      ),
      because: BECAUSE,
    }),
  },
});
export type CoordinatingNotice = keyof typeof COORDINATING_NOTICES;

const BECAUSE = "your access to the staff pages was changed";

/** Its name, as it was when this was said. */
function programmeIn({ programme }: NoticeData): string {
  return programme ?? "the whole society";
}
