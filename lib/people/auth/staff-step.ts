import { redirect } from "next/navigation";
import { env } from "@/lib/foundation/env";
import type { Settings } from "@/lib/society/settings/settings";
import { readToken } from "./token";

/** Where the society asks staff for a second step: on only with a session in which one was taken, else to the page that leads to it. */
export async function requireStaffStep({ signIn }: Settings): Promise<void> {
  if (env().SIGN_IN !== "local" || !signIn.staffSecondStep) return;
  const token = await readToken();
  if (!token?.secondStep) redirect("/account/security?for=staff");
}
