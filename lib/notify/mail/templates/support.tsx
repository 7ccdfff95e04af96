import type { Facts, Letter } from "./letter";
import { Action, Paragraph } from "./parts";

// They carry the reference and the way there, and no words: a mail is kept and passed on where a complaint should not be.

/** To whoever asked for help: it has arrived. */
export function supportReceived(facts: Facts): Letter {
  const { product } = facts;
  const name = named(facts);
  return {
    subject: `${product} has your request${name}`,
    preview: "Somebody will read it and answer you.",
    heading: `We have your request${name}`,
    body: (
      <>
        <Paragraph>
          Thank you for telling us. Somebody who runs {product} will read it and answer. We write to you again when there is an
          answer.
        </Paragraph>
        <Paragraph>If you call or write about it meanwhile, quote the reference{name}.</Paragraph>
        <Open facts={facts} />
      </>
    ),
    because: `you asked for help on ${product}`,
  };
}

/** To the same: staff have answered. */
export function supportAnswered(facts: Facts): Letter {
  const { product } = facts;
  const name = named(facts);
  return {
    subject: `${product} has answered your request${name}`,
    preview: "Read it, and write back if you need to.",
    heading: `Your request${name} has an answer`,
    body: (
      <>
        <Paragraph>
          It is waiting for you on {product}. What you and we write about it is only shown there, so it is not in this mail.
        </Paragraph>
        <Open facts={facts} />
        <Paragraph isSoft>Please answer there rather than to this mail: then it stays together.</Paragraph>
      </>
    ),
    because: `you asked for help on ${product}`,
  };
}

/** To the same: staff think that nothing is left to do. */
export function supportSolved(facts: Facts): Letter {
  const { product } = facts;
  const name = named(facts);
  return {
    subject: `Your request${name} on ${product} is marked as solved`,
    preview: "If it is not, write to us there.",
    heading: `Your request${name} is marked as solved`,
    body: (
      <>
        <Paragraph>You find what was done, and any answer, on {product}.</Paragraph>
        <Open facts={facts} />
        <Paragraph>If it is not solved, write to us there: that opens it again.</Paragraph>
      </>
    ),
    because: `you asked for help on ${product}`,
  };
}

function Open({ facts }: { facts: Facts }) {
  return (
    <Action href={facts.href} accent={facts.settings.society.accent}>
      Open your request
    </Action>
  );
}

function named({ data }: Facts): string {
  return data.reference ? ` ${data.reference}` : "";
}
