import type { Facts, Letter } from "./letter";
import { Action, Paragraph } from "./parts";

/** To either: the partner has written, and it is not read yet. Who wrote, and where to read it; never what. */
export function messagesWaiting(facts: Facts): Letter {
  const { partner, product, settings } = facts;
  return {
    subject: `${partner.name} has written to you`,
    preview: `It is waiting for you on ${product}.`,
    heading: `${partner.name} has written to you`,
    body: (
      <>
        <Paragraph>
          It is waiting for you on {product}. What the two of you write to each other is only for you two, so it is not in this
          mail.
        </Paragraph>
        <Action href={facts.href} accent={settings.society.accent}>
          Read and answer
        </Action>
        <Paragraph isSoft>If more follows before you look, we do not write again.</Paragraph>
      </>
    ),
    because: `${partner.name} wrote to you and you had not read it yet`,
  };
}
