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
      heading={`Allow e-mail to ${block.name} again?`}
      title="Allow e-mail again"
      back={{ href: "/admin/mail/blocks", label: "Blocked addresses" }}
      consequences={
        <>
          <p>
            {BLOCK_LABELS[block.reason]}, on <Time at={block.since} now={now} timeZone={viewer.timeZone} />.
          </p>
          <p>
            Talk to {block.name} first: the address has to work, and they have to want our e-mails. New e-mails will be sent
            from now on. Those that were held back stay unsent, but they can be read under Notifications. The mail provider may
            also have a block list of its own.
          </p>
        </>
      }
      action={lift}
      submit="Allow e-mail again"
      no="Leave it"
      kind="main"
    >
      <HiddenField name="memberId" initial={block.memberId} />
    </AskPage>
  );
}
