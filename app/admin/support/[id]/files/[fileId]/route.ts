import { readRequest } from "@/lib/people/auth/session";
import { attachmentResponse } from "@/lib/staff/support/file";
import { findAttachment } from "@/lib/staff/support/queries";

type Params = { params: Promise<{ id: string; fileId: string }> };

/** A file of a member's request, for staff whom it does not concern. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const [{ viewer }, { id, fileId }] = await Promise.all([readRequest(), params]);
  return attachmentResponse(viewer && (await findAttachment(viewer, "staff", id, fileId)));
}
