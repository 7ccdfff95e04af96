import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import type { ProposalDetails } from "@/lib/pairing/proposals/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { accept, reopen } from "./actions";

/** Exactly the commands that are allowed now: what ends it at the bottom left, what carries it on at the bottom right. */
export function Commands({ found, words }: { found: ProposalDetails; words: Settings["words"] }) {
  const { allowed, proposal, viewerIs } = found;
  if (allowed.length === 0) return null;
  const here = `/relationships/${proposal.id}/details`;
  const reopenForm = (
    <Form action={reopen} submit="Reopen Request" kind={viewerIs === "mentee" ? "main" : "quiet"}>
      <input type="hidden" name="proposalId" value={proposal.id} />
    </Form>
  );
  return (
    <div className="mt-7 grid gap-4 border-t border-rule pt-5">
      {allowed.includes("accept") && (
        <p className="text-soft">
          When you accept, your mentoring begins and you can see each other’s e-mail address.
          {found.isLastPlace &&
            " It takes your last place, so we close any other proposals to you and tell the people who sent them. They can wait in your queue for a place."}
        </p>
      )}
      {allowed.includes("reopen") && <p className="text-soft">{whatReopenDoes(viewerIs, words)}</p>}
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="flex flex-wrap gap-3">
          {allowed.includes("withdraw") && (
            <LinkButton href={`${here}/withdraw`} kind="danger">
              Withdraw
            </LinkButton>
          )}
          {allowed.includes("reject") && (
            <LinkButton href={`${here}/reject`} kind="danger">
              Reject
            </LinkButton>
          )}
          {allowed.includes("reopen") && viewerIs === "mentor" && reopenForm}
        </div>
        <div className="flex flex-wrap gap-3">
          {allowed.includes("edit") && <LinkButton href={`${here}/edit`}>Edit details</LinkButton>}
          {allowed.includes("accept") && (
            <Form action={accept} submit="Accept">
              <input type="hidden" name="proposalId" value={proposal.id} />
              <input type="hidden" name="seenText" value={found.text.number} />
            </Form>
          )}
          {allowed.includes("reopen") && viewerIs === "mentee" && reopenForm}
        </div>
      </div>
    </div>
  );
}

function whatReopenDoes(viewerIs: ProposalDetails["viewerIs"], words: Settings["words"]): string {
  return viewerIs === "mentor"
    ? `If you have changed your mind, reopen the request. We tell the ${words.mentee}, and you can then accept.`
    : `If you have changed your mind, reopen the request. We tell the ${words.mentor}, who then has the full time to reply again.`;
}
