import { AskPage } from "@/components/ui/ask-page";
import { Draft } from "@/components/ui/draft";
import { TextArea } from "@/components/ui/field";
import { WhoReads } from "@/components/ui/who-reads";
import { withdraw } from "../actions";
import { requireOpenProposal } from "../require-open-proposal";

export default async function WithdrawPage({ params }: PageProps<"/admin/proposals/[id]/withdraw">) {
  const { id, viewer, proposal, mentee, mentor, back, settings } = await requireOpenProposal(params);
  return (
    <AskPage
      settings={settings}
      heading="Withdraw this proposal?"
      title="Withdraw"
      back={back}
      consequences={
        <p>
          {mentor.name} can no longer accept it, and it cannot be reopened. {mentee.name} can ask somebody else or send another
          proposal. We send your message to both.
        </p>
      }
      action={withdraw}
      submit="Withdraw it"
      no="Leave it open"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={proposal.version} />
      <Draft memberId={viewer.memberId} place={`admin/proposals/${id}/withdraw`} />
      <TextArea name="words" label="Your message to both" room="short" />
      <WhoReads>
        {mentee.name} and {mentor.name} both read this.
      </WhoReads>
    </AskPage>
  );
}
