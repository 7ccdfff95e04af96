import { ContractPaper } from "@/components/contracts/contract-paper";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { findSignedContract } from "@/lib/mentoring/contracts/queries";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import { findNothing, readRequest, requireViewer } from "@/lib/people/auth/session";

/** One contract that both have signed, by itself: printed, it is a clean sheet. */
export default async function SignedContractPage({ params }: PageProps<"/relationships/[id]/contract/[number]">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id, number }] = await Promise.all([readRequest(), params]);
  const relationship = await findRelationship(viewer, id, now);
  const contract = relationship && (await findSignedContract(viewer, id, number));
  if (!contract) findNothing(viewer, "relationship");
  const title = contract.text?.title ?? "Contract";
  return (
    <Page settings={settings} title={title} heading={title} isNarrow>
      <p className="-mt-4 flex flex-wrap gap-x-6 gap-y-1 print:hidden">
        <Link href={`/relationships/${id}/contract`} className="inline-block py-1">
          Back to the contract with {relationship.partner.name}
        </Link>
        <a href={`/relationships/${id}/contract/${contract.number}/pdf`} className="inline-block py-1">
          Download as PDF
        </a>
        <span className="py-1 text-soft">Print this page from your browser: only the contract is printed.</span>
      </p>
      <ContractPaper
        text={contract.text}
        contract={contract}
        version={contract}
        relationship={relationship}
        viewerName={viewer.name}
        settings={settings}
        timeZone={settings.society.timeZone}
      />
    </Page>
  );
}
