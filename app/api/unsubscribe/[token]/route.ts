import { redirect } from "next/navigation";
import { mailLinkRoute } from "@/lib/entrypoints/mail-link-route";
import { env } from "@/lib/foundation/env";
import { stopMails } from "@/lib/notify/notices/commands";
import { readUnsubscription } from "@/lib/notify/notices/unsubscribe";

/** The one request that a mail program makes of its own. */
export const POST = mailLinkRoute((token) => readUnsubscription(token, env().authSecrets), stopMails);

/** A person who opens the same address, or a program that looks behind links, gets to the page with the button. */
export async function GET(_request: Request, { params }: RouteContext<"/api/unsubscribe/[token]">): Promise<Response> {
  redirect(`/unsubscribe/${encodeURIComponent((await params).token)}`);
}
