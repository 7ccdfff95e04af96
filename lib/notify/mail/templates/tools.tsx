import type { Facts, Letter } from "./letter";
import { Action, Paragraph } from "./parts";

/** To the partner: something is new in a tool of the two. Says where, never what. */
function toolChanged(facts: Facts, tool: string, place: string): Letter {
  const { partner } = facts;
  return {
    subject: `${partner.name} has worked on ${tool}`,
    preview: "Have a look when it suits you.",
    heading: `${partner.name} has worked on ${tool}`,
    body: (
      <>
        <Paragraph>There is nothing you need to do. You can read it, and add to it, whenever it suits you.</Paragraph>
        <Paragraph isSoft>What the two of you write stays between you, so it is not in this mail.</Paragraph>
        <Action href={facts.href} accent={facts.settings.society.accent}>
          {place}
        </Action>
      </>
    ),
    because: `${partner.name} works on this together with you; there is at most one a day`,
  };
}

export const swotChanged = (facts: Facts) => toolChanged(facts, "your SWOT", "Open SWOT");
export const gStarChanged = (facts: Facts) => toolChanged(facts, "your G-STAR", "Open G-STAR");
export const goalsChanged = (facts: Facts) => toolChanged(facts, "your goals", "Open Goals");

/** To the partner: a goal of the two is reached. */
export function goalAchieved(facts: Facts): Letter {
  const { partner } = facts;
  return {
    subject: `${partner.name} has marked a goal as achieved`,
    preview: "Well done, both of you.",
    heading: "A goal is achieved",
    body: (
      <>
        <Paragraph>{partner.name} has marked one of your goals as achieved. Well done, both of you.</Paragraph>
        <Paragraph>Perhaps a word to each other about what made it work, and what comes next?</Paragraph>
        <Action href={facts.href} accent={facts.settings.society.accent}>
          Open Goals
        </Action>
      </>
    ),
    because: `you and ${partner.name} work on goals together`,
  };
}
