import type { Facts, Letter } from "./letter";
import { Action, Paragraph } from "./parts";

/** To either: the other has signed first. */
export function contractSigned(facts: Facts): Letter {
  const { partner, settings } = facts;
  return {
    subject: `${partner.name} has signed your contract`,
    preview: "Read it, and sign it too if you agree.",
    heading: `${partner.name} has signed the contract between you`,
    body: (
      <>
        <Paragraph>
          Please read it. If you agree, sign it too, by typing your name below it. If you would like to do something
          differently, talk about it with {partner.name} first.
        </Paragraph>
        <Action href={facts.href} accent={settings.society.accent}>
          Read and sign
        </Action>
      </>
    ),
    because: `${partner.name} signed the contract between you`,
  };
}

/** To the one who signed first: now both have. */
export function contractComplete(facts: Facts): Letter {
  const { partner, settings } = facts;
  return {
    subject: `${partner.name} has signed too: your contract is complete`,
    preview: "You can print it, or download it as a PDF.",
    heading: "Your contract is complete",
    body: (
      <>
        <Paragraph>
          {partner.name} has signed the contract between you too. It stays as you both signed it, and you can print it or
          download it as a PDF whenever you like.
        </Paragraph>
        <Action href={facts.href} accent={settings.society.accent}>
          Open the contract
        </Action>
      </>
    ),
    because: `${partner.name} signed the contract between you`,
  };
}
