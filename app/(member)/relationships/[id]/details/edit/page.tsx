import { redirect } from "next/navigation";
import { ProposalFields } from "@/components/proposals/proposal-fields";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { isComingBack } from "@/lib/entrypoints/coming-back";
import { settingsOf } from "@/lib/pairing/programmes/settings-of";
import { findProposal } from "@/lib/pairing/proposals/queries";
import { findNothing, readRequest, requireViewer } from "@/lib/people/auth/session";
import { edit } from "../actions";

export default async function EditProposalPage({ params }: PageProps<"/relationships/[id]/details/edit">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id }] = await Promise.all([readRequest(), params]);
  const found = await findProposal(viewer, id, settings, now);
  if (!found) findNothing(viewer, "relationship");
  const details = `/relationships/${id}/details`;
  if (!found.allowed.includes("edit") && !(await isComingBack())) redirect(details);
  const { partner, text } = found;
  return (
    <Page
      settings={settings}
      heading="Edit details"
      lede={`We tell ${partner.name} and keep the earlier text. The deadline stays the same.`}
      back={{ href: details, label: `Your proposal to ${partner.name}` }}
      isNarrow
    >
      <Form
        action={edit}
        submit="Save changes"
        title={titleOf("Edit details", settings)}
        aside={
          <LinkButton href={details} kind="plain">
            Leave it as it is
          </LinkButton>
        }
      >
        <input type="hidden" name="proposalId" value={id} />
        <Draft memberId={viewer.memberId} place={`${id}/details/edit`} />
        <ProposalFields
          mentorName={partner.name}
          hasChoices={settings.proposals.furtherChoices > 0}
          initial={text}
          settings={settingsOf(found.programme?.own ?? null, settings)}
        />
      </Form>
    </Page>
  );
}
