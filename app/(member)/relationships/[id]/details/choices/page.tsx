import { redirect } from "next/navigation";
import { ChoiceFields } from "@/components/choices/choice-fields";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { listChoices } from "@/lib/pairing/choices/queries";
import { listCandidates } from "@/lib/pairing/matching/queries";
import { findProposal } from "@/lib/pairing/proposals/queries";
import { findNothing, readRequest, requireViewer } from "@/lib/people/auth/session";
import { saveChoices } from "../actions";

export default async function ChoicesPage({ params }: PageProps<"/relationships/[id]/details/choices">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id }] = await Promise.all([readRequest(), params]);
  const found = await findProposal(viewer, id, settings, now);
  if (!found) findNothing(viewer, "relationship");
  const details = `/relationships/${id}/details`;
  if (!found.allowed.includes("edit") || settings.proposals.furtherChoices === 0) redirect(details);
  const { partner } = found;
  const chosen = (await listChoices(viewer, id)).map(({ mentorId }) => mentorId);
  const candidates = await listCandidates(viewer.memberId, partner.memberId, chosen, found.proposal.programmeId, settings);
  return (
    <Page
      settings={settings}
      heading="Your next choices"
      lede={`${partner.name} has your proposal, and we do not tell them about these.`}
      back={{ href: details, label: `Your proposal to ${partner.name}` }}
      isNarrow
    >
      <Form
        action={saveChoices}
        submit="Save"
        title={titleOf("Your next choices", settings)}
        aside={
          <LinkButton href={details} kind="plain">
            Leave it as it is
          </LinkButton>
        }
      >
        <input type="hidden" name="proposalId" value={id} />
        <ChoiceFields candidates={candidates} chosen={chosen} settings={settings} />
      </Form>
    </Page>
  );
}
