import { Paragraph } from "@/lib/notify/letters/parts";
import type { Told } from "@/lib/notify/notices/define";
import type { Facts } from "@/lib/notify/notices/letter";

/** Beside the news that a proposal came to nothing, where somebody else is asked: nobody has to choose then. */
export function PassedOn({ facts: { words } }: { facts: Facts }) {
  return (
    <Paragraph>
      There is nothing you need to do: we now turn to the {words.mentor} you chose next, and tell you as soon as there is news.
    </Paragraph>
  );
}

/** What follows from it, in the product: the next choice is asked, or else what the mentee can do. */
export function whatNow({ data, words }: Told, otherwise: string): string {
  return data.isPassedOn ? `We now turn to the ${words.mentor} you chose next.` : otherwise;
}
