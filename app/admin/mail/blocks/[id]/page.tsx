import { notFound } from "next/navigation";
import { AskPage } from "@/components/ui/ask-page";
import { HiddenField } from "@/components/ui/hidden-field";
import { Time } from "@/components/ui/time";
import { findBlock } from "@/lib/notify/mailbox/queries";
import { BLOCK_LABELS } from "@/lib/notify/mailbox/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { lift } from "../../actions";

export default async function LiftPage({ params }: PageProps<"/admin/mail/blocks/[id]">) {
  const viewer = await requireStaff();
  const [{ settings, now }, { id }] = await Promise.all([readRequest(), params]);
  const block = await findBlock(id);
  if (!block) notFound();
  return (
    <AskPage
      settings={settings}
      heading={`Let mail go to ${block.name} again?`}
      title="Let mail go again"
      back={{ href: "/admin/mail/blocks", label: "Addresses that get no mail" }}
      consequences={
        <>
          <p>
            {BLOCK_LABELS[block.reason]}, on <Time at={block.since} now={now} timeZone={viewer.timeZone} />.
          </p>
          <p>
            Talk to {block.name} first: the address has to work, and they have to want our mail. From the next mail on it goes
            out again; what was not sent meanwhile stays unsent, and is told on their notifications. The mail provider may keep
            a list of its own.
          </p>
        </>
      }
      action={lift}
      submit="Let mail go again"
      no="Leave it"
      kind="main"
    >
      <HiddenField name="memberId" initial={block.memberId} />
    </AskPage>
  );
}
