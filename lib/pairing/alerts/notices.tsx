import { Action, Paragraph, TextLink } from "@/lib/notify/letters/parts";
import { defineNotices } from "@/lib/notify/notices/define";
import type { NoticeData } from "@/lib/notify/notices/notice";

/** What a mentee asked to be told of. */
export const ALERT_NOTICES = defineNotices({
  "mentor-free": {
    group: "alerts",
    to: "mentee",
    label: "Somebody you wait for is free",
    sentence: ({ name, data }) => `${name}${sayOthers(data)} can be asked now.`,
    leadsTo: ({ data }) => (data.mentorId && !data.others ? `/mentors/${data.mentorId}` : "/saved"),
    letter: ({ name, partner, data, words, here, toPage }) => ({
      subject: `${name}${sayOthers(data)} can be asked now`,
      preview: "You asked us to tell you.",
      body: (
        <>
          <Paragraph>
            {name} has a place free{partner.headline ? `: ${partner.headline}` : "."}
          </Paragraph>
          {data.others ? <Paragraph>{sayAlsoFree(data.others)}</Paragraph> : null}
          <Action to={here}>{data.others ? "See what you asked for" : `See the profile of ${name}`}</Action>
          <Paragraph isSoft>
            We write at most once a day, and stop by ourselves when a {words.mentor} accepts a proposal of yours. You can stop
            it now under <TextLink to={toPage("/saved")}>Saved and hidden</TextLink>.
          </Paragraph>
        </>
      ),
      because: "you asked us to tell you when somebody is free",
    }),
  },
});
export type AlertNotice = keyof typeof ALERT_NOTICES;

function sayAlsoFree(others: number): string {
  return others === 1 ? "One other who fits is free as well." : `${others} others who fit are free as well.`;
}

function sayOthers({ others = 0 }: NoticeData): string {
  if (others === 0) return "";
  return others === 1 ? " and one other" : ` and ${others} others`;
}
