import { Paragraph } from "@/lib/notify/letters/parts";
import type { Facts } from "@/lib/notify/notices/letter";

/** Beside the news that a proposal came to nothing, where somebody else is asked: nobody has to choose then. */
export function PassedOn({ facts: { words } }: { facts: Facts }) {
  return (
    <Paragraph>
      There is nothing you need to do: we now turn to the {words.mentor} you chose next, and tell you as soon as there is news.
    </Paragraph>
  );
}
