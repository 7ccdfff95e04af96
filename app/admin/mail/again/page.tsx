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
      <Page settings={settings} heading="Resend all failed e-mails" title="Resend all failed e-mails" back={BACK}>
        <EmptyState heading="No e-mails have failed">There is nothing to resend.</EmptyState>
      </Page>
    );
  return (
    <AskPage
      settings={settings}
      heading={count === 1 ? "Resend the one failed e-mail?" : `Resend all ${sayNumber(count)} failed e-mails?`}
      title="Resend all failed e-mails"
      back={BACK}
      consequences={
        <p>
          They are sent as they were written, to each member's current address. E-mails that are out of date are left out. If
          the cause of the failure has not been fixed, they will fail again.
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
