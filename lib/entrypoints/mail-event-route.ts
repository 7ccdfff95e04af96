import { Resend } from "resend";
import { env } from "@/lib/foundation/env";
import { describeDefect, log } from "@/lib/foundation/log";
import { readBody } from "@/lib/foundation/read-body";
import type { SignedEvent } from "@/lib/notify/delivery/provider-event";
import { readNow } from "@/lib/people/auth/now";

/** News of one mail are a few kilobytes. */
const LARGEST = 256 * 1024;

/**
 * The only way in for the mail provider's news: signed with RESEND_WEBHOOK_SECRET over body, name and instant, refused when no
 * secret is set, the signature is another's or the instant more than five minutes away (by the real clock, whatever the
 * demonstration's says). No cookie is looked at. 503 asks for the event once more.
 */
export function mailEventRoute(heed: (event: SignedEvent, now: Date) => Promise<"heeded" | "come-again">) {
  return async (request: Request): Promise<Response> => {
    const { RESEND_WEBHOOK_SECRET: secret } = env();
    if (!secret) return Response.json({ error: "No secret is set here." }, { status: 401 });
    try {
      const body = await readBody(request, LARGEST);
      if (body === null) return Response.json({ error: "The request is too large." }, { status: 413 });
      const event = verify(Buffer.from(body).toString("utf8"), request.headers, secret);
      if (event === null) return Response.json({ error: "The signature is missing, wrong or too old." }, { status: 401 });
      const heeded = await heed(event, await readNow());
      return Response.json({ done: heeded }, { status: heeded === "heeded" ? 200 : 503 });
    } catch (error) {
      log().error({ defect: describeDefect(error) }, "an event from the mail provider could not be processed");
      return Response.json({ error: "Something went wrong on our side. Please send it again." }, { status: 500 });
    }
  };
}

function verify(payload: string, headers: Headers, webhookSecret: string): SignedEvent | null {
  const id = headers.get("svix-id") ?? "";
  const signed = { id, timestamp: headers.get("svix-timestamp") ?? "", signature: headers.get("svix-signature") ?? "" };
  try {
    // Verifying takes no key of the provider's; the constructor wants one all the same.
    return { id, payload: new Resend("re_unused").webhooks.verify({ payload, headers: signed, webhookSecret }) };
  } catch {
    return null;
  }
}
