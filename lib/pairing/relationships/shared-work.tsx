import { Action, Paragraph } from "@/lib/notify/letters/parts";
import { type NoticeDefinition, relationshipPage } from "@/lib/notify/notices/define";

/**
 * The definition of a notice that the partner has worked on something that the two share, such as "your goals": `label` is
 * what members call its page, and `page` its address in the relationship. It says where, never what was written.
 */
export function sharedWorkNotice(work: string, label: string, page: string): NoticeDefinition {
  return {
    group: "relationships",
    to: "either",
    sentence: ({ name }) => `${name} has worked on ${work}.`,
    leadsTo: relationshipPage(page),
    letter: ({ name, here }) => ({
      subject: `${name} has worked on ${work}`,
      preview: "Have a look when it suits you.",
      body: (
        <>
          <Paragraph>There is nothing you need to do. You can read it, and add to it, whenever it suits you.</Paragraph>
          <Paragraph isSoft>What the two of you write stays between you, so it is not in this mail.</Paragraph>
          <Action to={here}>{`Open ${label}`}</Action>
        </>
      ),
      because: `you and ${name} work on this together; we send at most one such mail a day`,
    }),
  };
}
