import { Action, Paragraph } from "@/lib/notify/letters/parts";
import { defineNotices, relationshipPage } from "@/lib/notify/notices/define";
import { sharedWorkNotice } from "@/lib/pairing/relationships/shared-work";

export const GOAL_NOTICES = defineNotices({
  "goals-changed": sharedWorkNotice("your goals", "Goals", "goals"),

  "goal-achieved": {
    group: "relationships",
    to: "either",
    sentence: ({ name }) => `${name} has marked a goal as achieved. Well done, both of you.`,
    leadsTo: relationshipPage("goals"),
    letter: ({ name, here }) => ({
      subject: `${name} has marked a goal as achieved`,
      preview: "Well done, both of you.",
      heading: "You have achieved a goal",
      body: (
        <>
          <Paragraph>{name} has marked one of your goals as achieved. Well done, both of you.</Paragraph>
          <Paragraph>Perhaps you would like to talk about what made it work, and what comes next?</Paragraph>
          <Action to={here}>Open Goals</Action>
        </>
      ),
      because: `you and ${name} work on goals together`,
    }),
  },
});
