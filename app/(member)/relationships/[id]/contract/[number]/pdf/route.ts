import { fileResponse, tooManyFiles } from "@/lib/entrypoints/file-response";
import { makeContractPdf } from "@/lib/mentoring/contracts/pdf";
import { findSignedContract } from "@/lib/mentoring/contracts/queries";
import { isWithinLimits } from "@/lib/people/auth/local/limits";
import { findNothing, readRequest, requireViewer } from "@/lib/people/auth/session";

/** A contract that both have signed, as a file, for the two of them. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/relationships/[id]/contract/[number]/pdf">,
): Promise<Response> {
  const viewer = await requireViewer();
  const [{ settings }, { id, number }] = await Promise.all([readRequest(), params]);
  const contract = await findSignedContract(viewer, id, number);
  if (!contract) findNothing(viewer, "relationship");
  if (!(await isWithinLimits("download", viewer.memberId, null))) return tooManyFiles();
  return fileResponse(
    await makeContractPdf(contract, settings),
    "application/pdf",
    `mentoring-contract-${contract.number}.pdf`,
  );
}
