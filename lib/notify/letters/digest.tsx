import type { Facts, Letter } from "@/lib/notify/notices/letter";
import { Action, LinkLine, Paragraph } from "./parts";

/** More than this is read better in the product. */
const MAX_LINES = 30;

/** What a day has brought, each thing in a sentence that leads to it. */
export function digest(facts: Facts): Letter {
  const { lines, product } = facts;
  const more = lines.length - MAX_LINES;
  return {
    subject: `Your daily digest from ${product}: ${lines.length === 1 ? "one thing is" : `${lines.length} things are`} new`,
    preview: lines[0]?.sentence ?? "What is new for you.",
    heading: "What is new for you",
    body: (
      <>
        {lines.slice(0, MAX_LINES).map(({ sentence, to }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes, in which a sentence may come twice
          <LinkLine key={i} to={to}>
            {sentence}
          </LinkLine>
        ))}
        {more > 0 && <Paragraph>{`And ${more} more, under Notifications.`}</Paragraph>}
        <Action to={facts.here}>Open Notifications</Action>
      </>
    ),
    because: "you asked for a daily digest",
  };
}
