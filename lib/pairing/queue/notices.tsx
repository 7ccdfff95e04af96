import { withArticle } from "@/lib/foundation/wording";
import { Action, Paragraph } from "@/lib/notify/letters/parts";
import { defineNotices, relationshipPage } from "@/lib/notify/notices/define";
import { isGoingOn } from "@/lib/pairing/proposals/notices/unanswered";

export const QUEUE_NOTICES = defineNotices({
  "queue-over": {
    group: "proposals",
    to: "mentee",
    label: "Queue at an end",
    sentence: ({ name, words }) =>
      `${name} no longer takes part as ${withArticle(words.mentor)}, so you no longer wait for a place.`,
    leadsTo: relationshipPage("details"),
    settled: isGoingOn,
    needs: ["suggestions"],
    letter: ({ name, product, words, mentors }) => ({
      subject: `${name} no longer takes part, so your place in the queue has ended`,
      preview: `You can ask another ${words.mentor} straight away.`,
      body: (
        <>
          <Paragraph>
            You had kept a place with {name}, who no longer takes part in {product} as {withArticle(words.mentor)}. So we can no
            longer ask them for you. This has nothing to do with you.
          </Paragraph>
          <Paragraph>We have kept what you wrote, and you can ask another {words.mentor} straight away.</Paragraph>
          <Action to={mentors}>{`Choose another ${words.mentor}`}</Action>
        </>
      ),
      because: `you had kept a place with ${name}`,
    }),
  },
});
export type QueueNotice = keyof typeof QUEUE_NOTICES;
