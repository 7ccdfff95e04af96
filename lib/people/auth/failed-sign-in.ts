import type { AuthError } from "next-auth";
import { describeDefect, log, logRefusal } from "@/lib/foundation/log";

/** What anybody can bring about at the address that the society sends people back to. */
const OF_STRANGERS: Record<string, string> = {
  InvalidCheck: "not-begun-here",
  InvalidCallbackUrl: "not-begun-here",
  OAuthCallbackError: "refused-there",
  InvalidProvider: "no-such-way",
  UnknownAction: "no-such-way",
};

/**
 * One line for a sign-in that came to nothing: a refusal where it was for the person or a stranger to bring about, a defect
 * otherwise. Goes by `type`, which next-auth writes out; a class's name is another one once the product is built.
 */
export function logFailedSignIn(error: Error & Partial<Pick<AuthError, "type">>, way: string): void {
  const { type = "" } = error;
  // It says that something went wrong, and keeps apart what.
  const { err = error } = { ...(error.cause as { err?: Error } | undefined) };
  const reason = OF_STRANGERS[type] ?? (type === "CallbackRouteError" ? reasonOf(err) : undefined);
  if (type === "CredentialsSignin") logRefusal("ticket");
  else if (reason) logRefusal("sign-in", { way, reason });
  else log().error({ defect: describeDefect(err) }, "sign-in failed");
}

/** Codes of oauth4webapi and of the OAuth standard. The first also stands for answers of the society that make no sense. */
function reasonOf(err: Error & { code?: string; error?: string }): string | undefined {
  if (err.error === "invalid_grant") return "no-such-code";
  const { parameters } = { ...(err.cause as { parameters?: unknown } | undefined) };
  const isAddress = parameters instanceof URLSearchParams || err.message.startsWith("no authorization code");
  return err.code === "OAUTH_INVALID_RESPONSE" && isAddress ? "not-begun-here" : undefined;
}
