import { Action, Paragraph } from "@/lib/notify/letters/parts";
import { defineNotices, relationshipPage } from "@/lib/notify/notices/define";

export const CONTRACT_NOTICES = defineNotices({
  // To either: the other has signed first.
  "contract-signed": {
    group: "relationships",
    to: "either",
    sentence: ({ name }) => `${name} has signed the contract between you. Now it is your turn to read and sign it.`,
    leadsTo: relationshipPage("contract"),
    settled: ({ isContractComplete, relationship }) =>
      isContractComplete || (relationship !== null && relationship.endedAt !== null),
    letter: ({ name, here }) => ({
      subject: `${name} has signed your contract`,
      preview: "Read it, and sign it too if you agree.",
      heading: `${name} has signed the contract between you`,
      body: (
        <>
          <Paragraph>
            Please read it. If you agree, sign it too, by typing your name below it. If you would like to do something
            differently, talk about it with {name} first.
          </Paragraph>
          <Action to={here}>Read and sign</Action>
        </>
      ),
      because: `${name} signed the contract between you`,
    }),
  },

  // To the one who signed first: now both have.
  "contract-complete": {
    group: "relationships",
    to: "either",
    sentence: ({ name }) => `${name} has signed too: your contract is complete.`,
    leadsTo: relationshipPage("contract"),
    letter: ({ name, here }) => ({
      subject: `${name} has signed too: your contract is complete`,
      preview: "You can print it, or download it as a PDF.",
      heading: "Your contract is complete",
      body: (
        <>
          <Paragraph>
            {name} has signed the contract between you too. It stays exactly as you both signed it, and you can print it or
            download it as a PDF whenever you like.
          </Paragraph>
          <Action to={here}>Open the contract</Action>
        </>
      ),
      because: `${name} signed the contract between you`,
    }),
  },
});
export type ContractNotice = keyof typeof CONTRACT_NOTICES;
