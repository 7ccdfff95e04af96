import type { NextRequest } from "next/server";
import { env } from "@/lib/foundation/env";
import { handlers } from "@/lib/people/auth/auth";

/**
 * Back from the society. next-auth has more doors, for pages of its own; ours call it from within, so they stay shut. What it only
 * says in JSON, of an address that makes no sense, is said by our own page.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const answer = await handlers.GET(request);
  return answer.status < 400 ? answer : Response.redirect(new URL("/sign-in?error=Configuration", env().APP_URL));
}
