import { AskPage } from "@/components/ui/ask-page";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { sayNumber } from "@/lib/foundation/wording";
import { countFailed } from "@/lib/notify/mailbox/queries";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { sendAllAgain } from "../actions";

const BACK = { href: "/admin/mail?state=failed", label: "Mail" };

export default async function SendAllAgainPage() {
  await requireStaff();
  const { settings } = await readRequest();
  const count = await countFailed();
  if (count === 0)
    return (
      <Page settings={settings} heading="Send all failed mails again" title="Send all failed mails again" back={BACK}>
        <EmptyState heading="No mail has failed">There is nothing to send again.</EmptyState>
      </Page>
    );
  return (
    <AskPage
      settings={settings}
      heading={count === 1 ? "Send the one failed mail again?" : `Send all ${sayNumber(count)} failed mails again?`}
      title="Send all failed mails again"
      back={BACK}
      consequences={
        <p>
          They go out as they were written, to the addresses that their readers have today. Those that say what is no longer so
          are not sent. If what made them fail is not mended, they fail again.
        </p>
      }
      action={sendAllAgain}
      submit="Send all again"
      no="Leave them"
      kind="main"
    >
      {null}
    </AskPage>
  );
}
