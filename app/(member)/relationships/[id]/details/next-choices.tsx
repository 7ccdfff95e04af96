import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import type { Viewer } from "@/lib/foundation/viewer";
import { listChoices } from "@/lib/pairing/choices/queries";
import type { ProposalDetails } from "@/lib/pairing/proposals/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { stopChoices } from "./actions";

interface NextChoicesProps {
  found: ProposalDetails;
  viewer: Viewer;
  settings: Settings;
}

/** For the mentee: whom we ask next, and the way to change or stop it. Nothing where there is nothing to say or to change. */
export async function NextChoices({ found, viewer, settings }: NextChoicesProps) {
  const { proposal, partner, viewerIs, allowed } = found;
  if (viewerIs !== "mentee") return null;
  const choices = await listChoices(viewer, proposal.id);
  const canChange = allowed.includes("edit") && settings.proposals.furtherChoices > 0;
  if (choices.length === 0 && !canChange) return null;
  return (
    <section aria-labelledby="choices" className="grid gap-3">
      <h2 id="choices">{allowed.includes("edit") ? `If ${partner.name} says no, or does not reply` : "Your next choices"}</h2>
      {choices.length > 0 ? (
        <>
          <p>
            {choices.length === 1
              ? "If they have a place then, we send it to them"
              : "We send it to the first of these who has a place"}
            , with the same words, and tell you.
          </p>
          <ol className="list-decimal pl-6">
            {choices.map(({ mentorId, name }) => (
              <li key={mentorId}>{name}</li>
            ))}
          </ol>
        </>
      ) : (
        <p>We tell you, and you can choose again. You have not named anybody else so far.</p>
      )}
      <div className="flex flex-wrap gap-3">
        {canChange && (
          <LinkButton href={`/relationships/${proposal.id}/details/choices`} kind="quiet">
            {choices.length > 0 ? "Change this" : "Name a second choice"}
          </LinkButton>
        )}
        {choices.length > 0 && (
          <Form action={stopChoices} submit="Ask nobody else" kind="quiet">
            <input type="hidden" name="proposalId" value={proposal.id} />
          </Form>
        )}
      </div>
    </section>
  );
}
