import { redirect } from "next/navigation";
import { AskPage } from "@/components/ui/ask-page";
import { findProposal } from "@/lib/pairing/proposals/queries";
import { findNothing, readRequest, requireViewer } from "@/lib/people/auth/session";
import { withdraw } from "../actions";

export default async function WithdrawPage({ params }: PageProps<"/relationships/[id]/details/withdraw">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id }] = await Promise.all([readRequest(), params]);
  const found = await findProposal(viewer, id, settings, now);
  if (!found) findNothing(viewer, "relationship");
  const details = `/relationships/${id}/details`;
  if (!found.allowed.includes("withdraw")) redirect(details);
  const { partner } = found;
  return (
    <AskPage
      settings={settings}
      heading="Withdraw this proposal?"
      title="Withdraw this proposal"
      back={{ href: details, label: `Your proposal to ${partner.name}` }}
      consequences={
        <p>
          We tell {partner.name} that you have withdrawn it, and we stop reminding them. You can then ask somebody else, and you
          can reopen the request later.
        </p>
      }
      action={withdraw}
      submit="Withdraw"
    >
      <input type="hidden" name="proposalId" value={id} />
    </AskPage>
  );
}
