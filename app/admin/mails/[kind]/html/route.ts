import { mailResponse } from "@/lib/entrypoints/mail-response";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { readVersionNumber } from "@/lib/society/content/wording";
import { showExample } from "../../example";
import { readWhich } from "../../which-mails";

/** An example of a mail in the words of one version, for the frame of its preview. */
export async function GET(request: Request, { params }: RouteContext<"/admin/mails/[kind]/html">): Promise<Response> {
  const viewer = await requireStaff("admin");
  const { settings, now } = await readRequest();
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const which = await readWhich((await params).kind, query, now);
  const number = readVersionNumber(query.number ?? "");
  if (!which || number === null) return mailResponse(null);
  const example = await showExample(which, { number, as: query.as }, { viewer, settings, now });
  return mailResponse(example?.mail.html ?? null);
}
