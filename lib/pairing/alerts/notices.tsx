import { withField } from "@/lib/foundation/destination";
import { withArticle } from "@/lib/foundation/wording";
import { Action, Paragraph, TextLink } from "@/lib/notify/letters/parts";
import { defineNotices } from "@/lib/notify/notices/define";
import type { NoticeData } from "@/lib/notify/notices/notice";

/** What a mentee asked to be told of. */
export const ALERT_NOTICES = defineNotices({
  "mentor-free": {
    group: "alerts",
    to: "mentee",
    label: "Somebody you wait for is free",
    sentence: ({ name, data }) => `${name}${sayOthers(data)} can be asked now${data.programme ? ` in ${data.programme}` : ""}.`,
    leadsTo: ({ data }) =>
      data.mentorId && !data.others ? withField(`/mentors/${data.mentorId}`, "programme", data.programmeId ?? null) : "/saved",
    letter: ({ name, partner, data, words, here, toPage, say }) => ({
      subject: `${name}${data.others ? ` and ${say("others", countOthers(data.others))}` : ""} can be asked now`,
      preview: "You asked us to tell you.",
      body: (
        <>
          <Paragraph>
            {name} has a place free{partner.headline ? `: ${partner.headline}` : "."}
          </Paragraph>
          {data.programme && <Paragraph>You asked us about {data.programme}, and the place is there.</Paragraph>}
          {data.others ? <Paragraph>{say("also free", sayAlsoFree(data.others))}</Paragraph> : null}
          <Action to={here}>{data.others ? "See what you asked for" : `See the profile of ${name}`}</Action>
          <Paragraph isSoft>
            We write at most once a day, and stop by ourselves when {withArticle(words.mentor)} accepts a proposal of yours. You
            can stop it now under <TextLink to={toPage("/saved")}>Saved and hidden</TextLink>.
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
  return others === 0 ? "" : ` and ${countOthers(others)}`;
}

function countOthers(others: number): string {
  return others === 1 ? "one other" : `${others} others`;
}
