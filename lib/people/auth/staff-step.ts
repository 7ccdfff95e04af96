import { redirect } from "next/navigation";
import { onTheWay } from "@/lib/foundation/destination";
import { env } from "@/lib/foundation/env";
import type { Settings } from "@/lib/society/settings/settings";
import { readAsked } from "./asked";
import { isStrongEnough } from "./strength";
import { readToken } from "./token";

/**
 * On only with a session that was opened as the society asks of its staff: with a second step of ours, or at the society in one of the
 * ways that it has named. Else to the page that leads to it.
 */
export async function requireStaffStep({ signIn }: Settings): Promise<void> {
  if (env().SIGN_IN === "local") {
    if (signIn.staffSecondStep && !(await readToken())?.secondStep) redirect("/account/security?for=staff");
  } else if (!(await isSignInStrongEnough())) {
    redirect(onTheWay("/sign-in/staff", await readAsked()));
  }
}

/** Whether this session began with a sign-in at the society that is enough for staff. */
export async function isSignInStrongEnough(): Promise<boolean> {
  const { OIDC_STAFF_ACR, OIDC_STAFF_AMR } = env();
  return isStrongEnough((await readToken()) ?? {}, { acr: OIDC_STAFF_ACR, amr: OIDC_STAFF_AMR });
}
